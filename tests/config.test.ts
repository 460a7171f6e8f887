import { expect, test } from "vitest";
import { type Config, ConfigError, readConfig } from "../src/config.ts";

const BOT = "xoxb-1-bot";
const APP = "xapp-1-app";
const SIGNING = "0123456789abcdef0123456789abcdef";

test("without any variable the preview runs on this machine alone, with the usual digest", () => {
  expect(readConfig({})).toEqual({
    slack: null,
    host: "127.0.0.1",
    port: 3000,
    admin: null,
    databaseUrl: "sqlite:data/kzminerals.db",
    knowledgeDir: "knowledge",
    digest: { channel: null, cron: "0 9 * * 1", timeZone: "Asia/Almaty", language: "en" },
    adminUsers: [],
    ingestAllow: [],
    curatorsChannel: null,
    postsPerSecond: 10,
    questionsPerMinute: 30,
    workspaceQuestionsPerMinute: 300,
    logLevel: "info",
  } satisfies Config);
});

test("every variable is read", () => {
  const config = readConfig({
    HOST: "0.0.0.0",
    PORT: "8080",
    ADMIN_HOST: "10.0.0.1",
    ADMIN_PORT: "9464",
    DATABASE_URL: "sqlite:/var/lib/kz.db",
    KNOWLEDGE_DIR: "/srv/knowledge",
    DIGEST_CHANNEL: "C0123456789",
    DIGEST_CRON: "30 8 * * 5",
    DIGEST_TIMEZONE: "Europe/Paris",
    DIGEST_LANGUAGE: "fr",
    ADMIN_USERS: "U0123456789, W9876543210",
    POSTS_PER_SECOND: "0.5",
    QUESTIONS_PER_MINUTE: "100",
    WORKSPACE_QUESTIONS_PER_MINUTE: "5000",
    LOG_LEVEL: "debug",
  });
  expect(config).toEqual({
    slack: null,
    host: "0.0.0.0",
    port: 8080,
    admin: { host: "10.0.0.1", port: 9464 },
    databaseUrl: "sqlite:/var/lib/kz.db",
    knowledgeDir: "/srv/knowledge",
    digest: {
      channel: "C0123456789",
      cron: "30 8 * * 5",
      timeZone: "Europe/Paris",
      language: "fr",
    },
    adminUsers: ["U0123456789", "W9876543210"],
    ingestAllow: [],
    curatorsChannel: null,
    postsPerSecond: 0.5,
    questionsPerMinute: 100,
    workspaceQuestionsPerMinute: 5000,
    logLevel: "debug",
  } satisfies Config);
});

test.each(["", " ", "\t"])("a variable that holds only %j counts as unset", (nothing) => {
  const names = [
    "NODE_ENV",
    "SLACK_BOT_TOKEN",
    "SLACK_APP_TOKEN",
    "SLACK_SIGNING_SECRET",
    "SLACK_CLIENT_ID",
    "SLACK_CLIENT_SECRET",
    "SLACK_STATE_SECRET",
    "TOKEN_ENCRYPTION_KEYS",
    "SLACK_API_URL",
    "HOST",
    "PORT",
    "DATABASE_URL",
    "KNOWLEDGE_DIR",
    "DIGEST_CHANNEL",
    "DIGEST_CRON",
    "DIGEST_TIMEZONE",
    "DIGEST_LANGUAGE",
    "ADMIN_USERS",
    "POSTS_PER_SECOND",
    "LOG_LEVEL",
  ];
  const env = Object.fromEntries(names.map((name) => [name, nothing]));
  expect(readConfig(env)).toEqual(readConfig({}));
});

