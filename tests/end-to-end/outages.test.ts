/** Slack limits, fails and loses answers; nobody gets an answer twice or not at all. */
import { describe, expect } from "vitest";
import { BOT, CHANNEL, command, eventOf, PERSON } from "../../scripts/stand-in/deliveries.ts";
import type { Trouble } from "../../scripts/stand-in/slack-stand-in.ts";
import { type Scene, test } from "./scene.ts";

describe.concurrent("when Slack is in trouble", () => {
  test("a mention waits as long as Slack asks", async ({ openScene, expect }) => {
    const { slack, posts } = await mentionDuring({ openScene, troubles: [LIMITED] });
    expect(posts).toHaveLength(1);
    const [refused, taken] = slack.callsOf("chat.postMessage");
    expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  test("a reply whose response was lost is found and not posted again", async ({
    openScene,
    expect,
  }) => {
    const { posts } = await mentionDuring({ openScene, troubles: [{ kind: "lost response" }] });
    expect(posts).toHaveLength(1);
  });

  test.for<Trouble>([
    { kind: "error", error: "internal_error" },
    { kind: "status", status: 500 },
  ])("a reply that failed with %o is posted in the end", async (trouble, { openScene, expect }) => {
    const { posts } = await mentionDuring({ openScene, troubles: [trouble] });
    expect(posts).toHaveLength(1);
  });

  test("what Slack says along with its hello is answered once", async ({ openScene, expect }) => {
    const { slack, deliver, run } = await openScene("socket");
    const program = run();
    const text = `<@${BOT}> Where is titanium used?`;
    await deliver(eventOf("app_mention", slack.write({ channel: CHANNEL, user: PERSON, text })));
    await program.wrote("serving Slack");
    await program.end("SIGTERM");
    expect(slack.posts()).toHaveLength(1);
  });

  test("a new connection hears what the old one would have heard", async ({ openScene }) => {
    const { slack, deliver, start } = await openScene("socket");
    await start();
    slack.requestRefresh();
    await slack.until(
      "a new connection",
      () => slack.callsOf("apps.connections.open").length === 2,
    );
    const url = slack.newResponseUrl();
    await deliver(command("help", url));
    await slack.until("the reply", () => slack.responsesTo(url)[0]);
  });
});

const LIMITED: Trouble = { kind: "rate limit", seconds: 1 };

/** Asks by mention while posting meets troubles, and ends the program, which settles the answer. */
async function mentionDuring({
  openScene,
  troubles,
}: {
  openScene: (mode: "http") => Promise<Scene>;
  troubles: Trouble[];
}) {
  const { slack, deliver, start } = await openScene("http");
  const program = await start();
  slack.trouble("chat.postMessage", ...troubles);
  const text = `<@${BOT}> Where is titanium used?`;
  await deliver(eventOf("app_mention", slack.write({ channel: CHANNEL, user: PERSON, text })));
  await slack.until("the first attempt", () => slack.callsOf("chat.postMessage")[0]);
  expect(await program.end("SIGTERM")).toEqual({ code: 0, signal: null });
  return { slack, posts: slack.posts() };
}
