/** The real program in several workspaces: installed through its pages, each to itself. */
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect } from "vitest";
import { z } from "zod";
import {
  CHANNEL,
  command,
  event,
  inTeam,
  PERSON,
  post,
  press,
  submit,
} from "../../scripts/stand-in/deliveries.ts";
import { OAUTH_ENVIRONMENT } from "../../scripts/stand-in/environment.ts";
import { workspaceUrl } from "../../src/store/database-url.ts";
import { openStore } from "../../src/store/store.ts";
import { report } from "../answers/small-answers.ts";
import { adminPort } from "./admin-port.ts";
import { beginInstallation, comeBack, installInto } from "./browser.ts";
import { type Scene, test } from "./scene.ts";

const [ONE, TWO] = ["T0ONE", "T0TWO"] as const;
const TOKENS = { [ONE]: "xoxb-of-one-1111", [TWO]: "xoxb-of-two-2222" };
const QUESTION = "How many French companies are active in Kazakhstan?";
const UNKNOWN = "What does Zimbabwe say about beryllium?";
/** Several starts after one another, beside those of others. */
const PATIENT = { timeout: 150_000 };
const ENTERED = {
  cron: { type: "plain_text_input", value: "0 9 29 2 *" },
  language: { type: "static_select", selected_option: { value: "en" } },
  postsEmpty: { type: "checkboxes", selected_options: [] },
};