test("every bad variable is reported at once, a line each", () => {
  const message = refusalOf({
    SLACK_BOT_TOKEN: "bot",
    SLACK_APP_TOKEN: "app",
    SLACK_API_URL: "https://slack.example/",
    PORT: "http",
    DATABASE_URL: "mysql://localhost",
    DIGEST_CHANNEL: "#general",
    DIGEST_CRON: "every monday",
    DIGEST_TIMEZONE: "Mars/Olympus",
    DIGEST_LANGUAGE: "de",
    ADMIN_USERS: "U0123456789,@alice",
    POSTS_PER_SECOND: "0",
    LOG_LEVEL: "loud",
  });
  expect(message.split("\n")).toEqual([
    "SLACK_BOT_TOKEN has a value; a usable one starts with xoxb-.",
    "SLACK_APP_TOKEN has a value; a usable one starts with xapp-.",
    "SLACK_API_URL has a value; a usable one ends in /api/.",
    'PORT is "http"; a usable one is a number.',
    "DATABASE_URL has a value; a usable one is sqlite: and the path of a file, or postgres://user:password@host:port/database.",
    'DIGEST_CHANNEL is "#general"; a usable one is a channel\'s id, such as C0123456789 (not its name).',
    'DIGEST_CRON is "every monday"; a usable one is a cron expression of five fields, such as 0 9 * * 1.',
    'DIGEST_TIMEZONE is "Mars/Olympus"; a usable one is a time zone such as Asia/Almaty.',
    'DIGEST_LANGUAGE is "de"; a usable one is one of en, fr, ru.',
    'ADMIN_USERS is "U0123456789,@alice"; a usable one is a list of members\' ids, such as U0123456789,U9876543210.',
    'POSTS_PER_SECOND is "0"; a usable one is 0.1 to 50.',
    'LOG_LEVEL is "loud"; a usable one is one of fatal, error, warn, info, debug, trace, silent.',
  ]);
});

test.each([
  ["PORT", "65536", "is 0 to 65535"],
  ["PORT", "-1", "is 0 to 65535"],
  ["PORT", "80.5", "is a whole number"],
  ["DIGEST_CRON", "0 9 31 2 *", "fires some day"],
  ["DIGEST_CRON", "0 9 * * 8", "is a cron expression of five fields"],
  ["DIGEST_CRON", "0 0 9 * * 1", "is a cron expression of five fields"],
  ["DATABASE_URL", "sqlite:", "the path of a file"],
  ["DATABASE_URL", "postgres://db:port/kz", "postgres://user:password@host:port/database"],
  ["SLACK_API_URL", "ftp://slack.example/api/", "is an http or https address"],
])("%s=%s is refused, since a usable one %s", (name, value, rule) => {
  const message = refusalOf({ [name]: value });
  expect(message).toContain(`${name} `);
  expect(message).toContain(rule);
});

test("a bot token and an app token connect by Socket Mode, whatever else is set", () => {
  const tokens = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP };
  const socket = { mode: "socket", botToken: BOT, appToken: APP, apiUrl: undefined };
  expect(readConfig(tokens).slack).toEqual(socket);
  expect(readConfig({ ...tokens, SLACK_SIGNING_SECRET: SIGNING }).slack).toEqual(socket);
});

test("a bot token and a signing secret connect by HTTP, to another Slack if asked", () => {
  const apiUrl = "http://127.0.0.1:9000/api/";
  const config = readConfig({
    SLACK_BOT_TOKEN: BOT,
    SLACK_SIGNING_SECRET: SIGNING,
    SLACK_API_URL: apiUrl,
  });
  expect(config.slack).toEqual({ mode: "http", botToken: BOT, signingSecret: SIGNING, apiUrl });
});

test.each([
  [
    "a bot token alone",
    { SLACK_BOT_TOKEN: BOT },
    "SLACK_BOT_TOKEN is set, but SLACK_APP_TOKEN (for Socket Mode) and SLACK_SIGNING_SECRET (for HTTP) are missing: set one of them.",
  ],
  [
    "an app token alone",
    { SLACK_APP_TOKEN: APP },
    "SLACK_APP_TOKEN is set, but SLACK_BOT_TOKEN is missing: set it too.",
  ],
  [
    "a signing secret alone",
    { SLACK_SIGNING_SECRET: SIGNING },
    "SLACK_SIGNING_SECRET is set, but SLACK_BOT_TOKEN is missing: set it too.",
  ],
  [
    "a bot token beside empty others",
    { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: "", SLACK_SIGNING_SECRET: "" },
    "SLACK_BOT_TOKEN is set, but SLACK_APP_TOKEN (for Socket Mode) and SLACK_SIGNING_SECRET (for HTTP) are missing: set one of them.",
  ],
])("%s is refused with what is missing", (_, env, sentence) => {
  expect(refusalOf(env)).toBe(sentence);
});

