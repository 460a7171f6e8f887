/** Settings that change while the program, the planner or somebody else works with the same digest. */
import { expect, test } from "vitest";
import { planDue } from "../../src/digest/planner.ts";
import { plainSubscription, type Subscription } from "../../src/digest/subscription.ts";
import { createSubscriptions } from "../../src/digest/subscriptions.ts";
import { resumeAll, syncSettings, syncSubscription } from "../../src/digest/sync-subscription.ts";
import { createLog } from "../../src/log.ts";
import type { Store } from "../../src/store/store.ts";
import { loadSeedKnowledge } from "../seed-knowledge.ts";
import { openTestStore, temporaryDatabase } from "../temporary.ts";

/** Monday, nine o'clock in Almaty. */
const SLOT = "2026-06-08T04:00:00.000Z";
const NEXT_SLOT = "2026-06-15T04:00:00.000Z";
const LEAD = `digest:env:${SLOT}`;
const BEFORE = new Date("2026-06-03T12:00:00.000Z");
const SCHEDULE = { cron: "0 9 * * 1", timeZone: "Asia/Almaty", language: "en" } as const;
const SETTINGS = { ...SCHEDULE, id: "env", workspace: "T1", channel: "C1" };
const CHOICES = { ...SCHEDULE, filter: "lithium", skippedDays: [], postsEmpty: true };
const ASKED = { reason: "asked", until: null };

test("a program that follows its settings keeps what people set", async () => {
  const store = await subscribed();
  const pause = { reason: "is_archived", until: null };
  const own = { pause, owner: "U1", filter: "lithium", postsEmpty: false };
  await syncSubscription({ store, subscription: subscription(own), now: BEFORE });
  await syncSettings({ store, settings: { ...SETTINGS, language: "ru" }, now: BEFORE });
  expect(await store.digest.subscription("env")).toMatchObject({
    owner: "U1",
    filter: "lithium",
    posts_empty: 0,
    state: "paused",
    language: "ru",
  });
});

test("in another channel a digest starts anew, and nothing of it is posted in the old one", async () => {
  const store = await subscribed({ filter: "lithium" });
  await plan(store, SLOT, ["lead", "reply"]);
  await store.outbox.markSent(LEAD, "1.0");
  await syncSettings({ store, settings: { ...SETTINGS, channel: "C2" }, now: new Date(SLOT) });
  expect(await store.digest.subscription("env")).toMatchObject({
    channel: "C2",
    filter: "",
    next_at: NEXT_SLOT,
  });
  expect(await store.digest.told("env")).toEqual([]);
  expect(await store.digest.deliveries("env", 10)).toEqual([]);
  expect(await store.outbox.find(LEAD)).toMatchObject({ state: "sent" });
  expect(await store.outbox.find(`${LEAD}:1`)).toMatchObject({ state: "refused" });
  await plan(store, NEXT_SLOT, ["lead"]);
  expect(await store.outbox.find(`digest:env:${NEXT_SLOT}`)).toMatchObject({ channel: "C2" });
});

test("in the same channel a digest goes on where it was", async () => {
  const store = await subscribed();
  await plan(store, SLOT, ["lead", "reply"]);
  await syncSettings({ store, settings: { ...SETTINGS, language: "fr" }, now: new Date(SLOT) });
  expect(await store.digest.told("env")).toHaveLength(1);
  expect(await store.outbox.find(`${LEAD}:1`)).toMatchObject({ state: "waiting" });
});

test("a digest that moves while it is planned gets no edition in the old channel", async () => {
  const store = await subscribed();
  const moving = overtaken(store, "newestSlot", () =>
    syncSettings({ store, settings: { ...SETTINGS, channel: "C2" }, now: new Date(SLOT) }),
  );
  await plan(moving, SLOT, ["lead"]);
  expect(await store.outbox.find(LEAD)).toBeUndefined();
  await plan(store, SLOT, ["lead"]);
  expect(await store.outbox.find(LEAD)).toMatchObject({ channel: "C2" });
});

