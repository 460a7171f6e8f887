import { expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { createInbox } from "../../src/messages/inbox.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import type { Store } from "../../src/store/store.ts";
import { DatabaseAwayError } from "../../src/store/store-error.ts";
import { openTestStore, temporaryDatabase } from "../temporary.ts";

const START = Date.parse("2026-06-08T04:00:00.000Z");
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const EVENT = { id: "T1:Ev1", workspace: "T1", body: { event: { text: "Who signed?" } } };

test("an event is admitted once", async () => {
  const inbox = await inboxAt(await temporaryDatabase());
  expect(await inbox.admit(EVENT)).toBe(true);
  expect(await inbox.admit(EVENT)).toBe(false);
  expect(await inbox.admit({ ...EVENT, id: "T1:Ev2" })).toBe(true);
});

test("a second delivery is not admitted by a new process on the same file", async () => {
  const file = await temporaryDatabase();
  await (await inboxAt(file)).admit(EVENT);
  expect(await (await inboxAt(file)).admit(EVENT)).toBe(false);
});

test("of deliveries that come at one moment, each event's first is admitted", async () => {
  const file = await temporaryDatabase();
  const inboxes = [await inboxAt(file), await inboxAt(file)];
  const ids = ["T1:Ev1", "T1:Ev2", "T1:Ev3"];
  const admitted = await Promise.all(
    [...ids, ...ids].flatMap((id) => inboxes.map((inbox) => inbox.admit({ ...EVENT, id }))),
  );
  expect(admitted.filter((isNew) => isNew)).toHaveLength(ids.length);
  const pending = await (await inboxAt(file, START + HOUR_MS)).pending("at start");
  expect(pending.map(({ id }) => id).toSorted()).toEqual(ids);
});

test("a second delivery is not admitted after the answer either", async () => {
  const file = await temporaryDatabase();
  const inbox = await inboxAt(file);
  await inbox.admit(EVENT);
  await inbox.markAnswered(EVENT.id);
  expect(await (await inboxAt(file, START + HOUR_MS)).admit(EVENT)).toBe(false);
});

test("an event that was not answered comes back whole after a restart", async () => {
  const file = await temporaryDatabase();
  await (await inboxAt(file)).admit(EVENT);
  const pending = await (await inboxAt(file, START + HOUR_MS)).pending("at start");
  expect(pending).toMatchObject([{ ...EVENT, receivedAt: new Date(START) }]);
});

test("events come back in the order in which they came", async () => {
  const file = await temporaryDatabase();
  for (const [index, id] of ["c", "a", "b"].entries())
    await (await inboxAt(file, START + index)).admit({ ...EVENT, id });
  const pending = await (await inboxAt(file, START + HOUR_MS)).pending("at start");
  expect(pending.map(({ id }) => id)).toEqual(["c", "a", "b"]);
});

test("an answered event does not come back", async () => {
  const file = await temporaryDatabase();
  const inbox = await inboxAt(file);
  await inbox.admit(EVENT);
  await inbox.markAnswered(EVENT.id);
  expect(await (await inboxAt(file)).pending("at start")).toEqual([]);
});

test("an event is tried three times in all, and then given up", async () => {
  const file = await temporaryDatabase();
  await (await inboxAt(file)).admit(EVENT);
  let attempts = 1;
  for (let restart = 0; restart < 5; restart += 1) {
    const inbox = await inboxAt(file, START + restart * HOUR_MS);
    for (const event of await inbox.pending("at start")) if (await event.claim()) attempts += 1;
  }
  expect(attempts).toBe(3);
  expect(await (await inboxAt(file)).admit(EVENT)).toBe(false);
});

test.each([
  [DAY_MS, 1],
  [DAY_MS + 1, 0],
])("%i ms after an event, %i of it comes back", async (age, count) => {
  const file = await temporaryDatabase();
  await (await inboxAt(file)).admit(EVENT);
  expect(await (await inboxAt(file, START + age)).pending("at start")).toHaveLength(count);
});

test("an event given up as too old is never tried again, and its text is forgotten", async () => {
  const file = await temporaryDatabase();
  await (await inboxAt(file)).admit(EVENT);
  await (await inboxAt(file, START + 2 * DAY_MS)).pending("at start");
  expect(await (await inboxAt(file)).pending("at start")).toEqual([]);
  expect(await (await openTestStore(file)).inbox.unanswered({ leaseEndedBy: null })).toEqual([]);
});

test("what an answered event said is forgotten, and that it came is not", async () => {
  const file = await temporaryDatabase();
  const store = await openTestStore(file);
  const inbox = inboxOver(store, START);
  await inbox.admit(EVENT);
  expect((await store.inbox.unanswered({ leaseEndedBy: null }))[0]?.body).toContain("Who signed?");
  await inbox.markAnswered(EVENT.id);
  expect(await rowsOf(file)).toEqual([
    {
      id: EVENT.id,
      workspace: "T1",
      body: null,
      received_at: new Date(START).toISOString(),
      answered_at: new Date(START).toISOString(),
      attempts: 1,
      leased_until: new Date(START + 30_000).toISOString(),
    },
  ]);
});

test("tidying drops what was answered more than a day ago, and nothing unanswered", async () => {
  const file = await temporaryDatabase();
  const inbox = await inboxAt(file);
  for (const id of ["answered", "unanswered"]) await inbox.admit({ ...EVENT, id });
  await inbox.markAnswered("answered");
  await (await inboxAt(file, START + DAY_MS)).tidy();
  expect((await rowsOf(file)).map(({ id }) => id)).toEqual(["answered", "unanswered"]);
  await (await inboxAt(file, START + DAY_MS + 1)).tidy();
  expect((await rowsOf(file)).map(({ id }) => id)).toEqual(["unanswered"]);
});

test("what another process is answering is left to it as long as it says so", async () => {
  const url = await temporaryDatabase();
  const answering = await inboxAt(url);
  await answering.admit(EVENT);
  const leasedAt = async (time: number) =>
    (await (await inboxAt(url, time)).pending("later")).length;
  expect(await leasedAt(START + 29_999)).toBe(0);
  await (await inboxAt(url, START + 20_000)).tend([EVENT.id]);
  expect(await leasedAt(START + 49_999)).toBe(0);
  expect(await leasedAt(START + 50_000)).toBe(1);
});

test("of two processes that take over one event, one gets it", async () => {
  const url = await temporaryDatabase();
  await (await inboxAt(url)).admit(EVENT);
  const taken = [
    ...(await (await inboxAt(url, START + HOUR_MS)).pending("later")),
    ...(await (await inboxAt(url, START + HOUR_MS)).pending("later")),
  ];
  const claims = await Promise.all(taken.map((event) => event.claim()));
  expect(claims.toSorted()).toEqual([false, true]);
});

test("what came while the database was away is stored when it is back", async () => {
  const url = await temporaryDatabase();
  const { inbox, setAway } = switchableInbox(await openTestStore(url));
  await inbox.admit({ ...EVENT, id: "answered in between" });
  setAway(true);
  for (const id of ["answered", "unanswered"]) {
    expect(await inbox.admit({ ...EVENT, id })).toBe(true);
    expect(await inbox.admit({ ...EVENT, id })).toBe(false);
  }
  expect(await inbox.admit({ ...EVENT, id: "answered in between" })).toBe(false);
  await inbox.markAnswered("answered");
  await inbox.markAnswered("answered in between");
  await expect(inbox.tend([])).rejects.toThrow(DatabaseAwayError);
  setAway(false);
  await inbox.tend([]);
  expect((await rowsOf(url)).map(({ id, answered_at }) => [id, answered_at !== null])).toEqual([
    ["answered", true],
    ["answered in between", true],
    ["unanswered", false],
  ]);
});

test("what came while the database was away is nobody else's when it is back", async () => {
  const url = await temporaryDatabase();
  const store = await openTestStore(url);
  let time = START;
  let isAway = true;
  const takenOver: string[] = [];
  const rows = new Proxy(store.inbox, {
    get: (inner, name) => {
      if (isAway) return () => Promise.reject(new DatabaseAwayError("away"));
      if (name !== "admit") return Reflect.get(inner, name);
      return async (event: Parameters<typeof inner.admit>[0]) => {
        const isNew = await inner.admit(event);
        const others = await (await inboxAt(url, time)).pending("later");
        takenOver.push(...others.map(({ id }) => id));
        return isNew;
      };
    },
  });
  const now = () => new Date(time);
  const inbox = createInbox({ store: { ...store, inbox: rows }, now, log: createLog("silent") });
  for (const id of ["answered", "under way"]) await inbox.admit({ ...EVENT, id });
  await inbox.markAnswered("answered");
  time += HOUR_MS;
  isAway = false;
  await inbox.tend(["under way"]);
  expect(takenOver).toEqual([]);
  expect((await rowsOf(url)).map(({ answered_at }) => answered_at !== null)).toEqual([true, false]);
});

/** An inbox whose database can be taken away from it. */
function switchableInbox(store: Store) {
  let isAway = false;
  const inbox = new Proxy(store.inbox, {
    get: (rows, name, receiver) =>
      isAway
        ? () => Promise.reject(new DatabaseAwayError("away"))
        : Reflect.get(rows, name, receiver),
  });
  return {
    inbox: inboxOver({ ...store, inbox }, START),
    setAway: (away: boolean) => {
      isAway = away;
    },
  };
}

/** The inbox of a process that opens the file at a time. */
async function inboxAt(file: string, time = START) {
  return inboxOver(await openTestStore(file), time);
}

function inboxOver(store: Store, time: number) {
  return createInbox({ store, now: () => new Date(time), log: createLog("silent") });
}

/** The stored rows, as another program finds them. */
async function rowsOf(databaseUrl: string) {
  const db = await openDatabase(databaseUrl);
  const rows = await db.selectFrom("inbox").selectAll().orderBy("id").execute();
  await db.destroy();
  return rows;
}
