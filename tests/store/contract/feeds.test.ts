/** Feeds and their entries, on every database. */
import { expect, test } from "vitest";
import { newFeedRow } from "../../../src/ingest/new-feed-row.ts";
import type { CandidateRow } from "../../../src/store/candidate-queries.ts";
import type { FeedRow } from "../../../src/store/feed-queries.ts";
import { openTestStore, temporaryDatabase } from "../../temporary.ts";

const NOW = new Date("2026-06-08T04:00:00.000Z");
const LATER = new Date("2026-06-08T04:05:00.000Z");
const FEED = newFeedRow(
  {
    id: "astana",
    url: "https://site.example/feed",
    title: "Astana",
    language: "en",
    filter: "",
    policy: "review",
  },
  "U1",
  NOW,
);
const AS_IT_IS = { failures: 0 };
const entry = (id: string, change: Partial<CandidateRow> = {}): CandidateRow => ({
  id,
  feed: FEED.id,
  entry: id,
  url: `https://site.example/${id}`,
  address: `site.example/${id}`,
  title: id,
  published: null,
  state: "new",
  reason: null,
  draft: null,
  fingerprint: null,
  article: null,
  seen_at: NOW.toISOString(),
  told_at: null,
  decided_at: null,
  decided_by: null,
  attempts: 0,
  next_at: NOW.toISOString(),
  ...change,
});

async function withFeed(change: Partial<FeedRow> = {}) {
  const store = await openTestStore(await temporaryDatabase());
  await store.feeds.add({ ...FEED, ...change });
  const claim = async () => {
    const row = await store.feeds.claim({ id: FEED.id, now: NOW, until: LATER });
    if (!row) throw new Error("The feed cannot be claimed.");
    return row;
  };
  return { ...store, claim };
}

test("a feed is added once, by its id and by its address", async () => {
  const { feeds } = await withFeed();
  expect(await feeds.add(FEED)).toBe(false);
  expect(await feeds.add({ ...FEED, id: "other" })).toBe(false);
  expect(await feeds.add({ ...FEED, id: "other", url: "https://other.example/" })).toBe(true);
  expect((await feeds.all()).map(({ id }) => id)).toEqual(["astana", "other"]);
  expect(await feeds.isFree(FEED.url, "other")).toBe(false);
  expect(await feeds.isFree(FEED.url, "astana")).toBe(true);
});

test("of many who want a due feed, one gets it, until its lease ends", async () => {
  const { feeds } = await withFeed();
  const claims = await Promise.all(
    Array.from({ length: 8 }, () => feeds.claim({ id: FEED.id, now: NOW, until: LATER })),
  );
  expect(claims.filter(Boolean)).toHaveLength(1);
  expect(await feeds.dueIds(NOW, 9)).toEqual([]);
  expect(await feeds.dueIds(LATER, 9)).toEqual(["astana"]);
});

test.each([
  ["paused", { state: "paused" }],
  ["not due", { next_at: LATER.toISOString() }],
] as const)("a feed that is %s is not claimed", async (_, change) => {
  const { feeds } = await withFeed(change);
  expect(await feeds.claim({ id: FEED.id, now: NOW, until: LATER })).toBeUndefined();
});

test("what a clock that was far ahead put off is due", async () => {
  const { feeds, candidates, claim } = await withFeed({ next_at: "2031-01-01T00:00:00.000Z" });
  expect(await feeds.dueIds(NOW, 9)).toEqual(["astana"]);
  const far = entry("far", { next_at: "2031-01-01T00:00:00.000Z" });
  await feeds.record(await claim(), AS_IT_IS, [far]);
  expect(await candidates.hasDue("astana", NOW)).toBe(true);
});

