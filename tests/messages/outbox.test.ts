import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { createOutbox, type Poster } from "../../src/messages/outbox.ts";
import { body } from "../../src/messages/text.ts";
import type { NewOutboxRow } from "../../src/store/outbox-queries.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore, temporaryDatabase, temporaryFolder } from "../temporary.ts";
import { scriptedSlack } from "./scripted-slack.ts";

const START = Date.parse("2026-06-08T04:00:00.000Z");
const LEASE_MS = 60_000;

test("a message is sent once, and its name in Slack is recorded", async () => {
  const { store, process } = await outboxWith(row("a"));
  const { poster, posted } = scriptedSlack();
  await process.sendDue(poster);
  await process.sendDue(poster);
  expect(posted).toEqual([
    {
      id: "a",
      workspace: "T1",
      channel: "C1",
      threadTs: null,
      message: { language: "en", paragraphs: [body("text of a")] },
    },
  ]);
  expect(await store.outbox.find("a")).toMatchObject({
    state: "sent",
    ts: "1.0",
    unclear_since: null,
  });
});

test("a message is not sent before its time", async () => {
  const { process, clock } = await outboxWith(row("a", { sendAfter: new Date(START + 5_000) }));
  const { poster, calls } = scriptedSlack();
  await process.sendDue(poster);
  expect(calls).toEqual([]);
  clock.forward(5_000);
  await process.sendDue(poster);
  expect(calls).toEqual(["post a"]);
});

test("a message that is added twice is sent once", async () => {
  const { store, process } = await outboxWith(row("a"));
  const { poster, calls } = scriptedSlack();
  await store.outbox.add([row("a")]);
  await process.sendDue(poster);
  await store.outbox.add([row("a")]);
  await process.sendDue(poster);
  expect(calls).toEqual(["post a"]);
});