const KEY = "00112233445566778899aabbccddeeff".repeat(2);
const OTHER_KEY = Buffer.alloc(32, 7).toString("base64");
const OAUTH = {
  SLACK_CLIENT_ID: "1.2",
  SLACK_CLIENT_SECRET: "client-secret-1",
  SLACK_SIGNING_SECRET: SIGNING,
  SLACK_STATE_SECRET: "state-secret-of-some-length",
  TOKEN_ENCRYPTION_KEYS: `${KEY}, ${OTHER_KEY}`,
};

test("a client with its secrets serves every workspace that installs the app", () => {
  expect(readConfig(OAUTH).slack).toEqual({
    mode: "oauth",
    clientId: "1.2",
    clientSecret: "client-secret-1",
    signingSecret: SIGNING,
    stateSecret: "state-secret-of-some-length",
    encryptionKeys: [Buffer.from(KEY, "hex"), Buffer.alloc(32, 7)],
    apiUrl: undefined,
  });
});

test("with a bot token one workspace is served, as ever", () => {
  expect(readConfig({ ...OAUTH, SLACK_BOT_TOKEN: BOT }).slack).toMatchObject({ mode: "http" });
});

test.each([
  [
    "a client's id alone",
    { SLACK_CLIENT_ID: "1.2" },
    "SLACK_CLIENT_ID is set, but SLACK_CLIENT_SECRET, SLACK_STATE_SECRET, TOKEN_ENCRYPTION_KEYS, SLACK_SIGNING_SECRET are missing: set them too to serve several workspaces, or SLACK_BOT_TOKEN to serve one.",
  ],
  [
    "everything but the key",
    { ...OAUTH, TOKEN_ENCRYPTION_KEYS: "" },
    "SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET are set, but TOKEN_ENCRYPTION_KEYS is missing: set it too to serve several workspaces, or SLACK_BOT_TOKEN to serve one.",
  ],
  [
    "a short key and a short secret",
    { ...OAUTH, TOKEN_ENCRYPTION_KEYS: `${KEY},abc`, SLACK_STATE_SECRET: "short" },
    "SLACK_STATE_SECRET has a value; a usable one has 16 characters or more.\nTOKEN_ENCRYPTION_KEYS has a value; a usable one is a list of keys of 32 bytes each, as 64 hexadecimal digits (openssl rand -hex 32).",
  ],
  [
    "what belongs to one workspace",
    { ...OAUTH, SLACK_APP_TOKEN: APP, DIGEST_CHANNEL: "C1", ADMIN_USERS: "U1" },
    "SLACK_APP_TOKEN is for one workspace, since several are served over HTTP: unset it.\nDIGEST_CHANNEL is a channel of one workspace; with several, people use /kzminerals subscribe: unset it.\nADMIN_USERS are members of one workspace; with several, whoever installed the app counts as one: unset it.",
  ],
])("for several workspaces %s is refused with what to do", (_, env, sentences) => {
  expect(refusalOf(env)).toBe(sentences);
});

test("production without tokens is refused instead of showing the preview", () => {
  expect(refusalOf({ NODE_ENV: "production" })).toBe(
    "NODE_ENV is production, but no Slack token is set: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (or SLACK_SIGNING_SECRET). The preview is not for production.",
  );
});

test("production with tokens is served", () => {
  const env = { NODE_ENV: "production", SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP };
  expect(readConfig(env).slack?.mode).toBe("socket");
});

test.each([
  ["a malformed bot token", { SLACK_BOT_TOKEN: "secret-1" }],
  ["a malformed app token", { SLACK_APP_TOKEN: "secret-1" }],
  ["a password in a database address", { DATABASE_URL: "mysql://root:secret-1@db/kz" }],
  ["a password in the address of the API", { SLACK_API_URL: "https://me:secret-1@slack.example" }],
  ["a token without its partner", { SLACK_BOT_TOKEN: "xoxb-secret-1" }],
  ["a token in the wrong variable", { DIGEST_CHANNEL: "xoxb-secret-1" }],
  ["a key that is too short", { TOKEN_ENCRYPTION_KEYS: "secret-1" }],
  ["a client's secret alone", { SLACK_CLIENT_SECRET: "secret-1" }],
  ["a signing secret in the wrong variable", { PORT: "5ec4e10123456789abcdef0123456789" }],
])("%s is not repeated in the message", (_, env) => {
  expect(refusalOf(env)).not.toMatch(/secret-1|5ec4e1/);
});

function refusalOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (cause) {
    if (cause instanceof ConfigError) return cause.message;
    throw cause;
  }
  throw new Error("The configuration was taken.");
}
