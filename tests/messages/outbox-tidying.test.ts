/** What the outbox forgets after a month, and what it keeps because something refers to it. */
import { expect, test } from "vitest";
import { plainSubscription, rowOf } from "../../src/digest/subscription.ts";
import type { Store } from "../../src/store/store.ts";
import { outboxWith, row, START, thread } from "./outbox-scene.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const SCHEDULE = { cron: "0 9 * * *", timeZone: "UTC", language: "en" } as const;

test("what was sent or refused is forgotten after thirty days", async () => {
  const { store, clock, process } = await outboxWith(row("sent"), row("refused"), row("waiting"));
  await store.outbox.markSent("sent", "1.0");
  await refuse(store, "refused");
  clock.forward(30 * DAY_MS);
  await process.tidy();
  expect(await store.outbox.find("sent")).toBeDefined();
  clock.forward(1);
  await process.tidy();
  expect(await left(store, ["sent", "refused", "waiting"])).toEqual(["waiting"]);
});

test("the first message of a thread stays as long as a reply waits for it", async () => {
  const { store, clock, process } = await outboxWith(...thread("lead", 2));
  await store.outbox.markSent("lead", "1.0");
  await store.outbox.markSent("lead:1", "2.0");
  clock.forward(31 * DAY_MS);
  await process.tidy();
  expect(await left(store, ["lead", "lead:1", "lead:2"])).toEqual(["lead", "lead:2"]);
});

test("the leads of what a digest told last, and of every article that it told, stay", async () => {
  const { store, clock, process } = await outboxWith();
  const subscription = {
    ...plainSubscription(SCHEDULE),
    id: "sub",
    workspace: "T1",
    channel: "C1",
  };
  await store.digest.addSubscription(rowOf(subscription, new Date(START)));
  const leads = [
    await edition(store, 0, []),
    await edition(store, 1, ["one"]),
    await edition(store, 2, []),
    await edition(store, 3, []),
  ];
  clock.forward(40 * DAY_MS);
  await process.tidy();
  expect(await left(store, leads)).toEqual([leads[1], leads[3]]);
  expect(
    await left(
      store,
      leads.map((lead) => `${lead}:1`),
    ),
  ).toEqual([]);
  expect(await store.digest.lastRun("sub")).toMatchObject({ lead_state: "sent", lead_ts: "1.0" });
  expect(await store.digest.told("sub")).toMatchObject([{ article: "one", ts: "1.0" }]);
});

/** An edition of a lead and a reply, posted so many days after the start; tells its lead's id. */
async function edition(store: Store, days: number, articles: string[]): Promise<string> {
  const subscription = await store.digest.subscription("sub");
  if (!subscription) throw new Error("The subscription was not saved.");
  const slot = new Date(START + days * DAY_MS);
  await store.digest.recordSlot({
    subscription,
    slot,
    skipped: null,
    window: { from: "2026-06-01", to: "2026-06-08" },
    messages: ["lead", "reply"],
    articles,
    now: slot,
    expiresAt: slot,
    after: await store.digest.newestSlot("sub"),
    next: null,
    endsPause: false,
  });
  const lead = store.digest.leadId("sub", slot.toISOString());
  for (const id of [lead, `${lead}:1`]) await store.outbox.markSent(id, "1.0");
  return lead;
}

async function refuse(store: Store, id: string): Promise<void> {
  const now = new Date(START);
  const claimed = await store.outbox.claim({ id, now, until: now });
  if (!claimed) throw new Error("The row could not be claimed.");
  const ending = { state: "refused", error: "is_archived", notices: [] } as const;
  await store.outbox.markEnded({ ...ending, row: claimed, pausesSubscription: false });
}

async function left(store: Store, ids: readonly string[]): Promise<string[]> {
  const rows = await Promise.all(ids.map((id) => store.outbox.find(id)));
  return rows.flatMap((found) => found?.id ?? []);
}
