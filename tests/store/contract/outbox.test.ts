/** What concurrent replicas may rely on, whatever the database. */
import { expect, test } from "vitest";
import type { NewOutboxRow, OutboxRow } from "../../../src/store/outbox-rows.ts";
import type { Store } from "../../../src/store/store.ts";
import { openTestStore, temporaryDatabase } from "../../temporary.ts";

const NOW = new Date("2026-06-08T04:00:00.000Z");
const LATER = new Date("2026-06-08T04:01:00.000Z");

test("of many replicas that claim one row at the same moment, one gets it", async () => {
  const [first, ...others] = await replicas(4);
  const rows = Array.from({ length: 40 }, (_, index) => row(`m${index}`));
  await first.outbox.add(rows);
  for (const { id } of rows) {
    const claims = await Promise.all(
      [first, ...others].map((store, index) =>
        store.outbox.claim({ id, now: NOW, until: new Date(LATER.getTime() + index) }),
      ),
    );
    expect(claims.filter((claimed) => claimed !== undefined)).toHaveLength(1);
    expect((await first.outbox.find(id))?.attempts).toBe(1);
  }
});

test("of a replica that renews its lease and one that claims after it, one goes on", async () => {
  const [first, second] = await replicas(2);
  for (let round = 0; round < 40; round += 1) {
    const id = `m${round}`;
    await first.outbox.add([row(id)]);
    const held = await claimed(first, id);
    const until = new Date(LATER.getTime() + 60_000);
    const outcomes = await Promise.all([
      first.outbox.markUnclear({ row: held, since: LATER, until: new Date(until.getTime() + 1) }),
      second.outbox.claim({ id, now: LATER, until }),
    ]);
    expect(outcomes.filter((outcome) => outcome !== undefined)).toHaveLength(1);
  }
});

test("a message is found by the place where it was posted", async () => {
  const [store] = await replicas(2);
  await store.outbox.add([{ ...row("m1"), message: '{"posted":true}' }]);
  await claimed(store, "m1");
  await store.outbox.markSent("m1", "1749355200.000100");
  const place = { workspace: "T1", channel: "C1", ts: "1749355200.000100" };
  expect(await store.outbox.messageAt(place)).toBe('{"posted":true}');
  expect(await store.outbox.messageAt({ ...place, channel: "C2" })).toBeNull();
});

async function claimed(store: Store, id: string): Promise<OutboxRow> {
  const row = await store.outbox.claim({ id, now: NOW, until: LATER });
  if (!row) throw new Error("The row could not be claimed.");
  return row;
}

/** Stores of several programs on one database. */
async function replicas(count: 2 | 4): Promise<[Store, Store, ...Store[]]> {
  const url = await temporaryDatabase();
  const stores: [Store, Store, ...Store[]] = [await openTestStore(url), await openTestStore(url)];
  while (stores.length < count) stores.push(await openTestStore(url));
  return stores;
}

function row(id: string): NewOutboxRow {
  return {
    id,
    workspace: "T1",
    channel: "C1",
    threadOf: null,
    position: 0,
    message: "{}",
    subscription: null,
    sendAfter: NOW,
  };
}
