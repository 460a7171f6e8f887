/** `npm run doctor` as a program of its own, beside a Slack on a real socket. */
import { once } from "node:events";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { OAUTH_ENVIRONMENT } from "../../scripts/stand-in/environment.ts";
import { freePort } from "../../scripts/stand-in/program.ts";
import { workspaceUrl } from "../../src/store/database-url.ts";
import { createTokenVault } from "../../src/workspaces/token-vault.ts";
import { openTestStore, temporaryFolder } from "../temporary.ts";
import { examine, runDoctor } from "./examine.ts";

const BOT_TOKEN = "xoxb-doctor-secret";
const APP_TOKEN = "xapp-doctor-secret";
const SECRET = "0123456789abcdef0123456789abcdef";
const { bot, bot_optional } = z
  .object({
    oauth_config: z.object({
      scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
    }),
  })
  .parse(JSON.parse(await readFile("manifest.json", "utf8"))).oauth_config.scopes;
const ALL_SCOPES = [...bot, ...bot_optional];

test("with no configuration at all it is well, and says that the preview is served", async () => {
  const { report, code, stateOf } = await examine({});
  expect(code).toBe(0);
  expect(report.ok).toBe(true);
  expect(stateOf("configuration")).toMatch(/^ok: .*preview/);
  expect(stateOf("database")).toMatch(/^ok: .*creates it/);
  expect(stateOf("knowledge")).toMatch(/^ok: \d+ articles/);
});

test("a whole configuration with a Slack that accepts it is well", async () => {
  const databaseUrl = `sqlite:${join(await temporaryFolder(), "used.db")}`;
  await openTestStore(databaseUrl);
  const { code, report, stateOf } = await examine({
    ...(await slackWith({ scopes: ALL_SCOPES })),
    SLACK_APP_TOKEN: APP_TOKEN,
    DATABASE_URL: databaseUrl,
  });
  expect(report.findings.filter(({ state }) => state !== "ok")).toEqual([]);
  expect(code).toBe(0);
  expect(stateOf("bot token")).toContain("Test (T0KZ)");
  expect(stateOf("Socket Mode")).toMatch(/^ok/);
  expect(stateOf("schema")).toMatch(/^ok: it is up to date/);
  expect(stateOf("clock")).toContain("Slack");
});

test("what Slack does not grant is named with what to do", async () => {
  const without = (scope: string) => ALL_SCOPES.filter((each) => each !== scope);
  const lacking = await examine(await slackWith({ scopes: without("groups:history") }));
  expect(lacking.stateOf("scopes")).toMatch(/^failing: .*groups:history \| .*manifest\.json/);
  expect(lacking.stateOf("configuration")).toMatch(/^failing: .*SLACK_APP_TOKEN/);
  expect(lacking.code).toBe(1);
  const optional = await examine({
    ...(await slackWith({ scopes: without("files:write") })),
    SLACK_SIGNING_SECRET: SECRET,
  });
  expect(optional.stateOf("scopes")).toMatch(/^warning: .*files:write/);
  expect(optional.stateOf("signing secret")).toMatch(/^ok/);
  expect(optional.code).toBe(0);
});

test("tokens that Slack refuses, and a clock that is wrong, are failing", async () => {
  const { stateOf, output } = await examine({
    ...(await slackWith({ error: "invalid_auth", lateBySeconds: 3_600 })),
    SLACK_APP_TOKEN: APP_TOKEN,
  });
  expect(stateOf("bot token")).toMatch(/^failing: .*\(invalid_auth\) \| copy .*SLACK_BOT_TOKEN/);
  expect(stateOf("Socket Mode")).toMatch(/^failing: .*connections:write/);
  expect(stateOf("clock")).toMatch(/^failing: it is 3\d{3} s ahead of that of Slack/);
  for (const secret of [BOT_TOKEN, APP_TOKEN]) expect(output).not.toContain(secret);
});

test("a Slack that answers nothing, or is away, is given up", async () => {
  const silent = createServer(() => {}).listen(0, "127.0.0.1");
  onTestFinished(() => void silent.closeAllConnections());
  onTestFinished(() => void silent.close());
  await once(silent, "listening");
  const { port } = z.object({ port: z.number() }).parse(silent.address());
  const waiting = await examine({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
  });
  expect(waiting.stateOf("bot token")).toMatch(/^failing: Slack cannot be reached .*network/);
  const away = await examine({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: "not a secret of Slack's",
    SLACK_API_URL: `http://127.0.0.1:${await freePort()}/api/`,
  });
  expect(away.stateOf("bot token")).toMatch(/^failing: .*ECONNREFUSED/);
  expect(away.stateOf("signing secret")).toMatch(/^warning: /);
  expect(away.output).not.toContain("not a secret of Slack's");
});