test("a hundred and twenty due messages go out in one pass, in order", async () => {
  const rows = Array.from({ length: 120 }, (_, index) =>
    row(`m${index}`, { sendAfter: new Date(START - 1_000 + index) }),
  );
  const { process } = await outboxWith(...rows);
  const { poster, posted } = scriptedSlack();
  await process.sendDue(poster);
  expect(posted.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
});

test("a rate limit releases the message until its time, without a look-up", async () => {
  const { process, clock } = await outboxWith(row("a"));
  const { poster, calls } = scriptedSlack([{ laterMs: 30_000 }]);
  expect(await process.send("a", poster)).toEqual({ kind: "waiting" });
  clock.forward(29_999);
  await process.sendDue(poster);
  expect(calls).toEqual(["post a"]);
  clock.forward(1);
  await process.sendDue(poster);
  expect(calls).toEqual(["post a", "post a"]);
});

test("a refused message is not tried again, and the reason is kept", async () => {
  const { process, clock } = await outboxWith(row("a"));
  const { poster, calls } = scriptedSlack([{ refusedFor: "not_in_channel" }]);
  const refused = { kind: "refused", reason: "not_in_channel" };
  expect(await process.send("a", poster)).toEqual(refused);
  clock.forward(LEASE_MS);
  expect(await process.send("a", poster)).toEqual(refused);
  expect(calls).toEqual(["post a"]);
});

test("a refused message that is added again is tried again", async () => {
  const { store, process } = await outboxWith(row("a"));
  const { poster, calls } = scriptedSlack([{ refusedFor: "not_in_channel" }]);
  await process.sendDue(poster);
  await store.outbox.add([row("a")]);
  expect(await process.send("a", poster)).toEqual({ kind: "sent" });
  expect(calls).toEqual(["post a", "post a"]);
});

test("a refused message does not keep others from going out", async () => {
  const { process } = await outboxWith(row("a"), row("b", { position: 1 }));
  const { poster, posted } = scriptedSlack([{ refusedFor: "is_archived" }]);
  await process.sendDue(poster);
  expect(posted.map(({ id }) => id)).toEqual(["b"]);
});

test("a refused lead ends its replies too", async () => {
  const { store, process, clock } = await outboxWith(...thread("a", 2));
  const { poster, calls } = scriptedSlack([{ refusedFor: "channel_not_found" }]);
  await process.sendDue(poster);
  clock.forward(LEASE_MS);
  await process.sendDue(poster);
  expect(calls).toEqual(["post a"]);
  expect((await store.outbox.find("a:1"))?.state).toBe("refused");
  expect(await process.send("a:2", poster)).toEqual({
    kind: "refused",
    reason: "the first message of the thread was not posted",
  });
});

test("a refused lead leaves other threads alone", async () => {
  const { process } = await outboxWith(...thread("a", 1), ...thread("b", 1));
  const { poster, posted } = scriptedSlack([{ refusedFor: "channel_not_found" }]);
  await process.sendDue(poster);
  expect(posted.map(({ id }) => id)).toEqual(["b", "b:1"]);
});

test("a reply waits for its lead and for the replies before it, and goes into its thread", async () => {
  const { process } = await outboxWith(...thread("a", 2).toReversed());
  const { poster, posted } = scriptedSlack();
  expect(await process.send("a:2", poster)).toEqual({ kind: "waiting" });
  expect(await process.send("a:1", poster)).toEqual({ kind: "waiting" });
  await process.sendDue(poster);
  expect(posted.map(({ id, threadTs }) => [id, threadTs])).toEqual([
    ["a", null],
    ["a:1", "1.0"],
    ["a:2", "1.0"],
  ]);
});

test("a reply that is put off keeps the ones after it waiting", async () => {
  const { process, clock } = await outboxWith(...thread("a", 2));
  const { poster, posted } = scriptedSlack(["sent", { laterMs: 5_000 }]);
  await process.sendDue(poster);
  expect(posted.map(({ id }) => id)).toEqual(["a"]);
  clock.forward(5_000);
  await process.sendDue(poster);
  expect(posted.map(({ id }) => id)).toEqual(["a", "a:1", "a:2"]);
});

test("a refused reply does not hold up the ones after it", async () => {
  const { process } = await outboxWith(...thread("a", 2));
  const { poster, posted } = scriptedSlack(["sent", { refusedFor: "msg_too_long" }]);
  await process.sendDue(poster);
  expect(posted.map(({ id }) => id)).toEqual(["a", "a:2"]);
});

test.each([
  ["lost after it was posted", ["post a", "look up a"]],
  ["lost before it was posted", ["post a", "look up a", "post a"]],
] as const)(
  "a message %s is looked up after the lease, and posted once",
  async (happening, requests) => {
    const { file, store, process, clock } = await outboxWith(row("a"));
    const { poster, calls, posted } = scriptedSlack([happening]);
    expect(await process.send("a", poster)).toEqual({ kind: "waiting" });
    clock.forward(LEASE_MS - 1);
    await process.sendDue(poster);
    expect(calls).toEqual(["post a"]);
    clock.forward(1);
    await (await anotherProcess(file, clock)).sendDue(poster);
    expect(calls).toEqual(requests);
    expect(posted).toHaveLength(1);
    expect(await store.outbox.find("a")).toMatchObject({ state: "sent", ts: "1.0" });
  },
);

test.each([
  ["crash after it was posted", ["post a", "look up a"]],
  ["crash before it was posted", ["post a", "look up a", "post a"]],
] as const)(
  "after a %s the next process looks, and does not double it",
  async (crash, requests) => {
    const { file, process, clock } = await outboxWith(row("a"));
    const { poster, calls, posted } = scriptedSlack([crash]);
    await expect(process.sendDue(poster)).rejects.toThrow("killed");
    clock.forward(LEASE_MS);
    const next = await anotherProcess(file, clock);
    await next.sendDue(poster);
    expect(calls).toEqual(requests);
    expect(posted).toHaveLength(1);
    expect(await next.send("a", poster)).toEqual({ kind: "sent" });
  },
);

test("the look-up goes back to the first unclear post, however often it was tried", async () => {
  const { process, clock } = await outboxWith(row("a"));
  const { poster } = scriptedSlack(["lost before it was posted", "lost before it was posted"]);
  const since: string[] = [];
  const watched: Poster = {
    ...poster,
    lookUp: (posting, from) => {
      since.push(from.toISOString());
      return poster.lookUp(posting, from);
    },
  };
  for (let pass = 0; pass < 3; pass += 1) {
    await process.sendDue(watched);
    clock.forward(LEASE_MS);
  }
  expect(since).toEqual(Array(2).fill(new Date(START).toISOString()));
});

test("a reply whose outcome is unclear is looked up in its thread, before the next goes out", async () => {
  const { process, clock } = await outboxWith(...thread("a", 2));
  const { poster, posted, calls } = scriptedSlack(["sent", "lost after it was posted"]);
  await process.sendDue(poster);
  expect(calls).toEqual(["post a", "post a:1"]);
  clock.forward(LEASE_MS);
  await process.sendDue(poster);
  expect(posted.map(({ id }) => id)).toEqual(["a", "a:1", "a:2"]);
});

test("where the history cannot be read, an unclear message is uncertain and never posted again", async () => {
  const { store, process, clock } = await outboxWith(...thread("a", 1));
  const { poster, calls, setReading } = scriptedSlack(["lost after it was posted"]);
  setReading("unreadable");
  await process.sendDue(poster);
  clock.forward(LEASE_MS);
  await process.sendDue(poster);
  clock.forward(LEASE_MS);
  await process.sendDue(poster);
  expect(calls).toEqual(["post a", "look up a"]);
  expect(await process.send("a", poster)).toEqual({ kind: "uncertain" });
  expect(await store.outbox.find("a")).toMatchObject({ error: "reading is unreadable", ts: null });
  expect((await store.outbox.find("a:1"))?.state).toBe("refused");
});

test("a look-up that an outage hinders is made again, and nothing is posted before", async () => {
  const { process, clock } = await outboxWith(row("a"));
  const { poster, calls, posted, setReading } = scriptedSlack(["lost before it was posted"]);
  await process.sendDue(poster);
  setReading("later");
  for (let pass = 0; pass < 2; pass += 1) {
    clock.forward(LEASE_MS);
    await process.sendDue(poster);
  }
  expect(calls).toEqual(["post a", "look up a", "look up a"]);
  setReading("possible");
  clock.forward(LEASE_MS);
  expect(await process.send("a", poster)).toEqual({ kind: "sent" });
  expect(posted).toHaveLength(1);
});

test("a look-up that an outage hinders for an hour leaves the message uncertain", async () => {
  const { process, clock } = await outboxWith(row("a"));
  const { poster, posted, setReading } = scriptedSlack(["lost after it was posted"]);
  setReading("later");
  for (let pass = 0; pass < 100; pass += 1) {
    await process.sendDue(poster);
    clock.forward(LEASE_MS);
  }
  expect(await process.send("a", poster)).toEqual({ kind: "uncertain" });
  expect(posted).toHaveLength(1);
});

test("a process that lost its lease during the look-up does not post", async () => {
  const { file, process, clock } = await outboxWith(row("a"));
  const { poster, posted, calls } = scriptedSlack(["lost before it was posted"]);
  await process.sendDue(poster);
  clock.forward(LEASE_MS);
  const other = await anotherProcess(file, clock);
  const slow: Poster = {
    ...poster,
    lookUp: async (posting, since) => {
      const outcome = await poster.lookUp(posting, since);
      clock.forward(LEASE_MS);
      await other.sendDue(poster);
      return outcome;
    },
  };
  await process.sendDue(slow);
  expect(calls).toEqual(["post a", "look up a", "look up a", "post a"]);
  expect(posted).toHaveLength(1);
  expect(await process.send("a", poster)).toEqual({ kind: "sent" });
});

test("a message that Slack puts off for ever is given up, and told so", async () => {
  const { process, clock } = await outboxWith(row("a"));
  const { poster, calls } = scriptedSlack(Array(100).fill({ laterMs: 1_000 }));
  for (let pass = 0; pass < 100; pass += 1) {
    await process.sendDue(poster);
    clock.forward(1_000);
  }
  expect(calls).toHaveLength(60);
  expect(await process.send("a", poster)).toEqual({ kind: "refused", reason: "too many attempts" });
});

test("two processes on one file send every message, and none twice", async () => {
  const rows = Array.from({ length: 50 }, (_, index) => thread(`t${index}`, 2))
    .flat()
    // The processes have the machine's clock.
    .map((each) => ({ ...each, sendAfter: new Date(0) }));
  const { file, store } = await outboxWith(...rows);
  const notes = join(await temporaryFolder(), "notes");
  const senders = [sendingProcess(file, notes), sendingProcess(file, notes)];
  await Promise.all(senders.map((sender) => once(sender, "message")));
  const ends = senders.map((sender) => once(sender, "exit"));
  for (const sender of senders) sender.send("go");
  expect(await Promise.all(ends)).toEqual([
    [0, null],
    [0, null],
  ]);
  const posted = (await readFile(notes, "utf8")).trim().split("\n");
  expect(posted.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  for (const { id } of rows) expect((await store.outbox.find(id))?.state).toBe("sent");
});

test("two callers of one process share a pass", async () => {
  const { process } = await outboxWith(row("a"), row("b", { position: 1 }));
  const { poster, posted } = scriptedSlack();
  await Promise.all([process.sendDue(poster), process.sendDue(poster)]);
  expect(posted.map(({ id }) => id)).toEqual(["a", "b"]);
});

test("an unknown message is refused", async () => {
  const { process } = await outboxWith();
  const { poster, calls } = scriptedSlack();
  expect(await process.send("nowhere", poster)).toEqual({
    kind: "refused",
    reason: "unknown message",
  });
  expect(calls).toEqual([]);
});

type Clock = ReturnType<typeof clockAt>;

function clockAt(start: number) {
  let time = start;
  return {
    now: () => new Date(time),
    forward: (ms: number) => {
      time += ms;
    },
  };
}

/** A process with an outbox that holds rows, its store and its clock. */
async function outboxWith(...rows: NewOutboxRow[]) {
  const file = await temporaryDatabase();
  const clock = clockAt(START);
  const store = await openTestStore(file);
  await store.outbox.add(rows);
  return { file, store, clock, process: processOver(store, clock) };
}

async function anotherProcess(file: string, clock: Clock) {
  return processOver(await openTestStore(file), clock);
}

function sendingProcess(database: string, notes: string): ChildProcess {
  return fork(new URL("sending-process.ts", import.meta.url), [database, notes]);
}

function processOver(store: Store, { now }: Clock) {
  return createOutbox({ store, now, log: createLog("silent") });
}

function row(id: string, fields: Partial<NewOutboxRow> = {}): NewOutboxRow {
  return {
    id,
    workspace: "T1",
    channel: "C1",
    threadOf: null,
    position: 0,
    message: JSON.stringify({ language: "en", paragraphs: [body(`text of ${id}`)] }),
    subscription: null,
    sendAfter: new Date(START),
    ...fields,
  };
}

/** A lead and its replies, `id:1`, `id:2` and so on. */
function thread(id: string, replies: number): NewOutboxRow[] {
  return Array.from({ length: replies + 1 }, (_, position) =>
    position === 0 ? row(id) : row(`${id}:${position}`, { threadOf: id, position }),
  );
}
