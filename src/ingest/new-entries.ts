/** The entries of a feed as they are noted: which are news, and which are not. */
import { detectLanguage } from "../answers/question/language.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { Language } from "../model.ts";
import type { CandidateRow } from "../store/candidate-queries.ts";
import type { FeedRow } from "../store/feed-queries.ts";
import { markOf } from "./feed.ts";
import { mentionsOf } from "./mentions.ts";
import { plainAddress } from "./plain-address.ts";
import type { Feed } from "./read-feed.ts";
import { mayBeRelevant } from "./relevance.ts";

type FeedEntry = Feed["entries"][number];

/** All entries of a feed under the names by which they are known. */
export function namedEntries(feed: Pick<FeedRow, "id">, entries: readonly FeedEntry[]) {
  return entries.map((entry) => ({
    ...entry,
    id: markOf(feed.id, entry.id),
    entry: entry.id,
    address: plainAddress(entry.url),
  }));
}
type NamedEntry = ReturnType<typeof namedEntries>[number];

/** `knownAddresses` are of entries of any feed. */
export function newEntries(
  feed: Pick<FeedRow, "id" | "language" | "baseline_at">,
  entries: readonly NamedEntry[],
  {
    knownIds,
    knownAddresses,
    vocabulary,
    now,
    latestDay,
  }: {
    knownIds: ReadonlySet<string>;
    knownAddresses: ReadonlySet<string>;
    vocabulary: Vocabulary;
    now: Date;
    /** `YYYY-MM-DD`: what claims to be of a later day is not believed. */
    latestDay: string;
  },
): CandidateRow[] {
  const addresses = new Set(knownAddresses);
  return entries
    .filter(({ id }) => !knownIds.has(id))
    .map((entry) => {
      const isKnown = addresses.has(entry.address);
      addresses.add(entry.address);
      return {
        id: entry.id,
        feed: feed.id,
        entry: entry.entry,
        url: entry.url,
        address: entry.address,
        title: entry.title,
        published: entry.published && entry.published <= latestDay ? entry.published : null,
        ...stateOf(feed, entry, { isKnown, vocabulary }),
        draft: null,
        fingerprint: null,
        article: null,
        seen_at: now.toISOString(),
        told_at: null,
        decided_at: null,
        decided_by: null,
        attempts: 0,
        next_at: now.toISOString(),
      };
    });
}

function stateOf(
  feed: Pick<FeedRow, "language" | "baseline_at">,
  { title, summary }: NamedEntry,
  { isKnown, vocabulary }: { isKnown: boolean; vocabulary: Vocabulary },
): Pick<CandidateRow, "state" | "reason"> {
  if (feed.baseline_at === null) return { state: "baseline", reason: null };
  if (isKnown) return because("duplicate", { kind: "known-address" });
  const text = `${title}\n${summary}`;
  const language =
    Language.safeParse(feed.language).data ?? detectLanguage(text.slice(0, 2_000), vocabulary);
  const mentions = mentionsOf({ title, paragraphs: [summary] }, language, vocabulary);
  return mayBeRelevant(mentions, { chars: text.length, vocabulary })
    ? { state: "new", reason: null }
    : because("irrelevant", { kind: "irrelevant", by: "entry" });
}

/** A state with the JSON of why. */
export function because<State extends CandidateRow["state"]>(
  state: State,
  reason: { kind: string } & Record<string, unknown>,
): { state: State; reason: string } {
  return { state, reason: JSON.stringify(reason) };
}
