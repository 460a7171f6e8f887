import { expect, test } from "vitest";
import {
  type ComposeDelivery,
  type ComposedDelivery,
  type DeliveryOrder,
  type Permalink,
  planDue,
} from "../../src/digest/planner.ts";
import { sendNow } from "../../src/digest/send-now.ts";
import { plainSubscription, type Subscription } from "../../src/digest/subscription.ts";
import { syncSubscription } from "../../src/digest/sync-subscription.ts";
import { createLog } from "../../src/log.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore, temporaryDatabase } from "../temporary.ts";

const log = createLog("silent");
/** Monday, nine o'clock in Almaty. */
const SLOT = "2026-06-08T04:00:00.000Z";
const NEXT_SLOT = "2026-06-15T04:00:00.000Z";
const LEAD = `digest:env:${SLOT}`;
const BEFORE = new Date("2026-06-03T12:00:00.000Z");
const oneMessage: ComposeDelivery = () => ({ messages: ["lead"], articles: [], isEmpty: false });
const PAUSE = { reason: "asked", until: null };
/** Later than any message of these tests. */
const FAR_AHEAD = new Date("2027-01-01T00:00:00.000Z");

test("a slot is planned when it is due, and not before", async () => {
  const store = await subscribed();
  expect(await plan(store, "2026-06-08T03:59:59.999Z")).toEqual({ queued: 0, orders: [] });
  const { queued, orders } = await plan(store, SLOT);
  expect(queued).toBe(1);
  expect(orders).toEqual([
    {
      subscription: subscription(),
      slot: new Date(SLOT),
      window: { from: "2026-06-01", to: "2026-06-08" },
      now: new Date(SLOT),
      next: new Date(NEXT_SLOT),
      told: new Map(),
    },
  ]);
});

test("the lead may go out at once, and its replies wait for it in order", async () => {
  const store = await subscribed();
  await plan(store, SLOT, { messages: ["lead", "first", "second"] });
  expect(await store.outbox.find(LEAD)).toMatchObject({
    workspace: "T1",
    channel: "C1",
    thread_of: null,
    message: "lead",
    state: "waiting",
    send_after: SLOT,
  });
  expect(await store.outbox.find(`${LEAD}:1`)).toMatchObject({ thread_of: LEAD, message: "first" });
  expect(await store.outbox.find(`${LEAD}:2`)).toMatchObject({ thread_of: LEAD, position: 2 });
  expect(await store.outbox.dueIds(FAR_AHEAD, 10)).toEqual([LEAD]);
});

test("a second pass does not repeat a slot", async () => {
  const store = await subscribed();
  await plan(store, SLOT);
  expect(await plan(store, "2026-06-08T04:01:00.000Z")).toEqual({ queued: 0, orders: [] });
});

test("a restart does not repeat a slot", async () => {
  const file = await temporaryDatabase();
  await plan(await subscribed({ file }), SLOT);
  const restarted = await openTestStore(file);
  const now = "2026-06-08T04:10:00.000Z";
  await sync(restarted, subscription(), now);
  expect((await plan(restarted, now)).queued).toBe(0);
  expect((await plan(restarted, NEXT_SLOT)).queued).toBe(1);
});

test("a slot missed while the program was down is made up once", async () => {
  const file = await temporaryDatabase();
  await subscribed({ file });
  const restarted = await openTestStore(file);
  const now = "2026-06-09T10:00:00.000Z";
  await sync(restarted, subscription(), now);
  const { queued, orders } = await plan(restarted, now);
  expect(queued).toBe(1);
  expect(orders.map((order) => order.slot.toISOString())).toEqual([SLOT]);
  expect(await plan(restarted, "2026-06-09T10:01:00.000Z")).toEqual({ queued: 0, orders: [] });
  expect((await restarted.digest.subscription("env"))?.next_at).toBe(NEXT_SLOT);
});

test("several missed slots are made up by the latest, over the days of all of them", async () => {
  const store = await subscribed();
  await plan(store, SLOT);
  const { queued, orders } = await plan(store, "2026-06-29T05:00:00.000Z");
  expect(queued).toBe(1);
  expect(orders[0]?.window).toEqual({ from: "2026-06-08", to: "2026-06-29" });
  expect(await store.outbox.find("digest:env:2026-06-29T04:00:00.000Z")).toBeDefined();
  expect(await store.outbox.find("digest:env:2026-06-22T04:00:00.000Z")).toBeUndefined();
});

