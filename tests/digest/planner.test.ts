import { expect, test } from "vitest";
import {
  type ComposeDelivery,
  type DeliveryOrder,
  planDue,
  syncSubscription,
} from "../../src/digest/planner.ts";
import { plainSubscription, type Subscription } from "../../src/digest/subscription.ts";
import { createLog } from "../../src/log.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore, temporaryDatabase } from "../temporary.ts";

const log = createLog("silent");
/** Monday, nine o'clock in Almaty. */
const SLOT = "2026-06-08T04:00:00.000Z";
const NEXT_SLOT = "2026-06-15T04:00:00.000Z";
const LEAD = `digest:env:${SLOT}`;
const BEFORE = new Date("2026-06-03T12:00:00.000Z");
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
      window: { from: "2026-06-01", to: "2026-06-08" },
      now: new Date(SLOT),
      next: new Date(NEXT_SLOT),
      dueAt: null,
    },
  ]);
});

test("the lead may go out at once, and its replies wait for it in order", async () => {
  const store = await subscribed();
  await plan(store, SLOT, ["lead", "first", "second"]);
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

test("a slot missed while the program was down is made up once and marked as delayed", async () => {
  const file = await temporaryDatabase();
  await subscribed({ file });
  const restarted = await openTestStore(file);
  const now = "2026-06-09T10:00:00.000Z";
  await sync(restarted, subscription(), now);
  const { queued, orders } = await plan(restarted, now);
  expect(queued).toBe(1);
  expect(orders.map((order) => order.dueAt?.toISOString())).toEqual([SLOT]);
  expect(await plan(restarted, "2026-06-09T10:01:00.000Z")).toEqual({ queued: 0, orders: [] });
  expect((await restarted.digest.subscription("env"))?.next_at).toBe(NEXT_SLOT);
});

test.each([
  ["2026-06-08T04:15:00.000Z", null],
  ["2026-06-08T04:15:00.001Z", SLOT],
])("at %s the delay that is told is %s", async (now, dueAt) => {
  const { orders } = await plan(await subscribed(), now);
  expect(orders.map((order) => order.dueAt?.toISOString() ?? null)).toEqual([dueAt]);
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

test("a slot older than 48 hours is recorded as skipped, and queues nothing", async () => {
  const store = await subscribed();
  expect(await plan(store, "2026-06-10T04:00:00.001Z")).toEqual({ queued: 0, orders: [] });
  expect(await store.outbox.dueIds(FAR_AHEAD, 10)).toEqual([]);
  expect((await store.digest.subscription("env"))?.next_at).toBe(NEXT_SLOT);
  const repeated = await store.digest.recordSlot({
    delivery: {
      subscription: "env",
      slot: SLOT,
      state: "queued",
      reason: null,
      window_from: "2026-06-01",
      window_to: "2026-06-08",
      recorded_at: SLOT,
    },
    messages: [],
    nextAt: new Date(NEXT_SLOT),
  });
  expect(repeated).toBe(false);
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
      return ["{}"];
    },
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
        queuedByFast = (await plan(fast, SLOT, ["of the fast one"])).queued;
        return due;
      },
    },
  };
  const { queued: queuedBySlow } = await plan(overtaken, SLOT, ["of the slow one", "and a reply"]);
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

/** One pass of the planner: how much it queued, and what it had composed. */
async function plan(
  store: Store,
  now: string,
  messages = ["lead"],
): Promise<{ queued: number; orders: DeliveryOrder[] }> {
  const orders: DeliveryOrder[] = [];
  const compose: ComposeDelivery = (order) => {
    orders.push(order);
    return messages;
  };
  const queued = await planDue({ store, now: new Date(now), compose, log });
  return { queued, orders };
}