test("what stands in a wrong variable is neither sent nor shown", async () => {
  const { stateOf, output } = await examine({ SLACK_BOT_TOKEN: SECRET, SLACK_API_URL: BOT_TOKEN });
  expect(stateOf("configuration")).toMatch(/^failing: /);
  expect(stateOf("bot token")).toBe("not there");
  for (const secret of [SECRET, BOT_TOKEN]) expect(output).not.toContain(secret);
});

test("a database that cannot be used says why, and nothing is written to it", async () => {
  const folder = await temporaryFolder();
  const broken = join(folder, "broken.db");
  await writeFile(broken, "this is no database, whatever its name says, and long enough to see");
  expect((await examine({ DATABASE_URL: `sqlite:${broken}` })).stateOf("database")).toMatch(
    /^failing: .*not a database/,
  );
  const newer = join(folder, "newer.db");
  const made = new DatabaseSync(newer);
  made.exec("create table kysely_migration (name text); insert into kysely_migration values ('9')");
  made.close();
  const before = await readFile(newer);
  const found = await examine({ DATABASE_URL: `sqlite:${newer}` });
  expect(found.stateOf("schema")).toMatch(/^failing: a newer version/);
  expect(await readFile(newer)).toEqual(before);
  const url = `postgres://bot:hidden-password@127.0.0.1:${await freePort()}/news`;
  const away = await examine({ DATABASE_URL: url });
  expect(away.stateOf("database")).toMatch(/^failing: PostgreSQL at .*ECONNREFUSED/);
  expect(away.output).not.toContain("hidden-password");
});

test("a folder without articles, and one bad variable among good ones, are found together", async () => {
  const folder = await temporaryFolder();
  await chmod(folder, 0o755);
  const { stateOf } = await examine({ KNOWLEDGE_DIR: folder, DIGEST_CRON: "often" });
  expect(stateOf("configuration")).toMatch(/^failing: DIGEST_CRON is "often"/);
  expect(stateOf("knowledge")).toMatch(/^failing: .*no article/);
  expect(stateOf("time zones")).toMatch(/^ok/);
});

test("for people it prints a line each", async () => {
  const { output, code } = await runDoctor({}, []);
  expect(code).toBe(0);
  expect(output).toMatch(/^ok {7}configuration: /m);
  expect(output).toMatch(/^\d+ ok, 0 warnings, 0 failing$/m);
});

test("of several workspaces each is looked at, by the token that it gave", async () => {
  const databaseUrl = `sqlite:${join(await temporaryFolder(), "main.db")}`;
  const { SLACK_API_URL = "" } = await slackWith({ scopes: ALL_SCOPES });
  const settings = {
    ...OAUTH_ENVIRONMENT,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL,
    DATABASE_URL: databaseUrl,
  };
  const before = await examine(settings);
  expect(before.stateOf("configuration")).toContain("every workspace that installs the app");
  expect(before.stateOf("workspaces")).toContain("none has installed");
  expect(before.code).toBe(0);
  const rows = (await openTestStore(databaseUrl)).installations;
  await openTestStore(workspaceUrl(databaseUrl, "T0KZ"));
  const [old, another] = [Buffer.alloc(32, 15), Buffer.alloc(32, 1)];
  const row = { name: "Test", enterprise: null, bot_user: "U0", scopes: "", installed_by: "U1" };
  const seal = (key: Buffer, team: string) => createTokenVault([key]).seal(BOT_TOKEN, team);
  const put = (team: string, key: Buffer) =>
    rows.put({ ...row, team, sealed_token: seal(key, team), installed_at: "2026-06-08" });
  await put("T0KZ", old);
  const whole = await examine(settings);
  expect(whole.stateOf("workspace T0KZ")).toMatch(/^ok/);
  expect(whole.code).toBe(0);
  await put("T0LOST", another);
  const found = await examine(settings);
  expect(found.stateOf("workspaces")).toContain("2 installed the app");
  expect(found.stateOf("encryption keys")).toMatch(/^warning: 1 tokens/);
  expect(found.stateOf("workspace T0LOST")).toMatch(/^failing: .*TOKEN_ENCRYPTION_KEYS/);
  expect(found.code).toBe(1);
  for (const hidden of [BOT_TOKEN, ...Object.values(OAUTH_ENVIRONMENT)].filter(Boolean))
    expect(found.output).not.toContain(hidden);
});

/** A Slack on loopback, and the environment that leads to it. */
async function slackWith({
  scopes = [],
  error,
  lateBySeconds = 0,
}: {
  scopes?: readonly string[];
  error?: string;
  lateBySeconds?: number;
}): Promise<Record<string, string>> {
  const answer = (response: ServerResponse) => {
    const date = new Date(Date.now() - lateBySeconds * 1_000).toUTCString();
    response.writeHead(200, { "x-oauth-scopes": scopes.join(","), date });
    const accepted = { ok: true, team: "Test", team_id: "T0KZ", url: "wss://example.test" };
    response.end(JSON.stringify(error ? { ok: false, error } : accepted));
  };
  const server = createServer((_, response) => answer(response)).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_API_URL: `http://127.0.0.1:${port}/api/` };
}
