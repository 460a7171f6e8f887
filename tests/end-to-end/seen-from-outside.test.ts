/** What operators see of the real program: whether it lives and can work, its numbers, its log. */
import { expect } from "vitest";
import { z } from "zod";
import { BOT, CHANNEL, command, eventOf, PERSON } from "../../scripts/stand-in/deliveries.ts";
import { freePort } from "../../scripts/stand-in/program.ts";
import { APP_TOKEN, BOT_TOKEN } from "../../scripts/stand-in/slack-stand-in.ts";
import { adminPort } from "./admin-port.ts";
import { type Scene, test } from "./scene.ts";

const QUESTION = "How many French companies are active in Kazakhstan?";
const UNKNOWN = "What does Zimbabwe say about beryllium?";
const WELL = { database: "ok", index: "ok", planner: "ok", slack: "ok" };

test("before it serves, it lives and is not ready", async ({ openScene }) => {
  const { slack, run } = await openScene("socket");
  const { promise, resolve } = Promise.withResolvers<void>();
  slack.trouble("auth.test", { kind: "hold", until: promise });
  const admin = await adminPort();
  const program = run(admin.env);
  await slack.until("the first call", () => slack.callsOf("auth.test")[0]);
  expect((await admin.get("/healthz")).status).toBe(200);
  expect(await admin.readiness()).toMatchObject({ status: 503, checks: { slack: "starting" } });
  resolve();
  await program.wrote("serving Slack");
  await admin.until(({ status }) => status === 200);
  expect(await admin.readiness()).toEqual({ status: 200, ready: true, checks: WELL });
});

test("while Slack has no connection open, it is not ready", async ({ openScene }) => {
  const { slack, start } = await openScene("socket");
  const admin = await adminPort();
  await start(admin.env);
  await admin.until(({ status }) => status === 200);
  const { promise, resolve } = Promise.withResolvers<void>();
  slack.trouble("apps.connections.open", { kind: "hold", until: promise });
  slack.requestRefresh();
  await admin.until(({ status }) => status === 503);
  expect((await admin.readiness()).checks).toEqual({ ...WELL, slack: "not connected" });
  expect((await admin.get("/healthz")).status).toBe(200);
  expect(await admin.number("kzminerals_slack_connected")).toBe(0);
  resolve();
  await admin.until(({ status }) => status === 200);
});

test("questions are counted by surface and outcome, and none is told", async ({ openScene }) => {
  const scene = await openScene("http");
  const { slack } = scene;
  const admin = await adminPort();
  const program = await scene.start(admin.env);
  await admin.until(({ status }) => status === 200);
  await ask(scene, QUESTION);
  await ask(scene, UNKNOWN);
  await ask(scene, "help");
  await mention(scene, QUESTION);
  await slack.until("the answer", () => slack.posts()[0]);
  await program.wrote('"surface":"mention","outcome":"answer"');
  const text = await admin.metrics();
  for (const line of [
    'kzminerals_replies_total{surface="slash",outcome="answer"} 1',
    'kzminerals_replies_total{surface="slash",outcome="unknown"} 1',
    'kzminerals_replies_total{surface="slash",outcome="command"} 1',
    'kzminerals_replies_total{surface="mention",outcome="answer"} 1',
    'kzminerals_event_seconds_count{kind="command"} 3',
    'kzminerals_outbox_messages{state="waiting"} 0',
    "kzminerals_outbox_oldest_due_seconds 0",
    "kzminerals_inbox_unanswered 0",
    "kzminerals_index_articles 5",
    "kzminerals_database_up 1",
    'kzminerals_info{version="0.1.0",mode="http"} 1',
  ])
    expect(text).toContain(`${line}\n`);
  expect(text).toMatch(/^kzminerals_job_runs_total\{job="plan digests",outcome="done"\} /m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  for (const hidden of [/French|Zimbabwe|beryllium/, BOT_TOKEN, APP_TOKEN, PERSON, CHANNEL])
    expect(text).not.toMatch(hidden);
});

test("one event has one name in the log, which tells no question and no secret", async ({
  openScene,
}) => {
  const scene = await openScene("socket");
  const { slack } = scene;
  const program = await scene.start();
  await ask(scene, QUESTION);
  slack.trouble("chat.postMessage", { kind: "error", error: "is_archived" });
  const asked = await mention(scene, UNKNOWN);
  await program.wrote("an answer failed");
  await program.end("SIGTERM");

  const lines = program
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => z.looseObject({ msg: z.string() }).parse(JSON.parse(line)));
  const ofMention = lines.filter(({ event }) => event === `T0KZ:message:${CHANNEL}:${asked.ts}`);
  expect(ofMention).toMatchObject([
    { level: "error", msg: "an answer failed", reference: expect.any(String) },
    { level: "info", msg: "event done", surface: "mention", outcome: "unknown" },
  ]);
  expect(lines).toContainEqual(
    expect.objectContaining({ kind: "command", surface: "slash", outcome: "answer" }),
  );
  for (const hidden of [/French|Zimbabwe|beryllium/, BOT_TOKEN, APP_TOKEN, "/response/"])
    expect(program.output()).not.toMatch(hidden);
});

test("without an admin port none is opened, and a used one is told", async ({ openScene }) => {
  const { run, start } = await openScene("http");
  const admin = await adminPort();
  await start();
  await expect(admin.get("/healthz")).rejects.toThrow();
  const { port } = await openScene("http");
  await start({ ...admin.env, PORT: `${port}` });
  const second = run({ ...admin.env, PORT: `${await freePort()}` });
  expect(await second.ended).toEqual({ code: 1, signal: null });
  expect(second.output()).toMatch(/^Another program listens on port \d+ .* set ADMIN_PORT /m);
});

async function ask({ slack, deliver }: Scene, text: string) {
  const url = slack.newResponseUrl();
  await deliver(command(text, url));
  return slack.until("the reply", () => slack.responsesTo(url)[0]);
}

async function mention({ slack, deliver }: Scene, text: string) {
  const message = slack.write({ channel: CHANNEL, user: PERSON, text: `<@${BOT}> ${text}` });
  await deliver(eventOf("app_mention", message));
  return message;
}
