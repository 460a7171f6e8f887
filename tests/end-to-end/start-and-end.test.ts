/** How the program starts, refuses to start, ends, and comes back after a crash. */
import { createServer } from "node:http";
import { describe } from "vitest";
import { BOT, CHANNEL, command, eventOf, PERSON } from "../../scripts/stand-in/deliveries.ts";
import { MODES } from "../../scripts/stand-in/environment.ts";
import { freePort, type Program } from "../../scripts/stand-in/program.ts";
import { type Scene, test } from "./scene.ts";

const QUESTION = "How many French companies are active in Kazakhstan?";

describe.concurrent("a start that cannot succeed ends with a sentence", () => {
  test("a bot token that Slack does not accept", async ({ openScene, expect }) => {
    const { run } = await openScene("http");
    const program = run({ SLACK_BOT_TOKEN: "xoxb-wrong" });
    expect(await program.ended).toEqual({ code: 1, signal: null });
    expect(sentencesOf(program)).toEqual([
      expect.stringMatching(/^Slack does not accept SLACK_BOT_TOKEN \(invalid_auth\): /),
    ]);
    expect(program.output()).not.toContain("xoxb-wrong");
  });

  test("an app token that Slack does not accept", async ({ openScene, expect }) => {
    const { run } = await openScene("socket");
    const program = run({ SLACK_APP_TOKEN: "xapp-wrong" });
    expect(await program.ended).toEqual({ code: 1, signal: null });
    expect(sentencesOf(program)).toEqual([
      expect.stringMatching(/^Slack does not accept SLACK_APP_TOKEN \(invalid_auth\): /),
    ]);
    expect(program.output()).not.toContain("xapp-wrong");
  });

  test("a Slack that cannot be reached", async ({ openScene, expect }) => {
    const { run } = await openScene("socket");
    const program = run({ SLACK_API_URL: `http://127.0.0.1:${await freePort()}/api/` });
    expect(await program.ended).toEqual({ code: 1, signal: null });
    expect(sentencesOf(program)).toEqual([
      expect.stringMatching(/^Slack cannot be reached at http:\S+ \(.*ECONNREFUSED.*\): /),
    ]);
  });

  test("a port that another program listens on", async ({ openScene, expect }) => {
    const { run, port } = await openScene("http");
    const other = createServer().listen(port, "127.0.0.1");
    const program = run();
    expect(await program.ended).toEqual({ code: 1, signal: null });
    other.close();
    expect(sentencesOf(program)).toEqual([
      expect.stringMatching(/^Another program listens on port \d+ of 127\.0\.0\.1: .*PORT/),
    ]);
  });
});

describe.concurrent.for(MODES)("over %s", (mode) => {
  test("an answer under way is delivered before the end", async ({ openScene, expect }) => {
    const scene = await openScene(mode);
    const program = await scene.start();
    const release = await askAndHold(scene);
    const ended = program.end("SIGTERM");
    release();
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(scene.slack.posts()).toHaveLength(1);
  });

  test("a question that a crash left open is answered once by the next start", async ({
    openScene,
    expect,
  }) => {
    const scene = await openScene(mode);
    const { slack, start } = scene;
    const crashing = await start();
    const release = await askAndHold(scene);
    await crashing.end("SIGKILL");
    release();
    const next = await start();
    await slack.until("the answer", () => slack.posts()[0]);
    await next.end("SIGTERM");
    expect(slack.posts()).toHaveLength(1);
  });
});

test.concurrent("a second signal ends the program at once, and the next start answers", async ({
  openScene,
  expect,
}) => {
  const scene = await openScene("http");
  const { slack, start } = scene;
  const program = await start();
  const release = await askAndHold(scene);
  const ended = program.end("SIGTERM");
  await program.wrote("ending; what is under way");
  await program.end("SIGINT");
  expect(await ended).toEqual({ code: 1, signal: null });
  expect(slack.posts()).toEqual([]);
  release();
  const next = await start();
  await slack.until("the answer", () => slack.posts()[0]);
  await next.end("SIGTERM");
  expect(slack.posts()).toHaveLength(1);
});

