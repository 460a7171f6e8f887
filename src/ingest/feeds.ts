/** The feeds that are watched: looked at, turned on and off, added and removed. */
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Log } from "../log.ts";
import { type FeedSource, Language } from "../model.ts";
import type { Store } from "../store/store.ts";
import { createPublishApproved } from "./approved.ts";
import { type Candidates, createCandidates } from "./candidates.ts";
import {
  type FeedFault,
  type FeedPolicy,
  feedTitle,
  markOf,
  type WatchedFeed,
  watchedFeed,
} from "./feed.ts";
import { FetchError } from "./fetch-error.ts";
import { fetchFeed } from "./fetch-feed.ts";
import type { Ingestion } from "./ingestion.ts";
import { newFeedRow } from "./new-feed-row.ts";
import { createPollFeeds, type PollFeeds } from "./poll-feeds.ts";
import { latestDayAt } from "./poll-times.ts";
import { webAddress } from "./web-address.ts";

/** What a person says of a feed that is to be watched. */
export type NewFeed = {
  url: string;
  title: string;
  language: Language | null;
  filter: string;
  policy: FeedPolicy;
};

/** What an address has to offer. */
type FeedLook =
  | { kind: "feed"; url: string; title: string; language: Language | null; titles: string[] }
  | { kind: "known"; feed: WatchedFeed }
  | { kind: "failed"; fault: FeedFault };

/** A feed with how many of its entries wait for a curator. */
export type ListedFeed = WatchedFeed & { waiting: number };

export type Feeds = {
  list: () => Promise<ListedFeed[]>;
  /** Outlets of the knowledge files that nobody turned on yet. */
  offered: () => Promise<FeedSource[]>;
  /** Fetches what is at an address, to show it. */
  look: (url: string) => Promise<FeedLook>;
  /** False when it is watched already. */
  add: (feed: NewFeed, by: string) => Promise<boolean>;
  /** Adds an outlet of the knowledge files, for review; undefined when there is none of that id. */
  turnOn: (id: string, by: string) => Promise<FeedSource | undefined>;
  /** What it was; undefined when it is gone. */
  setActive: (id: string, isActive: boolean) => Promise<WatchedFeed | undefined>;
  remove: (id: string) => Promise<WatchedFeed | undefined>;
  /** Those that have failed since an instant, or longer. */
  failingSince: (instant: Date) => Promise<WatchedFeed[]>;
  /** Administrators know that it fails. */
  markFailureTold: (feed: WatchedFeed) => Promise<void>;
  poll: PollFeeds;
  candidates: Candidates;
};

const SHOWN_TITLES = 5;

export function createFeeds({
  store,
  ingestion,
  sources,
  vocabulary,
  today,
  now,
  log,
}: {
  store: Pick<Store, "feeds" | "candidates">;
  ingestion: Pick<Ingestion, "draft" | "publish" | "fetching">;
  sources: readonly FeedSource[];
  vocabulary: Vocabulary;
  today: () => string;
  now: () => Date;
  log: Log;
}): Feeds {
  const publishApproved = createPublishApproved({ store, ingestion, log });
  const poll = createPollFeeds({
    store,
    ingestion,
    publishApproved,
    vocabulary,
    today,
    // A clock that was set back makes nothing of today a thing of the future.
    latestDay: () => latestDayAt(new Date(Math.max(now().getTime(), Date.now()))),
    now,
    log,
  });

  function insert(id: string, feed: NewFeed, by: string): Promise<boolean> {
    return store.feeds.add(newFeedRow({ id, ...feed }, by, now()));
  }

  async function watched(id: string): Promise<WatchedFeed | undefined> {
    const row = await store.feeds.find(id);
    return row && watchedFeed(row);
  }

  async function look(text: string): Promise<FeedLook> {
    const { href } = webAddress(text);
    const known = (await store.feeds.all()).find(({ url }) => url === href);
    if (known) return { kind: "known", feed: watchedFeed(known) };
    const outcome = await fetchFeed(await ingestion.fetching(), href);
    if (outcome.kind === "failed") return outcome;
    if (outcome.kind === "unchanged") return { kind: "failed", fault: { kind: "no-feed" } };
    const { title, language, entries } = outcome.feed;
    return {
      kind: "feed",
      url: outcome.movedTo,
      title: feedTitle(title, href),
      language: Language.safeParse(language?.slice(0, 2).toLowerCase()).data ?? null,
      titles: entries.slice(0, SHOWN_TITLES).map((entry) => entry.title),
    };
  }

  return {
    list: async () => {
      const counts = await store.candidates.counts();
      return (await store.feeds.all()).map((row) => ({
        ...watchedFeed(row),
        waiting:
          counts.find(({ feed, state }) => feed === row.id && state === "waiting")?.count ?? 0,
      }));
    },
    offered: async () => {
      const rows = await store.feeds.all();
      return sources.filter(({ id, url }) => !rows.some((row) => row.id === id || row.url === url));
    },
    look: async (url) => {
      try {
        return await look(url);
      } catch (cause) {
        if (cause instanceof FetchError) return { kind: "failed", fault: cause.fault };
        throw cause;
      }
    },
    add: (feed, by) => insert(markOf(feed.url), feed, by),
    turnOn: async (id, by) => {
      const source = sources.find((each) => each.id === id);
      if (!source) return undefined;
      const { url, title, language = null, filter = "" } = source;
      await insert(id, { url, title, language, filter, policy: "review" }, by);
      return source;
    },
    setActive: async (id, isActive) => {
      const feed = await watched(id);
      if (feed) await store.feeds.setState(id, isActive ? "active" : "paused", now());
      return feed;
    },
    remove: async (id) => {
      const feed = await watched(id);
      if (feed) await store.feeds.remove(id);
      return feed;
    },
    failingSince: async (instant) => (await store.feeds.failingSince(instant)).map(watchedFeed),
    markFailureTold: ({ id, failingSince }) =>
      store.feeds.markFailureTold(
        { id, failing_since: failingSince?.toISOString() ?? null },
        now(),
      ),
    poll,
    candidates: createCandidates({ store, publishApproved, now }),
  };
}
