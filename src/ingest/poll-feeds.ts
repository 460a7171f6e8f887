/** Looks at the feeds that are due: each by one process, each entry once, whoever dies in between. */
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Log } from "../log.ts";
import { Language } from "../model.ts";
import type { CandidateRow } from "../store/candidate-queries.ts";
import type { FeedRow } from "../store/feed-queries.ts";
import type { Store } from "../store/store.ts";
import type { PublishApproved } from "./approved.ts";
import { feedTitle } from "./feed.ts";
import { type FeedOutcome, fetchFeed } from "./fetch-feed.ts";
import type { Ingestion } from "./ingestion.ts";
import { because, namedEntries, newEntries } from "./new-entries.ts";
import { afterFailure, afterSuccess, hasCome } from "./poll-times.ts";
import { isHopeless, readEntry } from "./read-entry.ts";

/** Longer than the slowest page takes, with the waiting for others of its site. */
const LEASE_MS = 5 * 60_000;
const FEEDS_AT_ONCE = 4;
const FEEDS_A_PASS = 40;
/** A site that was long not looked at is read over many passes. */
const PAGES_A_PASS = 8;
/** Between two passes over one feed's pages. */
const PAGES_PAUSE_MS = 60_000;
const COPIES_SOUGHT_MS = 90 * 24 * 60 * 60_000;

/** Tells how many feeds were looked at. */
export type PollFeeds = (signal?: AbortSignal) => Promise<number>;

/** The program ends; what was begun is begun anew by whoever is next. */
class PollEndedError extends Error {}