describe.concurrent("installing", PATIENT, () => {
  test("two workspaces install, are served at once and after a restart, and see nothing of each other", async ({
    openScene,
  }) => {
    const scene = await openScene("http");
    const { slack, start } = scene;
    const program = await start(OAUTH_ENVIRONMENT);
    const begun = await beginInstallation(scene.port);
    expect(begun.authorizePage.href).toMatch(/^https:\/\/slack\.com\/oauth\/v2\/authorize\?/);
    expect(begun.authorizePage.searchParams.get("scope")).toContain("app_mentions:read");
    const one = await install(scene, ONE);
    await install(scene, TWO);
    for (const team of [ONE, TWO]) expect((await ask(scene, team, QUESTION)).text).toMatch(/170/);

    // What one does.
    await reply(scene, ONE, "subscribe");
    await slack.until("the form", () => one.modal());
    const modal = z.looseObject({ id: z.string() }).parse(one.modal());
    await scene.deliver(inTeam(ONE, submit(modal, ENTERED)));
    await slack.until("the subscription", () => /Enregistré/.test(JSON.stringify(one.modal())));
    await ask(scene, ONE, "follow lithium");
    const unknown = await ask(scene, ONE, UNKNOWN);
    await give(scene, ONE, button(unknown.blocks, "feedback-right"));
    await publish(scene, ONE);

    // What each of them sees of it.
    const seenIn = async (team: string) => ({
      subscriptions: (await ask(scene, team, "subscriptions")).text,
      following: (await ask(scene, team, "following")).text,
      gaps: (await ask(scene, team, "gaps")).text,
    });
    expect(await seenIn(ONE)).toEqual({
      subscriptions: expect.stringContaining(CHANNEL),
      following: expect.stringMatching(/lithium/i),
      gaps: expect.stringMatching(/Zimbabwe/i),
    });
    const seenByTwo = JSON.stringify(await seenIn(TWO));
    expect(seenByTwo).not.toMatch(/Zimbabwe|lithium/i);
    expect(seenByTwo).not.toContain(CHANNEL);
    await scene.eventually("the new article", async () =>
      /Oskemen/.test((await ask(scene, ONE, UNKNOWN)).text),
    );
    expect((await ask(scene, TWO, UNKNOWN)).text).not.toMatch(/Oskemen/);
    expect((await ask(scene, ONE, QUESTION)).text).toMatch(/170/);
    expect(await feedbackOf(scene, ONE)).toBe(1);
    expect(await feedbackOf(scene, TWO)).toBe(0);

    await program.end("SIGTERM");
    const second = await start(OAUTH_ENVIRONMENT);
    await second.wrote('"workspaces":2');
    expect((await ask(scene, ONE, UNKNOWN)).text).toMatch(/Oskemen/);
    expect((await ask(scene, TWO, UNKNOWN)).text).not.toMatch(/Oskemen/);
    expect(await second.end("SIGTERM")).toEqual({ code: 0, signal: null });

    for (const written of [program.output(), second.output(), ...(await databaseFiles(scene))])
      for (const secret of secrets()) expect(written).not.toContain(secret);
  });

  test("a state that is missing, forged, of another browser or used is refused", async ({
    openScene,
  }) => {
    const scene = await openScene("http");
    const { slack, port } = scene;
    await scene.start(OAUTH_ENVIRONMENT);
    const allowed = () =>
      slack.allowInstallation({ team: ONE, token: TOKENS[ONE], person: PERSON });
    const [mine, other] = [await beginInstallation(port), await beginInstallation(port)];
    const { code } = allowed();
    const forged = mine.state.replace(/\.[^.]*$/, ".forged");
    for (const attempt of [
      { code, cookie: mine.cookie },
      { code, state: mine.state },
      { code, state: mine.state, cookie: other.cookie },
      { code, state: forged, cookie: `slack-app-oauth-state=${forged}` },
    ])
      expect(await comeBack(port, attempt)).toMatchObject({
        status: 400,
        page: expect.stringContaining("another browser"),
      });
    expect(slack.callsOf("oauth.v2.access")).toEqual([]);

    expect((await comeBack(port, { code, ...mine })).status).toBe(200);
    const again = await comeBack(port, { code: allowed().code, ...mine });
    expect(again).toMatchObject({ status: 400, page: expect.stringContaining("a second time") });
    expect(slack.callsOf("oauth.v2.access")).toHaveLength(1);
  });

  test("what keeps an installation from succeeding is told on a page, in the browser's language", async ({
    openScene,
  }) => {
    const scene = await openScene("http");
    const { slack, port } = scene;
    await scene.start(OAUTH_ENVIRONMENT);
    const arrive = async (answer: { code?: string; error?: string }, language = "en") =>
      comeBack(port, { ...(await beginInstallation(port)), ...answer, language });

    expect(await arrive({ error: "access_denied" })).toMatchObject({
      status: 403,
      page: expect.stringContaining("cancelled"),
    });
    const stale = await arrive({ code: "<script>" }, "fr-CA,en;q=0.5");
    expect(stale).toMatchObject({ status: 400, page: expect.stringContaining("trop tard") });
    expect(stale.page).not.toContain("<script>");
    expect(stale.headers.get("cache-control")).toBe("no-store");
    slack.trouble("oauth.v2.access", { kind: "status", status: 503 });
    expect(await arrive({ code: "any" }, "ru")).toMatchObject({
      status: 503,
      page: expect.stringContaining("Slack сейчас недоступен"),
    });
    slack.trouble("oauth.v2.access", { kind: "error", error: "bad_client_secret" });
    expect(await arrive({ code: "any" })).toMatchObject({
      status: 502,
      page: expect.stringContaining("bad_client_secret"),
    });
    const { code } = slack.allowInstallation({
      ...{ team: ONE, token: TOKENS[ONE], person: PERSON },
      ...{ team_: null, is_enterprise_install: true, enterprise: { id: "E0", name: "Org" } },
    });
    expect(await arrive({ code })).toMatchObject({
      status: 400,
      page: expect.stringContaining("whole organisation"),
    });
    expect(slack.callsOf("auth.revoke")).toHaveLength(1);
    expect(scene.onDatabase("select team from installation")).toEqual([]);

    const granted = await installPage(scene, ONE);
    expect(granted).toMatchObject({
      status: 200,
      page: expect.stringContaining("kzminerals is installed in Team &lt;T0ONE&gt;."),
    });
  });
});

