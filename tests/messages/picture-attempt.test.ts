import { expect, test } from "vitest";
import { plainSubscription } from "../../src/digest/subscription.ts";
import { syncSubscription } from "../../src/digest/sync-subscription.ts";
import type { Message } from "../../src/messages/text.ts";
import { outboxWith, row, START } from "./outbox-scene.ts";
import { type Happening, scriptedSlack } from "./scripted-slack.ts";

const MINUTE_MS = 60_000;
const LEAD = `digest:sub:${new Date(START).toISOString()}`;
const PICTURE = `${LEAD}:2`;
const MESSAGE: Message = {
  language: "en",
  paragraphs: [],
  picture: {
    name: "matrix",
    title: "Matrix",
    altText: "",
    drawing: {
      kind: "matrix",
      ...{ title: "", subtitle: "", notes: [], allTitle: "", columns: [], rows: [] },
    },
  },
};

/** An edition whose lead and one reply are posted before its picture meets these happenings. */
async function editionWith(...happenings: Happening[]) {
  const part = { threadOf: LEAD, subscription: "sub" };
  const scene = await outboxWith(
    row(LEAD, { subscription: "sub" }),
    row(`${LEAD}:1`, { ...part, position: 1 }),
    row(PICTURE, { ...part, position: 2, message: JSON.stringify(MESSAGE) }),
  );
  const subscription = {
    ...plainSubscription({ cron: "0 9 * * 1", timeZone: "Asia/Almaty", language: "en" }),
    ...{ id: "sub", workspace: "T1", channel: "C1", owner: "U1" },
  };
  await syncSubscription({ store: scene.store, subscription, now: new Date(START - 1) });
  const slack = scriptedSlack(["sent", "sent", ...happenings]);
  const deliver = async (afterMs = 0) => {
    scene.clock.forward(afterMs);
    await scene.process.sendDue(slack.poster);
  };
  await deliver();
  const posts = () => slack.posted.filter(({ id }) => id === PICTURE).length;
  return { ...scene, slack, deliver, posts, picture: () => scene.store.outbox.find(PICTURE) };
}

test("a picture is the last reply, and a second one is never posted", async () => {
  const { slack, posts, deliver } = await editionWith("sent");
  await deliver(10 * MINUTE_MS);
  expect(slack.posted.map(({ id }) => id)).toEqual([LEAD, `${LEAD}:1`, PICTURE]);
  expect(slack.posted[2]?.threadTs).toBe("1.0");
  expect(posts()).toBe(1);
});

test.each(["missing_scope", "not_in_channel", "token_revoked"])(
  "refused for %s, it pauses nothing and nobody is told",
  async (refusedFor) => {
    const { store, picture, slack, deliver } = await editionWith({ refusedFor });
    await deliver(60 * MINUTE_MS);
    expect(await picture()).toMatchObject({ state: "refused", error: refusedFor });
    expect(await store.digest.subscription("sub")).toMatchObject({ state: "active" });
    expect(await store.outbox.find(LEAD)).toMatchObject({ state: "sent" });
    expect(slack.calls).toHaveLength(3);
  },
);

test("whose answer was lost is found, and not posted again", async () => {
  const { posts, picture, deliver } = await editionWith("lost after it was posted");
  await deliver(MINUTE_MS);
  expect(await picture()).toMatchObject({ state: "sent" });
  expect(posts()).toBe(1);
});

test("whose request was lost is posted once it is certain that it is not there", async () => {
  const { posts, picture, deliver } = await editionWith("lost before it was posted");
  await deliver(6_000);
  expect(posts()).toBe(0);
  await deliver(MINUTE_MS);
  expect(await picture()).toMatchObject({ state: "sent" });
  expect(posts()).toBe(1);
});

test("that cannot be looked up ends quietly, and is not posted again", async () => {
  const { store, slack, picture, posts, deliver } = await editionWith("lost after it was posted");
  slack.setReading("unreadable");
  await deliver(MINUTE_MS);
  await deliver(60 * MINUTE_MS);
  expect((await picture())?.state).toBe("refused");
  expect(posts()).toBe(1);
  expect(await store.outbox.counts(new Date(START))).toMatchObject({ uncertain: 0, waiting: 0 });
});

test("that Slack cannot take now waits alone, and not for ever", async () => {
  const later = Array.from({ length: 20 }, (): Happening => ({ laterMs: 1_000 }));
  const { store, slack, picture, deliver } = await editionWith(...later.slice(0, 1));
  await store.outbox.add([row("other")]);
  await deliver();
  expect(await store.outbox.find("other")).toMatchObject({ state: "sent" });
  slack.script(...later);
  for (let tries = 0; tries < 20; tries += 1) await deliver(10 * MINUTE_MS);
  expect(await picture()).toMatchObject({ state: "refused" });
  expect(slack.calls.filter((call) => call === `post ${PICTURE}`).length).toBeLessThan(10);
});