export function createPollFeeds({
  store,
  ingestion,
  publishApproved,
  vocabulary,
  today,
  latestDay,
  now,
  random = Math.random,
  log,
}: {
  store: Pick<Store, "feeds" | "candidates">;
  ingestion: Pick<Ingestion, "draft" | "fetching">;
  publishApproved: PublishApproved;
  vocabulary: Vocabulary;
  /** `YYYY-MM-DD`, as is the last day that anything can be of. */
  today: () => string;
  latestDay: () => string;
  now: () => Date;
  random?: () => number;
  log: Log;
}): PollFeeds {
  const inMs = (ms: number) => new Date(now().getTime() + ms).toISOString();

  async function pollOne(id: string, signal: AbortSignal | undefined): Promise<void> {
    const until = new Date(now().getTime() + LEASE_MS);
    const claimed = await store.feeds.claim({ id, now: now(), until });
    if (!claimed) return;
    let held: FeedRow | undefined = claimed;
    try {
      if (hasCome(held.fetch_at, now())) held = await fetchNew(held, signal);
      if (held) held = await readPages(held, signal);
      if (held) await putDown(held);
    } catch (cause) {
      if (!(cause instanceof PollEndedError)) throw cause;
      if (held) await store.feeds.update(held, { leased_until: null });
    }
  }

  async function fetchNew(feed: FeedRow, signal?: AbortSignal): Promise<FeedRow | undefined> {
    const version = { etag: feed.etag, lastModified: feed.last_modified };
    const fetching = await ingestion.fetching();
    const outcome = await orEnded(fetchFeed(fetching, feed.url, version), signal);
    if (outcome.kind === "failed") return fail(feed, outcome);
    const url = await newAddress(feed, outcome.movedTo);
    const at = now();
    const change = {
      url,
      succeeded_at: at.toISOString(),
      error: null,
      failures: 0,
      failing_since: null,
      failure_told_at: null,
      fetch_at: afterSuccess(at, random()).toISOString(),
    };
    if (outcome.kind === "unchanged") return store.feeds.update(feed, change);
    const { feed: read, version: next } = outcome;
    if (read.leftOut > 0 || read.unreadable > 0)
      log.info(
        { feed: feed.id, leftOut: read.leftOut, unreadable: read.unreadable },
        "some entries of a feed are not looked at",
      );
    const entries = await entriesOf(feed, read);
    const { success, data } = Language.safeParse(read.language?.slice(0, 2).toLowerCase());
    return store.feeds.record(
      feed,
      {
        ...change,
        title: feed.title || feedTitle(read.title, url),
        language: feed.language ?? (success ? data : null),
        etag: next.etag,
        last_modified: next.lastModified,
        baseline_at: feed.baseline_at ?? at.toISOString(),
      },
      entries,
    );
  }

  async function entriesOf(
    feed: FeedRow,
    read: Extract<FeedOutcome, { kind: "read" }>["feed"],
  ): Promise<CandidateRow[]> {
    const entries = namedEntries(feed, read.entries);
    const known = await store.candidates.known(entries);
    return newEntries(feed, entries, {
      knownIds: new Set(known.map(({ id }) => id)),
      knownAddresses: new Set(known.map(({ address }) => address)),
      vocabulary,
      now: now(),
      latestDay: latestDay(),
    });
  }

  function fail(
    feed: FeedRow,
    { fault }: Extract<FeedOutcome, { kind: "failed" }>,
  ): Promise<FeedRow | undefined> {
    const at = now();
    const failures = feed.failures + 1;
    log.info({ feed: feed.id, failures, fault }, "a feed could not be read");
    return store.feeds.update(feed, {
      error: JSON.stringify(fault),
      failures,
      failing_since: feed.failing_since ?? at.toISOString(),
      fetch_at: afterFailure(at, { failures, fault, random: random() }).toISOString(),
    });
  }

  /** Where it moved for good, unless another feed is there already. */
  async function newAddress(feed: FeedRow, movedTo: string): Promise<string> {
    if (movedTo === feed.url || !(await store.feeds.isFree(movedTo, feed.id))) return feed.url;
    log.info({ feed: feed.id, from: feed.url, to: movedTo }, "a feed moved");
    return movedTo;
  }

  async function readPages(feed: FeedRow, signal?: AbortSignal): Promise<FeedRow | undefined> {
    let held: FeedRow | undefined = feed;
    for (const candidate of await store.candidates.due(feed.id, now(), PAGES_A_PASS)) {
      if (signal?.aborted) throw new PollEndedError();
      held = await store.feeds.update(held, { leased_until: inMs(LEASE_MS) });
      if (!held) return undefined;
      await readPage(held, candidate, signal);
    }
    return held;
  }

  async function readPage(
    feed: FeedRow,
    candidate: CandidateRow,
    signal?: AbortSignal,
  ): Promise<void> {
    // Noted before: a page that ends the program must not do so for ever.
    const begun = { ...candidate, attempts: candidate.attempts + 1, next_at: inMs(LEASE_MS) };
    const { attempts, next_at } = begun;
    if (!(await store.candidates.move(candidate.id, "new", { attempts, next_at }))) return;
    if (isHopeless(begun)) {
      await store.candidates.move(candidate.id, "new", because("failed", { kind: "unreadable" }));
      return;
    }
    const outcome = await orEnded(ingestion.draft(candidate.url), signal);
    const since = new Date(now().getTime() - COPIES_SOUGHT_MS);
    const change = readEntry(outcome, {
      feed,
      candidate: begun,
      others: outcome.kind === "draft" ? await store.candidates.fingerprints(since) : [],
      vocabulary,
      now: now(),
      today: today(),
      latestDay: latestDay(),
      random: random(),
    });
    await store.candidates.move(candidate.id, "new", change);
    if (change.state === "approved") await publishApproved();
  }

  /** What is left of its entries comes soon, and the feed itself when it is time. */
  async function putDown(feed: FeedRow): Promise<void> {
    const hasMore = await store.candidates.hasDue(feed.id, now());
    const soon = inMs(PAGES_PAUSE_MS);
    const next_at = hasMore && soon < feed.fetch_at ? soon : feed.fetch_at;
    await store.feeds.update(feed, { next_at, leased_until: null });
  }

  return async (signal) => {
    await publishApproved();
    const waiting = await store.feeds.dueIds(now(), FEEDS_A_PASS);
    const count = waiting.length;
    const failures: unknown[] = [];
    const work = async () => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        if (signal?.aborted) return;
        await pollOne(id, signal).catch((cause: unknown) => failures.push(cause));
      }
    };
    await Promise.all(Array.from({ length: FEEDS_AT_ONCE }, work));
    if (failures.length > 0) throw failures[0];
    return count;
  };
}

/** The work's result, unless the program ends before; then nobody waits for it. */
async function orEnded<Result>(
  work: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  if (!signal) return work;
  const { promise, reject } = Promise.withResolvers<never>();
  const end = () => reject(new PollEndedError());
  if (signal.aborted) end();
  signal.addEventListener("abort", end, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener("abort", end);
    work.catch(() => {});
  }
}
