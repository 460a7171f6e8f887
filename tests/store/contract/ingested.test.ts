/** Articles that did not come as files, on every database. */
import { expect, test } from "vitest";
import { openTestStore, temporaryDatabase } from "../../temporary.ts";

const BY_ANNA = { changedBy: "U1", now: new Date("2026-06-08T04:00:00.000Z") };
const BY_BORIS = { changedBy: "U2", now: new Date("2026-06-09T04:00:00.000Z") };
const row = (id: string, url = `https://site.example/${id}`) => ({
  id,
  url,
  fingerprint: "[1,2]",
  paragraphs: null,
  article: `{"id":"${id}"}`,
});

test("an article is published once, whoever comes first", async () => {
  const { ingested } = await openTestStore(await temporaryDatabase());
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () => ingested.publish(row("one"), BY_ANNA)),
  );
  expect(outcomes.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(await ingested.publish(row("other", row("one").url), BY_BORIS)).toEqual({
    id: "one",
    isNew: false,
  });
  expect(await ingested.versions("one")).toEqual([
    { version: 1, article: row("one").article, changedAt: BY_ANNA.now, changedBy: "U1" },
  ]);
});

test("what changed is told in order, from any number on", async () => {
  const { ingested } = await openTestStore(await temporaryDatabase());
  await ingested.publish(row("one"), BY_ANNA);
  await ingested.publish(row("two"), BY_ANNA);
  const first = await ingested.changedAfter(0);
  expect(first.map(({ id }) => id)).toEqual(["one", "two"]);
  const seen = first.at(-1)?.rev ?? 0;
  expect(await ingested.changedAfter(seen)).toEqual([]);
  expect(await ingested.change({ id: "one", version: 1, article: "{}" }, BY_BORIS)).toBe(true);
  expect(await ingested.changedAfter(seen)).toMatchObject([
    { id: "one", article: "{}", version: 2 },
  ]);
});

test("of two who correct the same wording, one does", async () => {
  const { ingested } = await openTestStore(await temporaryDatabase());
  await ingested.publish(row("one"), BY_ANNA);
  const outcomes = await Promise.all(
    ["a", "b", "c"].map((text) =>
      ingested.change({ id: "one", version: 1, article: text }, BY_BORIS),
    ),
  );
  expect(outcomes.filter(Boolean)).toHaveLength(1);
  expect(await ingested.versions("one")).toHaveLength(2);
});

test("a removed article is told as removed, and can be published again", async () => {
  const { ingested } = await openTestStore(await temporaryDatabase());
  await ingested.publish(row("one"), BY_ANNA);
  await ingested.change({ id: "one", version: 1, article: null }, BY_BORIS);
  expect(await ingested.changedAfter(0)).toMatchObject([{ id: "one", article: null }]);
  expect(await ingested.publish(row("one"), BY_ANNA)).toEqual({ id: "one", isNew: true });
  expect((await ingested.versions("one")).map(({ article }) => article === null)).toEqual([
    false,
    true,
    false,
  ]);
});

test("numbers come in the order in which changes are seen, also of many at once", async () => {
  const { ingested } = await openTestStore(await temporaryDatabase());
  const seen: number[] = [];
  let after = 0;
  const reading = (async () => {
    while (seen.length < 20)
      for (const { rev } of await ingested.changedAfter(after)) {
        seen.push(rev);
        after = rev;
      }
  })();
  await Promise.all(
    Array.from({ length: 20 }, (_, at) => ingested.publish(row(`a${at}`), BY_ANNA)),
  );
  await reading;
  expect(seen).toEqual(seen.toSorted((left, right) => left - right));
});