test.each(["changed", "paused", "resumed"] as const)(
  "a digest that is stopped while it is %s stays stopped",
  async (how) => {
    const store = await subscribed();
    const stopping = overtaken(store, "subscription", () => store.digest.removeSubscription("env"));
    const { change, pause, resume } = await subscriptionsIn(stopping);
    if (how === "changed") expect(await change(subscription(), CHOICES)).toEqual({ kind: "gone" });
    if (how === "paused") expect(await pause(subscription(), null)).toBeNull();
    if (how === "resumed") expect(await resume(subscription())).toBeNull();
    expect(await store.digest.subscription("env")).toBeUndefined();
  },
);

test("a digest that is paused while it is changed is both", async () => {
  const store = await subscribed();
  const pausing = overtaken(store, "subscription", async () => {
    await (await subscriptionsIn(store)).pause(subscription(), null);
  });
  const { change } = await subscriptionsIn(pausing);
  const changed = { ...subscription(), ...CHOICES, pause: ASKED };
  // What was read for the form is older than the pause.
  expect(await change(subscription(), CHOICES)).toEqual({ kind: "saved", subscription: changed });
  expect(await store.digest.subscription("env")).toMatchObject({
    filter: "lithium",
    state: "paused",
  });
});

test("a form that is submitted again changes nothing of what was done since", async () => {
  const store = await subscribed();
  const { add, pause } = await subscriptionsIn(store);
  const submitted = { ...CHOICES, id: "form", workspace: "T1", channel: "C3", owner: "U1" };
  await add(submitted);
  await pause({ ...subscription(), id: "form" }, null);
  expect(await add(submitted)).toMatchObject({ kind: "saved", subscription: { pause: ASKED } });
  expect(await store.digest.subscription("form")).toMatchObject({ state: "paused" });
});

test("a pause that begins while the settings are followed stays", async () => {
  const store = await subscribed();
  const pausing = overtaken(store, "subscription", async () => {
    await (await subscriptionsIn(store)).pause(subscription(), null);
  });
  await syncSettings({ store: pausing, settings: { ...SETTINGS, language: "ru" }, now: BEFORE });
  expect(await store.digest.subscription("env")).toMatchObject({ state: "paused", language: "ru" });
});

test("a pause that somebody asks for while Slack's is lifted stays", async () => {
  const store = await subscribed({ pause: { reason: "token_revoked", until: null } });
  const pausing = overtaken(store, "pausedFor", async () => {
    await (await subscriptionsIn(store)).pause(subscription(), null);
  });
  await resumeAll({ store: pausing, workspace: "T1", reasons: ["token_revoked"], now: BEFORE });
  expect(await store.digest.subscription("env")).toMatchObject({ pause_reason: "asked" });
});

test("a run that is planned while a digest is paused is not planned again", async () => {
  const store = await subscribed();
  const planning = overtaken(store, "subscription", () => plan(store, SLOT, ["lead"]));
  await (await subscriptionsIn(planning)).pause(subscription(), null);
  expect(await store.digest.subscription("env")).toMatchObject({
    state: "paused",
    next_at: NEXT_SLOT,
  });
});

/** The same store, in which a rival is faster once a query has answered. */
function overtaken(
  store: Store,
  query: "subscription" | "newestSlot" | "pausedFor",
  rival: () => Promise<unknown>,
): Store {
  let isOver = false;
  const digest = new Proxy(store.digest, {
    get: (queries, name) => {
      const asked: unknown = Reflect.get(queries, name);
      if (name !== query || typeof asked !== "function") return asked;
      return async (...given: unknown[]) => {
        const answer: unknown = await asked(...given);
        if (!isOver) {
          isOver = true;
          await rival();
        }
        return answer;
      };
    },
  });
  return { ...store, digest };
}

async function subscriptionsIn(store: Store) {
  const { vocabulary } = await loadSeedKnowledge();
  return createSubscriptions({ store, vocabulary, now: () => BEFORE });
}

function subscription(fields: Partial<Subscription> = {}): Subscription {
  return { ...plainSubscription(SCHEDULE), ...SETTINGS, ...fields };
}

async function subscribed(fields: Partial<Subscription> = {}): Promise<Store> {
  const store = await openTestStore(await temporaryDatabase());
  await syncSubscription({ store, subscription: subscription(fields), now: BEFORE });
  return store;
}

async function plan(store: Store, now: string, messages: string[]): Promise<void> {
  await planDue({
    store,
    now: new Date(now),
    compose: () => ({ messages, articles: ["one"], isEmpty: false }),
    permalink: () => null,
    log: createLog("silent"),
  });
}
