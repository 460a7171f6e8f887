/** When articles entered the base, on every database. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import type { Article } from "../../../src/model.ts";
import { createEntries } from "../../../src/register/entries.ts";
import type { Store } from "../../../src/store/store.ts";
import { article } from "../../builders.ts";
import { openTestStore, temporaryDatabase } from "../../temporary.ts";

const START = new Date("2026-06-08T04:00:00.000Z");
const LATER = new Date("2026-06-09T04:00:00.000Z");
const EVER = { after: new Date(-1), until: new Date("2100-01-01") };

test("articles of a new database entered when they became news", async () => {
  const store = await openTestStore(await temporaryDatabase());
  const [dated, added, vague] = [
    article({ id: "dated", published: "2024-06-12" }),
    article({ id: "added", published: "2024-06-12", added: "2024-06-15" }),
    article({ id: "vague", published: "2024" }),
  ];
  await entriesOf(store, [dated, added, vague]).sync();
  expect(await entered(store)).toEqual([
    ["added", "2024-06-15T00:00:00.000Z"],
    ["dated", "2024-06-12T00:00:00.000Z"],
    ["vague", "1970-01-01T00:00:00.000Z"],
  ]);
});

test("an article that comes later entered when the program first saw it", async () => {
  const store = await openTestStore(await temporaryDatabase());
  const [old, late] = [article({ id: "old" }), article({ id: "late", published: "2020-01-01" })];
  await entriesOf(store, [old]).sync();
  await entriesOf(store, [old, late], LATER).sync();
  const { between } = entriesOf(store, [old, late]);
  expect(await between({ after: START, until: LATER })).toEqual([
    { article: late, enteredAt: LATER },
  ]);
  expect(await between({ after: LATER, until: EVER.until })).toEqual([]);
  expect(await between({ after: START, until: START })).toEqual([]);
  // A program with older files does not know it.
  expect(await entriesOf(store, [old]).between({ after: START, until: LATER })).toEqual([]);
});

test("an article that is gone is forgotten, unless files could not be read", async () => {
  const store = await openTestStore(await temporaryDatabase());
  const [one, two] = [article({ id: "one" }), article({ id: "two" })];
  await entriesOf(store, [one, two]).sync();
  await entriesOf(store, []).sync();
  await createEntries({ articles: () => [one], isWhole: false, store, now: () => LATER }).sync();
  expect(await store.entries.known()).toHaveLength(2);
  await entriesOf(store, [one]).sync();
  expect(await store.entries.known()).toEqual(["one"]);
  await entriesOf(store, [one, two], LATER).sync();
  expect(await entered(store)).toContainEqual(["two", LATER.toISOString()]);
});

test("what is entered by hand counts from then on, once", async () => {
  const store = await openTestStore(await temporaryDatabase());
  const [one, two] = [article({ id: "one" }), article({ id: "two" })];
  const entries = entriesOf(store, [one], LATER);
  await entries.sync();
  expect(await entries.enter(["one", "two"])).toEqual(["two"]);
  expect(await entries.enter(["two"])).toEqual([]);
  await entriesOf(store, [one, two]).sync();
  expect(await entered(store)).toContainEqual(["two", LATER.toISOString()]);
});

test("of programs that start together the first says when an article entered", async () => {
  const url = await temporaryDatabase();
  const hours = ["04", "05", "06", "07"].map((hour) => `2026-06-10T${hour}:00:00.000Z`);
  expect(await startTogether(url, 6_000, hours)).toEqual(hours.map(() => "entered"));
  expect(await startTogether(url, 6_001, hours)).toEqual(hours.map(() => "entered"));
  const store = await openTestStore(url);
  expect(await store.entries.known()).toHaveLength(6_001);
  const [late, ...others] = await store.entries.between({ after: LATER, until: EVER.until });
  expect(late?.article).toBe("a6000");
  expect(hours).toContain(late?.enteredAt.toISOString());
  expect(others).toEqual([]);
});

test("each person has a mark for each filter, and none of a clock that was ahead", async () => {
  const { newsMarks } = await openTestStore(await temporaryDatabase());
  const key = { workspace: "T1", person: "U1", filter: "" };
  const mark = { shownFrom: START, seenAt: LATER };
  await newsMarks.set(key, mark);
  expect(await newsMarks.find(key, LATER)).toEqual(mark);
  expect(await newsMarks.find(key, START)).toBeNull();
  expect(await newsMarks.find({ ...key, filter: "lithium" }, LATER)).toBeNull();
  expect(await newsMarks.find({ ...key, person: "U2" }, LATER)).toBeNull();
  await newsMarks.set(key, { shownFrom: START, seenAt: START });
  expect(await newsMarks.find(key, START)).toEqual({ shownFrom: START, seenAt: START });
  await newsMarks.forgetBefore(LATER);
  expect(await newsMarks.find(key, LATER)).toBeNull();
});

/** Programs with so many articles, each by a clock of its own; tells how each start ended. */
async function startTogether(
  url: string,
  count: number,
  clocks: readonly string[],
): Promise<unknown[]> {
  const file = new URL("../entering-process.ts", import.meta.url);
  const programs = clocks.map((clock) => fork(file, [url, String(count), clock]));
  await Promise.all(programs.map((program) => once(program, "message")));
  const outcomes = programs.map((program) => once(program, "message"));
  for (const program of programs) program.send("go");
  return (await Promise.all(outcomes)).map(([outcome]) => outcome);
}

function entriesOf(store: Store, articles: readonly Article[], at = START) {
  return createEntries({ articles: () => articles, isWhole: true, store, now: () => at });
}

async function entered(store: Store): Promise<[string, string][]> {
  const entries = await store.entries.between(EVER);
  return entries.map((entry) => [entry.article, entry.enteredAt.toISOString()]);
}