test.concurrent("an interrupt that arrives twice, by the terminal and by npm, is one", async ({
  openScene,
  expect,
}) => {
  const scene = await openScene("http");
  const program = await scene.start();
  const release = await askAndHold(scene);
  const ended = Promise.all([program.end("SIGINT"), program.end("SIGINT")]);
  await program.wrote("ending; what is under way");
  release();
  expect(await ended).toEqual([0, 0].map((code) => ({ code, signal: null })));
  expect(scene.slack.posts()).toHaveLength(1);
});

test.concurrent("a signal during the start ends the program well", async ({
  openScene,
  expect,
}) => {
  const { slack, run } = await openScene("http");
  const { promise, resolve } = Promise.withResolvers<void>();
  slack.trouble("auth.test", { kind: "hold", until: promise });
  const program = run();
  await slack.until("the first call", () => slack.callsOf("auth.test")[0]);
  const ended = program.end("SIGTERM");
  resolve();
  expect(await ended).toEqual({ code: 0, signal: null });
});

describe.concurrent("after a crash", () => {
  test("an answer that was posted before the crash is not posted again", async ({
    openScene,
    expect,
  }) => {
    const { slack, deliver, start } = await openScene("http");
    const crashing = await start();
    slack.trouble("chat.postMessage", { kind: "lost response" });
    await deliver(mention(slack));
    await slack.until("the answer", () => slack.posts()[0]);
    await crashing.end("SIGKILL");
    const next = await start();
    await next.end("SIGTERM");
    expect(slack.posts()).toHaveLength(1);
  });

  test("a command is answered by the next start", async ({ openScene, expect }) => {
    const { slack, deliver, start } = await openScene("http");
    const crashing = await start();
    const { promise, resolve } = Promise.withResolvers<void>();
    slack.trouble("response", { kind: "hold", until: promise });
    const url = slack.newResponseUrl();
    await deliver(command(QUESTION, url));
    await slack.until("the attempt to answer", () => slack.responsesTo(url)[0]);
    await crashing.end("SIGKILL");
    resolve();
    const next = await start();
    await next.end("SIGTERM");
    expect(slack.responsesTo(url)).toHaveLength(2);
  });

  test("a question that can never be answered does not keep the program down", async ({
    openScene,
    expect,
  }) => {
    const scene = await openScene("http");
    const { slack, deliver, start } = scene;
    const crashing = await start();
    const release = await askAndHold(scene);
    await crashing.end("SIGKILL");
    release();
    const refusal = { kind: "error", error: "is_archived" } as const;
    slack.trouble("chat.postMessage", refusal, refusal);
    const next = await start();
    const url = slack.newResponseUrl();
    await deliver(command(QUESTION, url));
    await slack.until("the other answer", () => slack.responsesTo(url)[0]);
    await next.end("SIGTERM");
    expect(slack.posts()).toEqual([]);
  });
});

test.concurrent("npm start passes SIGTERM on and leaves no process behind", async ({
  openScene,
  expect,
}) => {
  const scene = await openScene("socket");
  const program = scene.run({}, ["npm", "start"]);
  await program.wrote("serving Slack");
  const release = await askAndHold(scene);
  const ended = program.end("SIGTERM");
  release();
  expect((await ended).code).toBe(0);
  expect(scene.slack.posts()).toHaveLength(1);
});

/** Asks by mention; Slack holds the answer back until it is released. */
async function askAndHold({ slack, deliver }: Scene): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  slack.trouble("chat.postMessage", { kind: "hold", until: promise });
  await deliver(mention(slack));
  await slack.until("the attempt to answer", () => slack.callsOf("chat.postMessage")[0]);
  return resolve;
}

function mention(slack: Scene["slack"]) {
  const text = `<@${BOT}> ${QUESTION}`;
  return eventOf("app_mention", slack.write({ channel: CHANNEL, user: PERSON, text }));
}

/** What a person reads of a start: everything but the log's lines. */
function sentencesOf(program: Program): string[] {
  return program
    .output()
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("{"));
}
