/** What people follow, and what they were told of it, whatever the database. */
import { expect, inject, test } from "vitest";
import type { FollowRow } from "../../../src/store/follow-queries.ts";
import type { NewOutboxRow } from "../../../src/store/outbox-rows.ts";
import type { Store } from "../../../src/store/store.ts";
import { openTestStore, temporaryDatabase } from "../../temporary.ts";

const NOW = new Date("2026-06-08T04:00:00.000Z");
const OWNER = { workspace: "T1", person: "U1" };

test("the same follow twice is one, and a fourth is too much where three may be", async () => {
  const { follows } = await openTestStore(await temporaryDatabase());
  expect(await follows.add(follow("a"), 3)).toMatchObject({ kind: "added" });
  expect(await follows.add({ ...follow("a"), id: "other", text: "A" }, 3)).toMatchObject({
    kind: "there",
    row: { id: "a" },
  });
  await follows.add(follow("b"), 3);
  await follows.add(follow("c"), 3);
  expect(await follows.add(follow("d"), 3)).toEqual({ kind: "full" });
  expect((await follows.of(OWNER)).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(await follows.of({ workspace: "T2", person: "U1" })).toEqual([]);
});

test("processes that begin the same follow at once begin one", async () => {
  const stores = await replicas();
  const outcomes = await together(
    stores.map(
      ({ follows }, at) =>
        () =>
          follows.add({ ...follow("a"), id: `a${at}` }, 50),
    ),
  );
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["added", "there"]);
  expect(await stores[0].follows.of(OWNER)).toHaveLength(1);
});

test("of processes that tell the same at once, one tells", async () => {
  const [first, second] = await replicas();
  await first.follows.add(follow("a"), 50);
  const [row] = await first.follows.of(OWNER);
  const told = await together(
    [first, second].map(
      ({ follows }) =>
        () =>
          tell(follows, row, ["article:one", "article:two"]),
    ),
  );
  expect(told.filter(Boolean)).toHaveLength(1);
  expect(await first.outbox.dueIds(NOW, 9)).toHaveLength(1);
  expect(await tell(second.follows, row, ["article:two", "article:three"])).toBe(true);
  expect(await second.outbox.dueIds(NOW, 9)).toContain("follow:article:three");
});

test("what is followed no longer is not told", async () => {
  const { follows, outbox } = await openTestStore(await temporaryDatabase());
  await follows.add(follow("a"), 50);
  const [row] = await follows.of(OWNER);
  expect(await follows.remove({ ...OWNER, person: "U2" }, "a")).toBeUndefined();
  expect(await follows.remove(OWNER, "a")).toMatchObject({ text: "a" });
  expect(await follows.remove(OWNER, "a")).toBeUndefined();
  expect(await tell(follows, row, ["article:one"])).toBe(false);
  expect(await outbox.dueIds(NOW, 9)).toEqual([]);
});

test("where Slack refuses, all of the person's pauses, and is told when it goes on", async () => {
  const { follows, outbox } = await openTestStore(await temporaryDatabase());
  for (const id of ["a", "b"]) await follows.add(follow(id), 50);
  await follows.add({ ...follow("c"), person: "U2" }, 50);
  const [row] = await follows.of(OWNER);
  await tell(follows, row, ["article:one"]);
  const claimed = await outbox.claim({
    id: "follow:article:one",
    now: NOW,
    until: new Date(NOW.getTime() + 60_000),
  });
  if (!claimed) throw new Error("The message could not be claimed.");
  await outbox.markEnded({
    row: claimed,
    state: "refused",
    error: "messages_tab_disabled",
    pausesSubscription: false,
    notices: [],
  });
  await follows.pauseRefused("T1");
  const paused = { state: "paused", pause_reason: "messages_tab_disabled" };
  expect(await follows.of(OWNER)).toMatchObject([paused, paused]);
  expect(await follows.active("T1")).toMatchObject([{ id: "c" }]);
  expect(await tell(follows, row, ["article:one"])).toBe(false);

  expect(await follows.add(follow("a"), 50)).toMatchObject({ kind: "resumed" });
  await follows.pauseRefused("T1");
  expect(await tell(follows, row, ["article:one"])).toBe(true);
  expect(await outbox.dueIds(NOW, 9)).toEqual(["follow:article:one"]);
  await follows.resumeAll("T1", ["messages_tab_disabled"]);
  expect(await follows.active("T1")).toHaveLength(3);
});

test("what was told is remembered while its person follows anything from before", async () => {
  const { follows, outbox } = await openTestStore(await temporaryDatabase());
  await follows.add(follow("a"), 50);
  const [row] = await follows.of(OWNER);
  await tell(follows, row, ["article:one"]);
  await follows.forgetTold();
  expect(await follows.told("T1")).toEqual([{ person: "U1", item: "article:one" }]);
  await follows.remove(OWNER, "a");
  await follows.forgetTold();
  expect(await follows.told("T1")).toEqual([]);
  expect(await outbox.dueIds(NOW, 9)).toHaveLength(1);
});

test("somebody's clocks are kept with all that they follow", async () => {
  const { follows } = await openTestStore(await temporaryDatabase());
  await follows.add(follow("a"), 50);
  await follows.setTimeZone(OWNER, "Asia/Almaty");
  expect(await follows.of(OWNER)).toMatchObject([{ time_zone: "Asia/Almaty" }]);
});

test("a change of status is noted by one process", async () => {
  const [first, second] = await replicas();
  await first.dealStatuses.note([{ deal: "one/pact", status: "negotiating" }], NOW);
  const change = { deals: ["one/pact"], was: "negotiating", status: "signed" };
  await first.dealStatuses.change(change, NOW);
  await second.dealStatuses.change(change, new Date(NOW.getTime() + 5_000));
  expect(await second.dealStatuses.all()).toEqual([
    {
      deal: "one/pact",
      status: "signed",
      was: "negotiating",
      noted_at: NOW.toISOString(),
      changed_at: NOW.toISOString(),
    },
  ]);
});

function follow(id: string) {
  return {
    id,
    ...OWNER,
    filter: id,
    text: id,
    language: "en",
    time_zone: null,
    state: "active" as const,
    pause_reason: null,
    began_at: NOW.toISOString(),
  };
}

function tell(follows: Store["follows"], row: FollowRow | undefined, items: readonly string[]) {
  if (!row) throw new Error("Nothing is followed.");
  return follows.tell({ follow: row, items, now: NOW, compose: (told) => message(told.join()) });
}

function message(name: string): NewOutboxRow {
  return {
    id: `follow:${name}`,
    workspace: "T1",
    channel: "U1",
    threadOf: null,
    position: 0,
    message: "{}",
    subscription: null,
    sendAfter: NOW,
  };
}

/** At the same moment; in one thread, two transactions of SQLite would wait for each other for ever. */
async function together<Value>(works: readonly (() => Promise<Value>)[]): Promise<Value[]> {
  if (inject("databaseKind") !== "sqlite") return Promise.all(works.map((work) => work()));
  const done: Value[] = [];
  for (const work of works) done.push(await work());
  return done;
}

async function replicas(): Promise<[Store, Store]> {
  const url = await temporaryDatabase();
  return [await openTestStore(url), await openTestStore(url)];
}
