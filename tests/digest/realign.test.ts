import { expect, test } from "vitest";
import { planDue } from "../../src/digest/planner.ts";
import { realign, replan } from "../../src/digest/realign.ts";
import { plainSubscription, type Subscription } from "../../src/digest/subscription.ts";
import { resumeAll, syncSubscription } from "../../src/digest/sync-subscription.ts";
import { createLog } from "../../src/log.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore, temporaryDatabase } from "../temporary.ts";

const log = createLog("silent");
const SLOT = "2026-06-08T04:00:00.000Z";
const NEXT_SLOT = "2026-06-15T04:00:00.000Z";

test("after a clock that was years ahead the next slot is posted on its day", async () => {
  const store = await subscribed();
  expect(await plan(store, "2030-01-10T00:00:00.000Z")).toBe(0);
  expect((await store.digest.subscription("sub"))?.next_at).toBe("2030-01-14T04:00:00.000Z");
  await realign({ store, now: new Date("2026-06-04T00:00:00.000Z"), log });
  expect((await store.digest.subscription("sub"))?.next_at).toBe(SLOT);
  expect(await plan(store, SLOT)).toBe(1);
  // The days since the last edition before the clock went wrong, not since 2030.
  expect(await store.digest.deliveries("sub", 5)).toMatchObject([
    { slot: "2030-01-07T04:00:00.000Z" },
    { slot: SLOT, window_from: "2026-06-01", window_to: "2026-06-08" },
  ]);
});

test("after a clock that was set back no slot is posted again", async () => {
  const store = await subscribed();
  expect(await plan(store, SLOT)).toBe(1);
  const early = new Date("2026-06-08T03:59:50.000Z");
  await realign({ store, now: early, log });
  expect((await store.digest.subscription("sub"))?.next_at).toBe(SLOT);
  expect(await plan(store, "2026-06-08T04:00:10.000Z")).toBe(0);
  expect((await store.digest.subscription("sub"))?.next_at).toBe(NEXT_SLOT);
});

test("a slot that is due stays due, and one that is right stays as it is", async () => {
  const store = await subscribed();
  await realign({ store, now: new Date("2026-06-08T04:00:30.000Z"), log });
  expect((await store.digest.subscription("sub"))?.next_at).toBe(SLOT);
  await plan(store, SLOT);
  await realign({ store, now: new Date(SLOT), log });
  expect((await store.digest.subscription("sub"))?.next_at).toBe(NEXT_SLOT);
});

test("new rules of a time zone move the next run", async () => {
  const store = await subscribed();
  await store.digest.moveNextRun({ id: "sub", from: SLOT, to: new Date("2026-06-08T03:00:00Z") });
  await realign({ store, now: new Date("2026-06-05T00:00:00.000Z"), log });
  expect((await store.digest.subscription("sub"))?.next_at).toBe(SLOT);
});

test("what the workspace did not accept goes on once it does; other pauses stay", async () => {
  const store = await subscribed({ pause: { reason: "token_revoked", until: null } });
  await add(store, { id: "archived", pause: { reason: "is_archived", until: null } });
  await add(store, { id: "asked", pause: { reason: "asked", until: null } });
  const now = new Date("2026-06-09T00:00:00.000Z");
  await resumeAll({ store, workspace: "T1", reasons: ["token_revoked"], now });
  const states = ["sub", "archived", "asked"].map((id) => store.digest.subscription(id));
  expect(await Promise.all(states)).toMatchObject([
    { state: "active", next_at: NEXT_SLOT },
    { state: "paused" },
    { state: "paused" },
  ]);
});

test("digests that look for their next run from another day on keep what they told", async () => {
  const store = await subscribed();
  await plan(store, SLOT);
  const back = new Date("2026-06-01T00:00:00.000Z");
  await replan({ store, workspace: "T1", now: back });
  expect((await store.digest.subscription("sub"))?.next_at).toBe("2026-06-01T04:00:00.000Z");
  await replan({ store, workspace: "T1", now: new Date(NEXT_SLOT) });
  expect((await store.digest.subscription("sub"))?.next_at).toBe("2026-06-22T04:00:00.000Z");
  expect(await store.digest.deliveries("sub", 10)).toHaveLength(1);
});

async function subscribed(fields: Partial<Subscription> = {}): Promise<Store> {
  const store = await openTestStore(await temporaryDatabase());
  await add(store, fields);
  return store;
}

function add(store: Store, fields: Partial<Subscription>): Promise<void> {
  return syncSubscription({
    store,
    subscription: {
      ...plainSubscription({ cron: "0 9 * * 1", timeZone: "Asia/Almaty", language: "en" }),
      id: "sub",
      workspace: "T1",
      channel: "C1",
      ...fields,
    },
    now: new Date("2026-06-03T12:00:00.000Z"),
  });
}

function plan(store: Store, now: string): Promise<number> {
  const compose = () => ({ messages: ["lead"], articles: [], isEmpty: false });
  return planDue({ store, now: new Date(now), compose, permalink: () => null, log });
}
