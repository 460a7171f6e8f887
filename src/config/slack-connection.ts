/** How Slack is reached: one workspace by its token, or every one that installs the app. */
import { z } from "zod";

export type SlackConnection = SingleConnection | OAuthConnection;

/** One workspace, whose token is in the environment. */
export type SingleConnection =
  | { mode: "socket"; botToken: string; appToken: string; apiUrl: string | undefined }
  | { mode: "http"; botToken: string; signingSecret: string; apiUrl: string | undefined };

/** Every workspace that installs the app, over HTTP. */
export type OAuthConnection = {
  mode: "oauth";
  clientId: string;
  clientSecret: string;
  signingSecret: string;
  stateSecret: string;
  /** 32 bytes each: the first encrypts tokens, all decrypt them. */
  encryptionKeys: readonly Buffer[];
  apiUrl: string | undefined;
};

/** The connection, or null where none is wished for; or a sentence for each fault. */
export type ReadConnection =
  | { connection: SlackConnection | null; faults?: never }
  | { faults: readonly string[] };

/** What can be guessed offline from a state must be long. */
const SHORTEST_STATE_SECRET = 16;
const HEX_KEY = /^[0-9a-f]{64}$/i;

const EncryptionKey = z
  .string()
  .refine((key) => HEX_KEY.test(key) || isBase64Key(key), {
    error: "is a list of keys of 32 bytes each, as 64 hexadecimal digits (openssl rand -hex 32)",
  })
  .transform((key) => Buffer.from(key, HEX_KEY.test(key) ? "hex" : "base64"));

const SlackVariables = z.object({
  NODE_ENV: z.string().optional(),
  SLACK_BOT_TOKEN: z.string().startsWith("xoxb-", "starts with xoxb-").optional(),
  SLACK_APP_TOKEN: z.string().startsWith("xapp-", "starts with xapp-").optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z
    .string()
    .min(SHORTEST_STATE_SECRET, `has ${SHORTEST_STATE_SECRET} characters or more`)
    .optional(),
  TOKEN_ENCRYPTION_KEYS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((key) => key !== ""))
    .pipe(z.array(EncryptionKey).min(1, "is a list of keys"))
    .optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: "is an http or https address that ends in /api/" })
    .endsWith("/api/", "ends in /api/")
    .optional(),
});
type SlackVariables = z.infer<typeof SlackVariables>;

/** The variables of the environment that say how Slack is reached. */
export const SLACK_VARIABLES = SlackVariables.shape;

/** What several workspaces need; the signing secret also serves one. */
const OAUTH_NAMES = [
  "SLACK_CLIENT_ID",
  "SLACK_CLIENT_SECRET",
  "SLACK_STATE_SECRET",
  "TOKEN_ENCRYPTION_KEYS",
] as const;

/** What means something in one workspace only, by its variable. */
const OF_ONE_WORKSPACE = {
  SLACK_APP_TOKEN: "is for one workspace, since several are served over HTTP",
  DIGEST_CHANNEL: "is a channel of one workspace; with several, people use /kzminerals subscribe",
  CURATORS_CHANNEL:
    "is a channel of one workspace; with several, whoever installed the app is asked",
  ADMIN_USERS:
    "are members of one workspace; with several, whoever installed the app counts as one",
} as const;

/** What must stand in no log, at whatever level. */
export function secretsOf(connection: SlackConnection): readonly string[] {
  switch (connection.mode) {
    case "socket":
      return [connection.botToken, connection.appToken];
    case "http":
      return [connection.botToken, connection.signingSecret];
    case "oauth": {
      const { clientSecret, signingSecret, stateSecret, encryptionKeys } = connection;
      const keys = encryptionKeys.flatMap((key) => [key.toString("hex"), key.toString("base64")]);
      return [clientSecret, signingSecret, stateSecret, ...keys];
    }
  }
}

export function readConnection(
  values: SlackVariables,
  isSet: (name: string) => boolean,
): ReadConnection {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = values;
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl } = values;
  if (botToken && appToken) return { connection: { mode: "socket", botToken, appToken, apiUrl } };
  if (botToken && signingSecret)
    return { connection: { mode: "http", botToken, signingSecret, apiUrl } };
  if (botToken)
    return {
      faults: [
        "SLACK_BOT_TOKEN is set, but SLACK_APP_TOKEN (for Socket Mode) and SLACK_SIGNING_SECRET (for HTTP) are missing: set one of them.",
      ],
    };
  if (OAUTH_NAMES.some((name) => values[name])) return readOAuth(values, isSet);
  if (appToken || signingSecret) {
    const present = appToken ? "SLACK_APP_TOKEN" : "SLACK_SIGNING_SECRET";
    return { faults: [`${present} is set, but SLACK_BOT_TOKEN is missing: set it too.`] };
  }
  if (values.NODE_ENV === "production")
    return {
      faults: [
        "NODE_ENV is production, but no Slack token is set: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (or SLACK_SIGNING_SECRET). The preview is not for production.",
      ],
    };
  return { connection: null };
}

function readOAuth(values: SlackVariables, isSet: (name: string) => boolean): ReadConnection {
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_STATE_SECRET: stateSecret,
    TOKEN_ENCRYPTION_KEYS: encryptionKeys,
    SLACK_API_URL: apiUrl,
  } = values;
  const faults = Object.entries(OF_ONE_WORKSPACE).flatMap(([name, why]) =>
    isSet(name) ? [`${name} ${why}: unset it.`] : [],
  );
  const isWhole = clientId && clientSecret && signingSecret && stateSecret && encryptionKeys;
  if (!isWhole) return { faults: [whatIsMissing(values), ...faults] };
  if (faults.length > 0) return { faults };
  const secrets = { clientSecret, signingSecret, stateSecret, encryptionKeys };
  return { connection: { mode: "oauth", clientId, ...secrets, apiUrl } };
}

function whatIsMissing(values: SlackVariables): string {
  const missing = [...OAUTH_NAMES, "SLACK_SIGNING_SECRET" as const].filter((name) => !values[name]);
  const present = OAUTH_NAMES.filter((name) => values[name]);
  const is = (names: readonly string[]) => `${names.join(", ")} ${names.length > 1 ? "are" : "is"}`;
  const them = missing.length > 1 ? "them" : "it";
  return `${is(present)} set, but ${is(missing)} missing: set ${them} too to serve several workspaces, or SLACK_BOT_TOKEN to serve one.`;
}

function isBase64Key(key: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(key);
}
