/** Fetching a feed, if it has changed. */
import type { FeedFault } from "./feed.ts";
import { FetchError } from "./fetch-error.ts";
import type { Fetching } from "./fetching.ts";
import type { Feed } from "./read-feed.ts";
import { UnreadableError } from "./reader.ts";

/** What the server said of the version that was read last. */
export type Version = { etag: string | null; lastModified: string | null };

/** `movedTo` is where the feed is from now on. */
export type FeedOutcome =
  | { kind: "read"; feed: Feed; movedTo: string; version: Version }
  | { kind: "unchanged"; movedTo: string }
  | { kind: "failed"; fault: FeedFault };

/** Servers name feeds as they like; whether it is one is found out by reading it. */
const FEED_TYPES = [
  "application/rss+xml",
  "application/atom+xml",
  "application/rdf+xml",
  "application/feed+json",
  "application/xml",
  "application/json",
  "application/octet-stream",
  "text/",
];
const NOT_MODIFIED = 304;

export async function fetchFeed(
  { fetchPolitely, reader }: Pick<Fetching, "fetchPolitely" | "reader">,
  url: string,
  { etag, lastModified }: Version = { etag: null, lastModified: null },
): Promise<FeedOutcome> {
  try {
    const fetched = await fetchPolitely({
      url,
      types: FEED_TYPES,
      headers: {
        ...(etag && { "if-none-match": etag }),
        ...(lastModified && { "if-modified-since": lastModified }),
      },
    });
    const { movedTo, status, headers, body } = fetched;
    if (status === NOT_MODIFIED) return { kind: "unchanged", movedTo };
    const contentType = headers["content-type"] ?? "";
    const feed = await reader.feed({ bytes: body, contentType, url: fetched.url });
    const version = { etag: headers.etag ?? null, lastModified: headers["last-modified"] ?? null };
    return { kind: "read", feed, movedTo, version };
  } catch (cause) {
    if (cause instanceof FetchError) return { kind: "failed", fault: cause.fault };
    if (cause instanceof UnreadableError) return { kind: "failed", fault: { kind: "no-feed" } };
    throw cause;
  }
}