test("a slot is made up 48 hours later, and after that recorded as skipped", async () => {
  const last = await subscribed();
  expect((await plan(last, "2026-06-10T04:00:00.000Z")).queued).toBe(1);
  const store = await subscribed();
  expect(await plan(store, "2026-06-10T04:00:00.001Z")).toEqual({ queued: 0, orders: [] });
  expect(await store.outbox.dueIds(FAR_AHEAD, 10)).toEqual([]);
  expect(await store.digest.subscription("env")).toMatchObject({ next_at: NEXT_SLOT });
  expect(await store.digest.deliveries("env", 10)).toMatchObject([
    { slot: SLOT, state: "skipped", reason: "too-late" },
  ]);
});

test("the days of a skipped slot are told by the next edition", async () => {
  const store = await subscribed();
  await plan(store, SLOT);
  await plan(store, "2026-06-18T04:00:00.000Z");
  const { orders } = await plan(store, "2026-06-22T04:00:00.000Z");
  expect(orders[0]?.window).toEqual({ from: "2026-06-08", to: "2026-06-22" });
});

test("the window starts where the last delivery ended, also after a change of schedule", async () => {
  const store = await subscribed();
  await plan(store, SLOT);
  await sync(store, subscription({ cron: "0 9 * * 5" }), "2026-06-09T00:00:00.000Z");
  const { orders } = await plan(store, "2026-06-12T04:00:00.000Z");
  expect(orders[0]?.window).toEqual({ from: "2026-06-08", to: "2026-06-12" });
});

test("what was told is known to the next edition, with the address of the lead once it is posted", async () => {
  const store = await subscribed();
  await plan(store, SLOT, { messages: ["lead", "reply"], articles: ["one", "two", "one"] });
  await store.outbox.markSent(LEAD, "1781.5");
  await plan(store, NEXT_SLOT, { articles: ["three"] });
  const { orders } = await plan(store, "2026-06-22T04:00:00.000Z");
  const lead = "https://test.slack.com/C1/1781.5";
  expect(orders[0]?.told).toEqual(
    new Map([
      ["one", lead],
      ["two", lead],
      ["three", null],
    ]),
  );
});

test("a lead that Slack refused told nothing: the next edition covers its days and articles", async () => {
  const store = await subscribed();
  await plan(store, SLOT, { articles: ["one"] });
  await refuse(store, LEAD);
  const { orders } = await plan(store, NEXT_SLOT);
  expect(orders[0]?.told).toEqual(new Map());
  expect(orders[0]?.window).toEqual({ from: "2026-06-01", to: "2026-06-15" });
});

test.each([
  ["a day off", { skippedDays: ["2026-06-15"] }, []],
  ["a day with an edition of its own", {}, ["two"]],
])("a lead that is refused after %s is told by the next edition too", async (_, change, told) => {
  const store = await subscribed();
  await plan(store, SLOT, { articles: ["one"] });
  await sync(store, subscription(change));
  await plan(store, NEXT_SLOT, { articles: ["two"] });
  await refuse(store, LEAD);
  const { orders } = await plan(store, "2026-06-22T04:00:00.000Z", { articles: ["one"] });
  expect(orders[0]?.window).toEqual({ from: "2026-06-01", to: "2026-06-22" });
  expect([...(orders[0]?.told.keys() ?? [])]).toEqual(told);
  const { orders: following } = await plan(store, "2026-06-29T04:00:00.000Z");
  expect(following[0]?.window).toEqual({ from: "2026-06-22", to: "2026-06-29" });
});

test.each([
  ["a moment before the run", "2026-06-08T04:00:05.000Z", "2026-06-08T04:00:10.000Z"],
  ["hours before it on its day", "2026-06-08T01:00:00.000Z", SLOT],
])("an edition that a person sent %s is not followed by an empty one", async (_, pressed, run) => {
  const store = await subscribed();
  const now = new Date(pressed);
  const planning = { store, now, permalink: () => null, log, compose: oneMessage };
  expect((await sendNow("env", planning)).kind).toBe("queued");
  expect(await plan(store, run)).toEqual({ queued: 0, orders: [] });
  const [skipped] = (await store.digest.deliveries("env", 2)).filter(({ slot }) => slot === SLOT);
  expect(skipped).toMatchObject({ state: "skipped", reason: "nothing-new" });
  const { orders } = await plan(store, NEXT_SLOT);
  expect(orders[0]?.window).toEqual({ from: "2026-06-08", to: "2026-06-15" });
});

test("a day off is recorded as skipped, and the next edition covers its days", async () => {
  const store = await subscribed();
  await sync(store, subscription({ skippedDays: ["2026-06-08", "2026-06-22"] }));
  expect(await plan(store, SLOT)).toEqual({ queued: 0, orders: [] });
  expect(await store.digest.deliveries("env", 10)).toMatchObject([
    { slot: SLOT, state: "skipped", reason: "skipped-day" },
  ]);
  const { orders } = await plan(store, NEXT_SLOT);
  expect(orders).toMatchObject([
    {
      window: { from: "2026-06-01", to: "2026-06-15" },
      // The one after it is on a day off.
      next: new Date("2026-06-29T04:00:00.000Z"),
    },
  ]);
});