describe.concurrent("the end of an installation", PATIENT, () => {
  test("an uninstalled workspace hears and posts nothing more, until it installs again", async ({
    openScene,
  }) => {
    const scene = await openScene("http");
    const { slack, onDatabase } = scene;
    const program = await scene.start(OAUTH_ENVIRONMENT);
    await install(scene, ONE);
    await install(scene, TWO);
    await ask(scene, ONE, "follow lithium");
    slack.revoke(TOKENS[ONE]);
    await scene.deliver(inTeam(ONE, event({ type: "app_uninstalled" })));
    await program.wrote("a workspace is not served any more");
    expect(onDatabase("select team from installation where sealed_token is not null")).toEqual([
      { team: TWO },
    ]);
    expect(await reply(scene, ONE, QUESTION)).toMatchObject({
      text: expect.stringMatching(/not installed.*\n.*n’est plus installé.*\n.*не установлено/s),
    });
    expect((await ask(scene, TWO, QUESTION)).text).toMatch(/170/);

    await install(scene, ONE, "xoxb-of-one-again");
    expect((await ask(scene, ONE, "following")).text).toMatch(/lithium/i);
    // Slack delivers again what it could not deliver before.
    const late = event({ type: "tokens_revoked", tokens: { oauth: [], bot: ["U0KZBOT"] } });
    await scene.deliver(
      inTeam(ONE, { ...late, payload: { ...late.payload, event_time: 1_700_000_000 } }),
    );
    expect((await ask(scene, ONE, QUESTION)).text).toMatch(/170/);
  });

  test("thirty days later nothing is left of it", async ({ openScene }) => {
    const scene = await openScene("http");
    const first = await scene.start(OAUTH_ENVIRONMENT);
    await install(scene, ONE);
    await install(scene, TWO);
    await ask(scene, ONE, "follow lithium");
    scene.slack.revoke(TOKENS[ONE]);
    await scene.deliver(inTeam(ONE, event({ type: "app_uninstalled" })));
    await first.wrote("a workspace is not served any more");
    await first.end("SIGTERM");
    await (await scene.start(OAUTH_ENVIRONMENT)).end("SIGTERM");
    const namesOf = async (team: Team) =>
      (await databaseNames(scene)).filter((name) => name.includes(team));
    expect(await namesOf(ONE)).not.toEqual([]);
    const before = new Date(Date.now() - 31 * 24 * 60 * 60_000).toISOString();
    scene.onDatabase(`update installation set removed_at = '${before}' where team = '${ONE}'`);
    const second = await scene.start(OAUTH_ENVIRONMENT);
    await second.wrote("what a workspace left behind was deleted");
    expect(await namesOf(ONE)).toEqual([]);
    expect(await namesOf(TWO)).not.toEqual([]);
    expect(scene.onDatabase("select team from installation")).toEqual([{ team: TWO }]);
    await install(scene, ONE);
    expect((await ask(scene, ONE, "following")).text).not.toMatch(/lithium/i);
  });

  test("a token that was revoked while the program was off is removed, and the others are served", async ({
    openScene,
  }) => {
    const scene = await openScene("http");
    const { slack } = scene;
    const first = await scene.start(OAUTH_ENVIRONMENT);
    await install(scene, ONE);
    await install(scene, TWO);
    await first.end("SIGTERM");
    slack.revoke(TOKENS[ONE]);
    const second = await scene.start(OAUTH_ENVIRONMENT);
    await second.wrote('"workspaces":1');
    expect(scene.onDatabase("select team from installation where sealed_token is null")).toEqual([
      { team: ONE },
    ]);
    expect((await ask(scene, TWO, QUESTION)).text).toMatch(/170/);
  });
});

