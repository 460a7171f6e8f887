/** A feed as it is watched, and how it is. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { Language } from "../model.ts";
import type { FeedRow } from "../store/feed-queries.ts";
import type { FetchFault } from "./fetch-error.ts";

/** Why a feed could not be read. */
export type FeedFault = FetchFault | { kind: "no-feed" };

export type FeedPolicy = FeedRow["policy"];

export type WatchedFeed = {
  id: string;
  url: string;
  title: string;
  language: Language | null;
  filter: string;
  policy: FeedPolicy;
  isActive: boolean;
  /** Null until it was read for the first time. */
  succeededAt: Date | null;
  /** The last failure, if nothing was read since. */
  fault: FeedFault | null;
  failingSince: Date | null;
  /** Whether administrators know. */
  isFailureTold: boolean;
  nextAt: Date;
};

const Host = { host: z.string() };
/** A stored fault; its times are text there. */
const StoredFault = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("not-a-web-address"), value: z.string() }),
  z.object({ kind: z.literal("private-address"), ...Host }),
  z.object({ kind: z.literal("unreachable"), ...Host, reason: z.string() }),
  z.object({ kind: z.literal("too-slow"), ...Host, seconds: z.number() }),
  z.object({ kind: z.literal("too-many-redirects"), limit: z.number() }),
  z.object({ kind: z.literal("too-large"), limitBytes: z.number() }),
  z.object({ kind: z.literal("wrong-type"), type: z.string() }),
  z.object({ kind: z.literal("unreadable-encoding"), encoding: z.string() }),
  z.object({
    kind: z.literal("status"),
    status: z.number(),
    retryAfter: z.coerce.date().nullable(),
  }),
  z.object({ kind: z.literal("forbidden-by-robots"), ...Host }),
  z.object({ kind: z.literal("no-feed") }),
]);

export function watchedFeed(row: FeedRow): WatchedFeed {
  const { id, url, title, filter, policy } = row;
  return {
    id,
    url,
    title,
    language: Language.safeParse(row.language).data ?? null,
    filter,
    policy,
    isActive: row.state === "active",
    succeededAt: row.succeeded_at === null ? null : new Date(row.succeeded_at),
    fault: row.error === null ? null : StoredFault.parse(JSON.parse(row.error)),
    failingSince: row.failing_since === null ? null : new Date(row.failing_since),
    isFailureTold: row.failure_told_at !== null,
    nextAt: new Date(row.fetch_at),
  };
}

/** What asks whether to remove it has room for no more. */
const MAX_TITLE_CHARS = 120;

/** A source's own name for itself, else its host. */
export function feedTitle(title: string, url: string): string {
  const characters = [...(title || new URL(url).host)];
  return characters.length > MAX_TITLE_CHARS
    ? `${characters
        .slice(0, MAX_TITLE_CHARS - 1)
        .join("")
        .trimEnd()}…`
    : characters.join("");
}

/** The same for the same parts. */
export function markOf(...parts: string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 24);
}
