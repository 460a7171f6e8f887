import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Poster } from "../../src/messages/posting.ts";
import { body } from "../../src/messages/text.ts";
import { temporaryFolder } from "../temporary.ts";
import {
  anotherProcess,
  outboxWith,
  processOver,
  row,
  START,
  sendingProcess,
  thread,
} from "./outbox-scene.ts";
import { scriptedSlack } from "./scripted-slack.ts";

const LEASE_MS = 30_000;
const FIRST_LOOK_MS = 5_000;
const LONGEST_WAIT_MS = 5 * 60_000;
const DAY_MS = 24 * 60 * 60 * 1000;

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

test("a hundred and twenty due messages go out in one pass, the oldest among the first", async () => {
  const rows = Array.from({ length: 120 }, (_, index) =>
    row(`m${index}`, { sendAfter: new Date(START - 1_000 + index) }),
  );
  const { process } = await outboxWith(...rows);
  const { poster, posted } = scriptedSlack();
  await process.sendDue(poster);
  const order = posted.map(({ id }) => id);
  expect(order.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  expect(order.indexOf("m0")).toBeLessThan(10);
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
  await process.send("a", poster);
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
    reason: "lead-not-posted",
  });
});

test("a refused lead leaves other threads alone", async () => {
  const { process } = await outboxWith(...thread("a", 1), ...thread("b", 1));
  const { poster, posted } = scriptedSlack([{ refusedFor: "channel_not_found" }]);
  await process.send("a", poster);
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

test("a message whose response was lost is found after seconds", async () => {
  const { file, store, process, clock } = await outboxWith(row("a"));
  const { poster, calls } = scriptedSlack(["lost after it was posted"]);
  expect(await process.send("a", poster)).toEqual({ kind: "waiting" });
  clock.forward(FIRST_LOOK_MS - 1);
  await process.sendDue(poster);
  expect(calls).toEqual(["post a"]);
  clock.forward(1);
  await (await anotherProcess(file, clock)).sendDue(poster);
  expect(calls).toEqual(["post a", "look up a"]);
  expect(await store.outbox.find("a")).toMatchObject({ state: "sent", ts: "1.0" });
});

test("a message that is not found is posted again once the history can be trusted", async () => {
  const { process, clock } = await outboxWith(row("a"));
  const { poster, calls, posted } = scriptedSlack(["lost before it was posted"]);
  await process.sendDue(poster);
  clock.forward(FIRST_LOOK_MS);
  await process.sendDue(poster);
  clock.forward(LEASE_MS - FIRST_LOOK_MS - 1);
  await process.sendDue(poster);
  expect(calls).toEqual(["post a", "look up a"]);
  clock.forward(1);
  expect(await process.send("a", poster)).toEqual({ kind: "sent" });
  expect(calls).toEqual(["post a", "look up a", "look up a", "post a"]);
  expect(posted).toHaveLength(1);
});

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

test("a process that has the database to itself takes over at its start what another left", async () => {
  const { file, store, process, clock } = await outboxWith(...thread("a", 1), row("b"));
  const { poster, calls, posted } = scriptedSlack(["sent", "crash after it was posted"]);
  await process.send("b", poster);
  await expect(process.send("a", poster)).rejects.toThrow("killed");
  const next = await anotherProcess(file, clock);
  await next.takeOver();
  await next.sendDue(poster);
  expect(posted.map(({ id }) => id)).toEqual(store.isShared ? ["b", "a"] : ["b", "a", "a:1"]);
  expect(calls.filter((call) => call === "post a")).toHaveLength(1);
});

test("a process whose message was taken over does not post it", async () => {
  const { store, clock } = await outboxWith(row("a"));
  const { poster, calls } = scriptedSlack();
  const next = processOver(store, clock);
  // It waits for its turn while the other starts.
  const slow = processOver(
    store,
    {
      ...clock,
      wait: async () => {
        await store.outbox.endLeases();
        await next.sendDue(poster);
      },
    },
    { postsPerSecond: 10 },
  );
  expect(await slow.send("a", poster)).toEqual({ kind: "sent" });
  expect(calls).toEqual(["post a"]);
});

test("each look-up is about the last attempt: those before it were found not to be there", async () => {
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
  expect(since).toEqual([0, LEASE_MS].map((ms) => new Date(START + ms).toISOString()));
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
  expect((await store.outbox.find("a:1"))?.state).toBe("uncertain");
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

test("a look-up that an outage hinders for two days leaves the message uncertain", async () => {
  const { process, clock } = await outboxWith(row("a"));
  const { poster, posted, calls, setReading } = scriptedSlack(["lost after it was posted"]);
  setReading("later");
  await process.sendDue(poster);
  for (let elapsed = 0; elapsed <= 2 * DAY_MS; elapsed += LONGEST_WAIT_MS) {
    clock.forward(LONGEST_WAIT_MS);
    await process.sendDue(poster);
  }
  expect(await process.send("a", poster)).toEqual({ kind: "uncertain" });
  expect(posted).toHaveLength(1);
  expect(calls.length).toBeLessThan(600);
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

test("a message that Slack puts off for two days is given up, ever more seldom tried", async () => {
  const { process, clock } = await outboxWith(row("a"));
  const { poster, calls } = scriptedSlack(Array(1_000).fill({ laterMs: 1_000 }));
  for (let elapsed = 0; elapsed <= 2 * DAY_MS; elapsed += LONGEST_WAIT_MS) {
    await process.sendDue(poster);
    clock.forward(LONGEST_WAIT_MS);
  }
  await process.sendDue(poster);
  expect(await process.send("a", poster)).toEqual({ kind: "refused", reason: "too-late" });
  expect(calls.length).toBeLessThan(600);
});

test("two processes on one file send every message, and none twice", async () => {
  const rows = Array.from({ length: 50 }, (_, index) => thread(`t${index}`, 2))
    .flat()
    // The processes have the machine's clock.
    .map((each) => ({ ...each, sendAfter: new Date(0), expiresAt: new Date("2100-01-01") }));
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
    reason: "unknown-message",
  });
  expect(calls).toEqual([]);
});