test("a day off is one of the subscription's own time zone", async () => {
  const store = await openTestStore(await temporaryDatabase());
  const kiritimati = { cron: "0 1 * * 1", timeZone: "Pacific/Kiritimati" };
  await sync(store, subscription({ ...kiritimati, skippedDays: ["2026-06-08"] }));
  expect((await plan(store, "2026-06-07T11:00:00.000Z")).queued).toBe(0);
  expect(await store.digest.deliveries("env", 1)).toMatchObject([{ reason: "skipped-day" }]);
});

test("a pause without end posts nothing, and keeps one record of its slots", async () => {
  const store = await subscribed();
  await plan(store, SLOT);
  await sync(store, subscription({ pause: { reason: "asked", until: null } }));
  expect((await plan(store, NEXT_SLOT)).queued).toBe(0);
  expect((await plan(store, "2026-06-22T04:00:00.000Z")).queued).toBe(0);
  expect(await store.digest.deliveries("env", 10)).toMatchObject([
    { slot: "2026-06-22T04:00:00.000Z", state: "skipped", reason: "paused" },
    { slot: SLOT, state: "queued" },
  ]);
});

test("a pause ends by itself at the first run after it, which covers its days", async () => {
  const store = await subscribed();
  await plan(store, SLOT);
  const until = new Date("2026-06-20T00:00:00.000Z");
  await sync(store, subscription({ pause: { reason: "asked", until } }));
  expect((await plan(store, NEXT_SLOT)).queued).toBe(0);
  // Over, but its missed slot is not made up.
  expect((await plan(store, "2026-06-21T04:00:00.000Z")).queued).toBe(0);
  const { queued, orders } = await plan(store, "2026-06-22T04:00:00.000Z");
  expect(queued).toBe(1);
  expect(orders).toMatchObject([
    { window: { from: "2026-06-08", to: "2026-06-22" }, subscription: { pause: null } },
  ]);
  expect(await store.digest.subscription("env")).toMatchObject({
    state: "active",
    pause_reason: null,
    paused_until: null,
  });
});

test("a pause that ended while the program was down is followed by one late post", async () => {
  const store = await subscribed();
  const until = new Date("2026-06-20T00:00:00.000Z");
  await sync(store, subscription({ pause: { reason: "asked", until } }));
  const { orders } = await plan(store, "2026-06-23T04:00:00.000Z");
  expect(orders.map(({ slot }) => slot.toISOString())).toEqual(["2026-06-22T04:00:00.000Z"]);
});

test("a pause that is lifted makes up no missed slot", async () => {
  const store = await subscribed();
  await sync(store, subscription({ pause: { reason: "asked", until: null } }));
  await sync(store, subscription(), "2026-06-08T12:00:00.000Z");
  expect(await store.digest.subscription("env")).toMatchObject({
    state: "active",
    next_at: NEXT_SLOT,
  });
});

test.each([
  ["skipped where the channel does not want to hear of it", false, 0],
  ["posted where it does", true, 1],
])("an edition without news is %s", async (_, postsEmpty, queued) => {
  const store = await subscribed();
  await sync(store, subscription({ postsEmpty }));
  expect((await plan(store, SLOT, { isEmpty: true })).queued).toBe(queued);
  const reason = postsEmpty ? null : "nothing-new";
  expect(await store.digest.deliveries("env", 10)).toMatchObject([{ reason }]);
  const { orders } = await plan(store, NEXT_SLOT);
  expect(orders[0]?.window.from).toBe(postsEmpty ? "2026-06-08" : "2026-06-01");
});

test.each([
  ["paused", (store: Store) => sync(store, subscription({ pause: PAUSE }))],
  ["removed", (store: Store) => store.digest.removeSubscription("env")],
  ["moved to another hour", (store: Store) => sync(store, subscription({ cron: "0 10 * * 1" }))],
])("a subscription that is %s while it is planned gets no edition", async (_, change) => {
  const store = await subscribed();
  const changed: Store = {
    ...store,
    digest: {
      ...store.digest,
      told: async (id) => {
        await change(store);
        return store.digest.told(id);
      },
    },
  };
  expect((await plan(changed, SLOT)).queued).toBe(0);
  expect(await store.outbox.dueIds(FAR_AHEAD, 10)).toEqual([]);
});

test("each subscription has a slot of its own", async () => {
  const store = await subscribed();
  await sync(store, subscription({ id: "other", channel: "C2", language: "fr" }));
  const { queued, orders } = await plan(store, SLOT);
  expect(queued).toBe(2);
  expect(orders.map((order) => order.subscription.channel).toSorted()).toEqual(["C1", "C2"]);
});