test.concurrent(
  "the keys are changed one by one, and a missing one is named",
  PATIENT,
  async ({ openScene }) => {
    const scene = await openScene("http");
    const first = await scene.start(OAUTH_ENVIRONMENT);
    await install(scene, ONE);
    await first.end("SIGTERM");
    const [old, another] = [OAUTH_ENVIRONMENT.TOKEN_ENCRYPTION_KEYS, "1e".repeat(32)];
    const locked = scene.run({ ...OAUTH_ENVIRONMENT, TOKEN_ENCRYPTION_KEYS: another });
    expect(await locked.ended).toEqual({ code: 1, signal: null });
    expect(locked.output()).toContain(
      "1 of 1 tokens of workspaces were encrypted by a key that TOKEN_ENCRYPTION_KEYS does not hold: put the earlier key behind the new one, separated by a comma.",
    );
    const both = { ...OAUTH_ENVIRONMENT, TOKEN_ENCRYPTION_KEYS: `${another},${old}` };
    await (await scene.start(both)).end("SIGTERM");
    await scene.start({ ...OAUTH_ENVIRONMENT, TOKEN_ENCRYPTION_KEYS: another });
    expect((await ask(scene, ONE, QUESTION)).text).toMatch(/170/);
  },
);

test.concurrent(
  "a signal while workspaces begin to be served ends the program well",
  PATIENT,
  async ({ openScene }) => {
    const scene = await openScene("http");
    const first = await scene.start(OAUTH_ENVIRONMENT);
    await install(scene, ONE);
    await first.end("SIGTERM");
    const { promise, resolve } = Promise.withResolvers<void>();
    scene.slack.trouble("auth.test", { kind: "hold", until: promise });
    const calls = scene.slack.callsOf("auth.test").length;
    const second = scene.run(OAUTH_ENVIRONMENT);
    await scene.slack.until("the start", () => scene.slack.callsOf("auth.test")[calls]);
    const ended = second.end("SIGTERM");
    resolve();
    expect(await ended).toEqual({ code: 0, signal: null });
  },
);

test.concurrent(
  "from outside it is well without any workspace, and with several",
  PATIENT,
  async ({ openScene }) => {
    const scene = await openScene("http");
    const admin = await adminPort();
    await scene.start({ ...OAUTH_ENVIRONMENT, ...admin.env });
    await admin.until(({ status }) => status === 200);
    expect(await admin.number("kzminerals_workspaces")).toBe(0);
    await install(scene, ONE);
    await install(scene, TWO);
    for (const team of [ONE, TWO]) await ask(scene, team, QUESTION);
    await admin.until(({ status }) => status === 200);
    const text = await admin.metrics();
    for (const line of [
      "kzminerals_workspaces 2",
      'kzminerals_replies_total{surface="slash",outcome="answer"} 2',
      'kzminerals_outbox_messages{state="waiting"} 0',
      "kzminerals_index_articles 5",
      "kzminerals_database_up 1",
      'kzminerals_info{version="0.1.0",mode="oauth"} 1',
    ])
      expect(text).toContain(`${line}\n`);
    expect(text).not.toMatch(/T0ONE|T0TWO/);
  },
);

test.concurrent(
  "signed bodies of any shape, and of nobody, leave the others served",
  PATIENT,
  async ({ openScene }) => {
    const scene = await openScene("http");
    const { port } = scene;
    await scene.start(OAUTH_ENVIRONMENT);
    await install(scene, ONE);
    const strange = [
      ...["null", "[]", "{}", "7", '"text"', "{", "", '{"type":"event_callback"}'],
      '{"team_id":"../T0ONE","command":"/kzminerals","text":"help"}',
      '{"team_id":["T0ONE"],"type":"event_callback","event":{"type":"app_mention"}}',
      '{"authorizations":[null],"type":"event_callback","team_id":"T0ONE"}',
      '{"team":{"id":"T0NOBODY"},"user":"U1","type":"block_actions","actions":[]}',
      '{"team":null,"user":{"team_id":"T0ONE"},"type":"view_submission","view":{}}',
    ];
    const answers = await Promise.all(
      strange.map(async (body) => (await post(port, { body })).status),
    );
    expect(answers.filter((status) => status >= 500)).toEqual([]);
    const asked = inTeam("T0NOBODY", command(QUESTION, scene.slack.newResponseUrl()));
    expect(await scene.deliver(asked)).toMatchObject({ response_type: "ephemeral" });
    expect((await ask(scene, ONE, QUESTION)).text).toMatch(/170/);
  },
);

