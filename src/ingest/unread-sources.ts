/** Sources that cannot be read, for whoever would say that there is nothing new. */
import type { WatchedFeed } from "./feed.ts";
import type { Feeds } from "./feeds.ts";

export type UnreadSources = {
  /** Looks which they are; asked before anything is composed. */
  refresh: () => Promise<void>;
  /** The titles of those that failed before a day (YYYY-MM-DD), and fail still. */
  before: (day: string) => string[];
};

export function createUnreadSources({
  feeds,
  now,
}: {
  feeds: Pick<Feeds, "failingSince">;
  now: () => Date;
}): UnreadSources {
  let failing: readonly WatchedFeed[] = [];
  return {
    refresh: async () => {
      failing = await feeds.failingSince(now());
    },
    before: (day) =>
      failing.flatMap(({ title, failingSince }) =>
        failingSince && failingSince.toISOString() < day ? [title] : [],
      ),
  };
}