test("entries come with their feed's state, all or nothing, each once", async () => {
  const { feeds, candidates, claim } = await withFeed();
  const held = await claim();
  const many = Array.from({ length: 1_200 }, (_, at) => entry(`e${at}`));
  expect(await feeds.record(held, { etag: '"1"' }, many)).toMatchObject({ etag: '"1"' });
  await feeds.record(held, AS_IT_IS, [entry("e0", { state: "baseline", title: "other" })]);
  expect(await candidates.counts()).toEqual([{ feed: "astana", state: "new", count: 1_200 }]);
  expect(await candidates.find("e0")).toMatchObject({ title: "e0" });
  const [first, second] = await candidates.due("astana", NOW, 2);
  expect([first?.id, second?.id]).toEqual(["e0", "e1"]);
  expect(
    await candidates.known([
      { id: "e1", address: "nowhere" },
      { id: "none", address: "site.example/e2" },
    ]),
  ).toHaveLength(2);
});

test("whoever lost a feed writes nothing", async () => {
  const { feeds, candidates, claim } = await withFeed();
  const lost = await claim();
  const until = new Date(LATER.getTime() + 60_000);
  const taken = await feeds.claim({ id: FEED.id, now: LATER, until });
  expect(taken).toBeDefined();
  expect(await feeds.record(lost, { etag: '"1"' }, [entry("e")])).toBeUndefined();
  expect(await feeds.update(lost, { failures: 1 })).toBeUndefined();
  expect(await candidates.find("e")).toBeUndefined();
});

test("a pause takes a feed out of every hand, and going on begins at once", async () => {
  const { feeds, claim } = await withFeed({ failures: 3, failing_since: NOW.toISOString() });
  const held = await claim();
  expect(await feeds.setState("astana", "paused", NOW)).toBe(true);
  expect(await feeds.setState("astana", "paused", NOW)).toBe(false);
  expect(await feeds.update(held, { failures: 1 })).toBeUndefined();
  expect(await feeds.failingSince(NOW)).toEqual([]);
  await feeds.setState("astana", "active", LATER);
  expect(await feeds.find("astana")).toMatchObject({
    failures: 0,
    failing_since: null,
    next_at: LATER.toISOString(),
  });
});

test("a removed feed leaves what people decided", async () => {
  const { feeds, candidates, claim } = await withFeed();
  const states = ["baseline", "new", "waiting", "rejected"] as const;
  await feeds.record(
    await claim(),
    AS_IT_IS,
    states.map((state) => entry(state, { state })),
  );
  expect(await feeds.remove("astana")).toBe(true);
  expect(await feeds.remove("astana")).toBe(false);
  const left = (await candidates.counts()).map(({ state }) => state);
  expect(left.toSorted()).toEqual(["rejected", "waiting"]);
});

test("of two who decide at once, one does", async () => {
  const { feeds, candidates, claim } = await withFeed();
  await feeds.record(await claim(), AS_IT_IS, [entry("e", { state: "waiting" })]);
  const decisions = await Promise.all(
    ["U1", "U2", "U3"].map((by) =>
      candidates.decide("e", { state: by === "U2" ? "rejected" : "approved", by, now: NOW }),
    ),
  );
  expect(decisions.filter(Boolean)).toHaveLength(1);
  expect(await candidates.find("e")).toMatchObject({ decided_at: NOW.toISOString() });
});

test("curators are told of what waits, once", async () => {
  const { feeds, candidates, claim } = await withFeed();
  await feeds.record(await claim(), AS_IT_IS, [entry("a", { state: "waiting" }), entry("b")]);
  expect((await candidates.untold(9)).map(({ id }) => id)).toEqual(["a"]);
  expect(await candidates.move("a", "waiting", { told_at: NOW.toISOString() })).toBe(true);
  expect(await candidates.move("a", "new", { told_at: null })).toBe(false);
  expect(await candidates.untold(9)).toEqual([]);
});

test("a failure is told once for each time that it begins", async () => {
  const { feeds } = await withFeed({ failing_since: NOW.toISOString() });
  const [failing] = await feeds.failingSince(NOW);
  if (!failing) throw new Error("The feed does not fail.");
  await feeds.markFailureTold(failing, LATER);
  expect(await feeds.find("astana")).toMatchObject({ failure_told_at: LATER.toISOString() });
  expect(await feeds.failingSince(new Date(NOW.getTime() - 1))).toEqual([]);
});