test.concurrent("at no level a secret stands in the log", PATIENT, async ({ openScene }) => {
  const scene = await openScene("http");
  const program = await scene.start({ ...OAUTH_ENVIRONMENT, LOG_LEVEL: "trace" });
  await install(scene, ONE);
  await ask(scene, ONE, QUESTION);
  const { cookie } = await beginInstallation(scene.port);
  await comeBack(scene.port, { cookie, code: "any", state: "forged" });
  await program.end("SIGTERM");
  expect(program.output()).toContain("oauth.v2.access");
  for (const secret of secrets()) expect(program.output()).not.toContain(secret);
});

type Team = keyof typeof TOKENS;

function install({ port, slack }: Scene, team: Team, token: string = TOKENS[team]) {
  return installInto(port, slack, { team, token, person: PERSON });
}

async function installPage(scene: Scene, team: Team) {
  const begun = await beginInstallation(scene.port);
  const { code } = scene.slack.allowInstallation({ team, token: TOKENS[team], person: PERSON });
  return comeBack(scene.port, { ...begun, code });
}

const Reply = z.looseObject({ text: z.string(), blocks: z.unknown() });

/** What a command is answered with, at its response address. */
async function ask({ slack, deliver }: Scene, team: string, text: string) {
  const url = slack.newResponseUrl();
  await deliver(inTeam(team, command(text, url)));
  return Reply.parse(await slack.until("the reply", () => slack.responsesTo(url)[0]));
}

/** What a command is acknowledged with. */
function reply({ slack, deliver }: Scene, team: string, text: string) {
  return deliver(inTeam(team, command(text, slack.newResponseUrl())));
}

/** As another process of the program would. */
async function publish({ databaseUrl }: Scene, team: Team) {
  const url = "https://site.example/beryllium";
  const article = report("beryllium", "Zimbabwe says that beryllium is made in Oskemen.", {
    published: "2025-03-04",
    url,
  });
  const store = await openStore(workspaceUrl(databaseUrl, team));
  const row = { id: article.id, url, fingerprint: "[]", paragraphs: null };
  await store.ingested.publish(
    { ...row, article: JSON.stringify(article) },
    { changedBy: PERSON, now: new Date() },
  );
  await store.close();
}

async function feedbackOf({ databaseUrl }: Scene, team: Team): Promise<number> {
  const store = await openStore(workspaceUrl(databaseUrl, team));
  const ever = { from: new Date(0), until: new Date("2100-01-01") };
  const given = await store.feedback.within(team, ever);
  await store.close();
  return given.length;
}

async function give({ slack, deliver }: Scene, team: string, pressed: Record<string, unknown>) {
  const responseUrl = slack.newResponseUrl();
  await deliver(inTeam(team, press(pressed, { shownIn: "1.000001", responseUrl })));
}

const Blocks = z.array(z.looseObject({ elements: z.array(z.looseObject({})).optional() }));

function button(blocks: unknown, action: string): Record<string, unknown> {
  const elements = Blocks.parse(blocks).flatMap((block) => block.elements ?? []);
  return z.looseObject({}).parse(elements.find(({ action_id }) => action_id === action));
}

async function databaseNames({ databaseUrl }: Scene): Promise<string[]> {
  const folder = dirname(databaseUrl.replace("sqlite:", ""));
  return (await readdir(folder)).filter((name) => name.includes(".db"));
}

async function databaseFiles(scene: Scene): Promise<string[]> {
  const folder = dirname(scene.databaseUrl.replace("sqlite:", ""));
  const names = await databaseNames(scene);
  expect(names.length).toBeGreaterThanOrEqual(3);
  return Promise.all(names.map((name) => readFile(join(folder, name), "latin1")));
}

function secrets(): string[] {
  const { SLACK_CLIENT_SECRET, SLACK_STATE_SECRET, TOKEN_ENCRYPTION_KEYS } = OAUTH_ENVIRONMENT;
  return [
    ...Object.values(TOKENS),
    SLACK_CLIENT_SECRET ?? "?",
    SLACK_STATE_SECRET ?? "?",
    TOKEN_ENCRYPTION_KEYS ?? "?",
  ];
}
