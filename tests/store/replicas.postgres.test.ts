/** Transactions of several replicas at the same moment; on SQLite they wait for each other. */
import { expect, test } from "vitest";
import { plainSubscription } from "../../src/digest/subscription.ts";
import { syncSubscription } from "../../src/digest/sync-subscription.ts";
import { openTestStore, temporaryDatabase } from "../temporary.ts";

const SLOT = new Date("2026-06-08T04:00:00.000Z");
const NEXT = new Date("2026-06-15T04:00:00.000Z");

test("of many replicas that record one slot at the same moment, one does", async () => {
  const url = await temporaryDatabase();
  const stores = [await openTestStore(url), await openTestStore(url), await openTestStore(url)];
  const [first] = stores;
  if (!first) throw new Error("no store");
  const weekly = { cron: "0 9 * * 1", timeZone: "Asia/Almaty", language: "en" } as const;
  for (const id of Array.from({ length: 20 }, (_, index) => `s${index}`)) {
    const channel = { id, workspace: "T1", channel: "C1" };
    await syncSubscription({
      store: first,
      subscription: { ...plainSubscription(weekly), ...channel },
      now: new Date("2026-06-07T00:00:00.000Z"),
    });
    const records = await Promise.all(
      stores.map((store, replica) =>
        store.digest.recordSlot({
          subscription: { ...channel, state: "active" },
          slot: SLOT,
          skipped: null,
          window: { from: "2026-06-01", to: "2026-06-08" },
          messages: [`of replica ${replica}`, "a reply"],
          articles: ["one", "two"],
          now: SLOT,
          expiresAt: NEXT,
          after: null,
          next: { from: SLOT.toISOString(), to: NEXT },
          endsPause: false,
        }),
      ),
    );
    expect(records.filter((isNew) => isNew)).toHaveLength(1);
    expect(await first.outbox.find(`digest:${id}:${SLOT.toISOString()}`)).toMatchObject({
      message: `of replica ${records.indexOf(true)}`,
    });
    expect(await first.digest.told(id)).toHaveLength(2);
    expect((await first.digest.subscription(id))?.next_at).toBe(NEXT.toISOString());
  }
});
