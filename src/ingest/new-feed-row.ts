/** The row of a feed that somebody begins to watch. */
import type { FeedRow } from "../store/feed-queries.ts";

/** One that was never fetched, to be fetched at once. */
export function newFeedRow(
  said: Pick<FeedRow, "id" | "url" | "title" | "language" | "filter" | "policy">,
  by: string,
  now: Date,
): FeedRow {
  const at = now.toISOString();
  return {
    ...said,
    state: "active",
    etag: null,
    last_modified: null,
    baseline_at: null,
    succeeded_at: null,
    error: null,
    failures: 0,
    failing_since: null,
    failure_told_at: null,
    fetch_at: at,
    next_at: at,
    leased_until: null,
    added_by: by,
    added_at: at,
  };
}