test("an edition that cannot be composed leaves the slot due, and the others are planned", async () => {
  const store = await subscribed();
  await sync(store, subscription({ id: "other", channel: "C2" }));
  const queued = await planDue({
    store,
    now: new Date(SLOT),
    log,
    compose: ({ subscription }) => {
      if (subscription.id !== "other") throw new Error("no edition");
      return { messages: ["{}"], articles: [], isEmpty: false };
    },
    permalink: () => null,
  });
  expect(queued).toBe(1);
  expect((await plan(store, "2026-06-08T04:01:00.000Z")).queued).toBe(1);
});

test("of two planners that see one slot as due, one queues the edition", async () => {
  const file = await temporaryDatabase();
  const fast = await subscribed({ file });
  const slow = await openTestStore(file);
  let queuedByFast = 0;
  // The fast planner runs whole between the slow one's look and its record.
  const overtaken: Store = {
    ...slow,
    digest: {
      ...slow.digest,
      dueSubscriptions: async (now) => {
        const due = await slow.digest.dueSubscriptions(now);
        queuedByFast = (await plan(fast, SLOT, { messages: ["of the fast one"] })).queued;
        return due;
      },
    },
  };
  const { queued: queuedBySlow } = await plan(overtaken, SLOT, {
    messages: ["of the slow one", "and a reply"],
  });
  expect([queuedByFast, queuedBySlow]).toEqual([1, 0]);
  expect((await slow.outbox.find(LEAD))?.message).toBe("of the fast one");
  expect(await slow.outbox.find(`${LEAD}:1`)).toBeUndefined();
});

test("an unchanged subscription keeps its next run, in whichever channel and language", async () => {
  const store = await subscribed();
  const now = "2026-06-10T00:00:00.000Z";
  await sync(store, subscription({ channel: "C2", language: "ru" }), now);
  expect(await store.digest.subscription("env")).toMatchObject({
    channel: "C2",
    language: "ru",
    next_at: SLOT,
  });
});

test.each([
  ["another hour", { cron: "0 10 * * 1" }, "2026-06-15T05:00:00.000Z"],
  ["another time zone", { timeZone: "Europe/Paris" }, "2026-06-15T07:00:00.000Z"],
])("a subscription changed to %s starts from now", async (_, change, nextAt) => {
  const store = await subscribed();
  await sync(store, subscription(change), "2026-06-10T00:00:00.000Z");
  expect((await store.digest.subscription("env"))?.next_at).toBe(nextAt);
});

test("a schedule that never fires is refused", async () => {
  const store = await openTestStore(await temporaryDatabase());
  await expect(sync(store, subscription({ cron: "0 9 31 2 *" }))).rejects.toThrow(/never fires/);
  expect(await store.digest.subscription("env")).toBeUndefined();
});

test("a subscription that was removed gets no edition", async () => {
  const store = await subscribed();
  await store.digest.removeSubscription("env");
  expect((await plan(store, SLOT)).queued).toBe(0);
});

function subscription(fields: Partial<Subscription> = {}): Subscription {
  return {
    ...plainSubscription({ cron: "0 9 * * 1", timeZone: "Asia/Almaty", language: "en" }),
    id: "env",
    workspace: "T1",
    channel: "C1",
    ...fields,
  };
}

/** A store with the subscription, some days before its slot. */
async function subscribed({ file }: { file?: string } = {}): Promise<Store> {
  const store = await openTestStore(file ?? (await temporaryDatabase()));
  await sync(store, subscription());
  return store;
}

function sync(store: Store, to: Subscription, now = BEFORE.toISOString()): Promise<void> {
  return syncSubscription({ store, subscription: to, now: new Date(now) });
}

/** Slack refuses a message for good. */
async function refuse(store: Store, id: string): Promise<void> {
  const now = FAR_AHEAD;
  const row = await store.outbox.claim({ id, now, until: new Date(now.getTime() + 1) });
  const ending = { state: "refused", error: "is_archived", notices: [] } as const;
  if (row) await store.outbox.markEnded({ ...ending, row, pausesSubscription: false });
}

/** One pass of the planner: how much it queued, and what it had composed. */
async function plan(
  store: Store,
  now: string,
  composed: Partial<ComposedDelivery> = {},
): Promise<{ queued: number; orders: DeliveryOrder[] }> {
  const orders: DeliveryOrder[] = [];
  const compose: ComposeDelivery = (order) => {
    orders.push(order);
    return { messages: ["lead"], articles: [], isEmpty: false, ...composed };
  };
  const permalink: Permalink = (channel, ts) => `https://test.slack.com/${channel}/${ts}`;
  const queued = await planDue({ store, now: new Date(now), compose, permalink, log });
  return { queued, orders };
}
