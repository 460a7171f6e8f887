import { expect, test } from "vitest";
import type { Poster } from "../../src/messages/posting.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore } from "../temporary.ts";
import { type Clock, outboxWith, processOver, row, START, thread } from "./outbox-scene.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

test("messages that are due at once go out at the set rate, whoever sends them", async () => {
  const rows = Array.from({ length: 60 }, (_, index) => row(`m${index}`, { channel: `C${index}` }));
  const { file, store, clock } = await outboxWith(...rows);
  const { poster, times } = timingSlack(clock);
  const senders = [store, await openTestStore(file), await openTestStore(file)].map((each) =>
    processOver(each, clock, { postsPerSecond: 10 }),
  );
  await Promise.all(senders.map((sender) => sender.sendDue(poster)));
  const posts = [...times.values()].flat().toSorted((left, right) => left - right);
  expect(posts).toHaveLength(60);
  for (const [index, time] of posts.entries())
    expect(time - START).toBeGreaterThanOrEqual(index * 100);
});

test("a database that answers slowly holds nothing up, and the rate is kept", async () => {
  const channels = Array.from({ length: 16 }, (_, index) => `C${index}`);
  const { store, clock } = await outboxWith(
    ...channels.map((channel) => row(channel, { channel })),
  );
  const slow: Store = {
    ...store,
    pace: {
      take: async (turn) => {
        const at = await store.pace.take(turn);
        await clock.wait(300);
        return at;
      },
    },
  };
  const { poster, times } = timingSlack(clock);
  const sender = processOver(slow, clock, { postsPerSecond: 10 });
  for (let pass = 0; pass < 5; pass += 1) {
    await sender.sendDue(poster);
    clock.forward(4_000);
  }
  const posts = [...times.values()].flat().toSorted((left, right) => left - right);
  expect(posts).toHaveLength(channels.length);
  for (const [index, time] of posts.entries())
    expect(time - START).toBeGreaterThanOrEqual(index * 100);
});

test("a channel gets one message in a second, and holds no other up", async () => {
  const { store, clock } = await outboxWith(
    ...thread("a", 2),
    ...Array.from({ length: 5 }, (_, index) => row(`m${index}`, { channel: `D${index}` })),
  );
  const sender = processOver(store, clock, { postsPerSecond: 10 });
  const { poster, times } = timingSlack(clock);
  await sender.sendDue(poster);
  // All but the thread's replies.
  expect([...times.values()].flat()).toHaveLength(6);
  expect(clock.now().getTime() - START).toBeLessThan(1_000);
  for (let second = 0; second < 4; second += 1) {
    clock.forward(1_000);
    await sender.sendDue(poster);
  }
  const [lead = 0, first = 0, second = 0] = times.get("C1") ?? [];
  expect(times.get("C1")).toHaveLength(3);
  expect(first - lead).toBeGreaterThanOrEqual(1_000);
  expect(second - first).toBeGreaterThanOrEqual(1_000);
});

test("a rate limit holds its channel back for as long as Slack asks, and no other", async () => {
  const { store, clock, process } = await outboxWith(row("a"), row("b"), row("c", ELSEWHERE));
  const { poster, times } = timingSlack(clock, { C1: [{ kind: "later", afterMs: 30_000 }] });
  await process.send("a", poster);
  await process.sendDue(poster);
  expect([...times.keys()]).toEqual(["C2"]);
  clock.forward(29_999);
  await process.sendDue(poster);
  expect(times.get("C1")).toBeUndefined();
  clock.forward(1);
  await process.sendDue(poster);
  expect(times.get("C1")).toHaveLength(2);
  expect(await store.outbox.counts(clock.now())).toMatchObject({ waiting: 0, sent: 3 });
});

test("a rate limit in three channels in a row holds everything back", async () => {
  const channels = ["C1", "C2", "C3", "C4"];
  const { clock, process } = await outboxWith(
    ...channels.map((channel) => row(`in ${channel}`, { channel })),
  );
  const limit = [{ kind: "later", afterMs: 30_000 }] as const;
  const { poster, times } = timingSlack(clock, { C1: limit, C2: limit, C3: limit });
  for (const channel of channels.slice(0, 3)) await process.send(`in ${channel}`, poster);
  await process.sendDue(poster);
  expect(times.size).toBe(0);
  clock.forward(30_000);
  await process.sendDue(poster);
  expect(times.size).toBe(4);
});

test("a clock that is set back holds nothing up", async () => {
  const { store, clock } = await outboxWith(row("a"));
  const sender = processOver(store, clock, { postsPerSecond: 1 });
  const { poster, times } = timingSlack(clock, {
    C1: [{ kind: "later", afterMs: 20_000 }],
  });
  clock.forward(1.5 * DAY_MS);
  await sender.sendDue(poster);
  clock.forward(-1.5 * DAY_MS);
  await sender.mend();
  await store.outbox.add([row("b", ELSEWHERE)]);
  await sender.sendDue(poster);
  expect([...times.keys()].toSorted()).toEqual(["C1", "C2"]);
});

test("a lease that a wrong clock gave ends half a minute after the clock is right", async () => {
  const { store, clock, process } = await outboxWith(row("a"));
  const { poster, times } = timingSlack(clock);
  const until = new Date(START + 400 * DAY_MS);
  await store.outbox.claim({ id: "a", now: clock.now(), until });
  await process.mend();
  clock.forward(29_999);
  await process.sendDue(poster);
  expect(times.size).toBe(0);
  clock.forward(1);
  await process.sendDue(poster);
  expect(times.size).toBe(1);
});

const ELSEWHERE = { channel: "C2" };

type Trouble = { readonly kind: "later"; readonly afterMs: number };

/** When each channel got its messages; the first of some meet troubles. */
function timingSlack(clock: Clock, troubles: Record<string, readonly Trouble[]> = {}) {
  const left = new Map(Object.entries(troubles).map(([channel, list]) => [channel, [...list]]));
  const times = new Map<string, number[]>();
  const poster: Poster = {
    post: async ({ channel }) => {
      const trouble = left.get(channel)?.shift();
      if (trouble) return trouble;
      const at = clock.now().getTime();
      times.set(channel, [...(times.get(channel) ?? []), at]);
      return { kind: "sent", ts: String(at / 1000) };
    },
    lookUp: async () => ({ kind: "absent" }),
  };
  return { poster, times };
}
