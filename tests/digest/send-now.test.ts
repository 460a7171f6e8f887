import { expect, test } from "vitest";
import { type ComposeDelivery, type Planning, planDue } from "../../src/digest/planner.ts";
import { sendNow } from "../../src/digest/send-now.ts";
import { plainSubscription } from "../../src/digest/subscription.ts";
import { syncSubscription } from "../../src/digest/sync-subscription.ts";
import { createLog } from "../../src/log.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore, temporaryDatabase } from "../temporary.ts";

const ID = "own";
/** Wednesday; the next run is Monday, nine o'clock in Almaty. */
const WEDNESDAY = "2026-06-03T12:00:00.000Z";
const SLOT = "2026-06-08T04:00:00.000Z";
const LEAD = `digest:${ID}:${WEDNESDAY}`;

/** Tells one article; an edition of no days has none. */
const compose: ComposeDelivery = ({ window }) => {
  const isEmpty = window.from === window.to;
  return {
    messages: [`${window.from} to ${window.to}`],
    articles: isEmpty ? [] : ["one"],
    isEmpty,
  };
};

function planning(store: Store, now: string): Planning {
  return { store, now: new Date(now), compose, permalink: () => null, log: createLog("silent") };
}

async function subscribed(store: Store): Promise<void> {
  const settings = { cron: "0 9 * * 1", timeZone: "Asia/Almaty", language: "en" } as const;
  const subscription = { ...plainSubscription(settings), id: ID, workspace: "T1", channel: "C1" };
  await syncSubscription({ store, subscription, now: new Date("2026-06-02T12:00:00.000Z") });
}

/** One for each of several processes; SQLite serves one, in which things happen side by side. */
async function openStores(count: number): Promise<Store[]> {
  const database = await temporaryDatabase();
  const first = await openTestStore(database);
  const others = Array.from({ length: count - 1 }, () =>
    first.isShared ? openTestStore(database) : first,
  );
  return [first, ...(await Promise.all(others))];
}

test("goes from the run before to today, and the next run goes on from there", async () => {
  const store = await openTestStore(await temporaryDatabase());
  await subscribed(store);
  expect(await sendNow(ID, planning(store, WEDNESDAY))).toEqual({
    kind: "queued",
    lead: LEAD,
  });
  expect(await store.outbox.find(LEAD)).toMatchObject({
    message: "2026-06-01 to 2026-06-03",
    state: "waiting",
  });
  expect(await store.digest.subscription(ID)).toMatchObject({ next_at: SLOT });
  expect(await planDue(planning(store, SLOT))).toBe(1);
  expect(await store.outbox.find(`digest:${ID}:${SLOT}`)).toMatchObject({
    message: "2026-06-03 to 2026-06-08",
  });
});

test("finds nothing new on the day of an edition", async () => {
  const store = await openTestStore(await temporaryDatabase());
  await subscribed(store);
  await planDue(planning(store, SLOT));
  expect(await sendNow(ID, planning(store, "2026-06-08T10:00:00.000Z"))).toEqual({
    kind: "nothing-new",
  });
});

test("of many presses in several processes one sends an edition", async () => {
  const stores = await openStores(3);
  if (stores[0]) await subscribed(stores[0]);
  const presses = stores.flatMap((store, at) =>
    [0, 1].map((ms) => sendNow(ID, planning(store, `2026-06-03T12:00:00.${at}0${ms}Z`))),
  );
  const kinds = (await Promise.all(presses)).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual([...Array(5).fill("nothing-new"), "queued"]);
});

test("pressed at the minute of a run, the week is told once", async () => {
  const [planner, presser] = await openStores(2);
  if (!planner || !presser) throw new Error("Two stores were asked for.");
  await subscribed(planner);
  await Promise.all([
    planDue(planning(planner, SLOT)),
    sendNow(ID, planning(presser, "2026-06-08T04:00:00.001Z")),
  ]);
  // Whichever was second has nothing to tell, or comes again and finds nothing.
  await planDue(planning(planner, "2026-06-08T04:01:00.000Z"));
  const told = await planner.digest.told(ID);
  expect(told.map(({ article }) => article)).toEqual(["one"]);
});

test("a digest that was stopped sends nothing", async () => {
  const store = await openTestStore(await temporaryDatabase());
  await subscribed(store);
  await store.digest.removeSubscription(ID);
  expect(await sendNow(ID, planning(store, WEDNESDAY))).toEqual({ kind: "gone" });
});
