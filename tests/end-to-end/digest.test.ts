/** The weekly digest of the environment, through the real program. */
import { expect } from "vitest";
import { CHANNEL } from "./deliveries.ts";
import { type Scene, test } from "./scene.ts";

/** Leap days: far away, and every dated article became news since the last one's. */
const DIGEST = { DIGEST_CHANNEL: CHANNEL, DIGEST_CRON: "0 9 29 2 *" };

test.concurrent("a missed edition is made up once, with its thread", async ({ openScene }) => {
  const scene = await openScene("http");
  const { slack, start } = scene;
  await missASlot(scene);
  const late = await start(DIGEST);
  await allSent(scene);
  await late.end("SIGTERM");
  const [lead, ...thread] = slack.posts();
  expect(lead?.text).toMatch(/Kazakhstan/);
  expect(lead).not.toHaveProperty("thread_ts");
  expect(thread.length).toBeGreaterThan(0);
  for (const reply of thread) expect(reply.thread_ts).toBe(lead?.ts);

  const again = await start(DIGEST);
  await again.end("SIGTERM");
  expect(slack.posts()).toHaveLength(1 + thread.length);
});

test.concurrent("a lead whose response was lost is found, and its thread follows", async ({
  openScene,
}) => {
  const scene = await openScene("http");
  const { slack, start } = scene;
  await missASlot(scene);
  slack.trouble("chat.postMessage", { kind: "lost response" });
  const unlucky = await start(DIGEST);
  await slack.until("the lead", () => slack.posts()[0]);
  await unlucky.end("SIGTERM");
  expect(slack.posts()).toHaveLength(1);

  const next = await start(DIGEST);
  await allSent(scene);
  await next.end("SIGTERM");
  const leads = slack.posts().filter((post) => post.thread_ts === undefined);
  expect(leads).toHaveLength(1);
  expect(slack.posts().length).toBeGreaterThan(1);
});

/** Subscribes, ends, and lets an hour pass since the edition was due. */
async function missASlot({ start, onDatabase }: Scene): Promise<void> {
  const program = await start(DIGEST);
  await program.end("SIGTERM");
  const due = new Date(Date.now() - 60 * 60 * 1000).toISOString();
  onDatabase(`update subscription set next_at = '${due}'`);
}

/** Resolves when Slack has every message that was queued. */
async function allSent({ slack, onDatabase }: Scene): Promise<void> {
  // They are queued in one transaction, so the first post tells that all are.
  await slack.until("the first message", () => slack.posts()[0]);
  const queued = onDatabase("select id from outbox").length;
  await slack.until("the edition", () => slack.posts().length >= queued);
}
