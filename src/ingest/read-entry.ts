/** The page of an entry: what becomes of it. */
import { z } from "zod";
import { matchesFilter, parseFilter } from "../answers/filter.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { Article } from "../model.ts";
import type { CandidateRow } from "../store/candidate-queries.ts";
import type { FeedRow } from "../store/feed-queries.ts";
import { isNearDuplicate } from "./fingerprint.ts";
import type { DraftOutcome } from "./ingestion.ts";
import { because } from "./new-entries.ts";
import { afterFailure, isPassing } from "./poll-times.ts";

/** What is kept of a drafted page. */
export const CandidateDraft = z.object({
  article: Article,
  /** Keys of the concepts by which it is of the field. */
  reasons: z.array(z.string()),
  /** Ids of articles that tell of the same happening. */
  alsoTold: z.array(z.string()),
  /** The page's own text. */
  paragraphs: z.array(z.string()),
});
export type CandidateDraft = z.infer<typeof CandidateDraft>;

export const StoredFingerprint = z.array(z.number());

/** By whom it was decided where the feed's policy did. */
export const BY_POLICY = "feed";

/** A page that could not be read for a day or two will not be read. */
const MAX_ATTEMPTS = 6;

type Reading = {
  feed: Pick<FeedRow, "filter" | "policy">;
  candidate: CandidateRow;
  /** Texts of other entries. */
  others: readonly { id: string; fingerprint: string }[];
  vocabulary: Vocabulary;
  now: Date;
  today: string;
  latestDay: string;
  random: number;
};

type Change = Partial<CandidateRow>;

/** What changes of a candidate whose page was drafted, or was not. */
export function readEntry(outcome: DraftOutcome, reading: Reading): Change {
  const { candidate, now, random } = reading;
  switch (outcome.kind) {
    case "known":
    case "copy":
      return { ...because("duplicate", outcome), article: outcome.id };
    case "failed": {
      const { fault } = outcome;
      if (fault.kind === "irrelevant")
        return because("irrelevant", { kind: "irrelevant", by: "page" });
      if (!isPassing(fault) || candidate.attempts >= MAX_ATTEMPTS) return because("failed", fault);
      const after = afterFailure(now, { failures: candidate.attempts, fault, random });
      return { reason: JSON.stringify(fault), next_at: after.toISOString() };
    }
    case "draft":
      return drafted(outcome.draft, reading);
  }
}

/** Whether reading a page ended this program each time, which nobody may do for ever. */
export function isHopeless({ attempts }: CandidateRow): boolean {
  return attempts > MAX_ATTEMPTS;
}

function drafted(
  { fingerprint, ...draft }: Extract<DraftOutcome, { kind: "draft" }>["draft"],
  { feed, candidate, others, vocabulary, now, today, latestDay }: Reading,
): Change {
  const copy = others.find(
    (other) =>
      other.id !== candidate.id &&
      isNearDuplicate(fingerprint, StoredFingerprint.parse(JSON.parse(other.fingerprint))),
  );
  if (copy) return because("duplicate", { kind: "copy-of-entry", entry: copy.id });
  const article = believed(draft.article, { published: candidate.published, latestDay });
  if (feed.filter && !matchesFilter(article, filterOf(feed.filter, today, vocabulary), vocabulary))
    return because("irrelevant", { kind: "filtered", filter: feed.filter });
  const kept: CandidateDraft = {
    article,
    reasons: [...draft.reasons],
    alsoTold: [...draft.alsoTold],
    paragraphs: [...draft.paragraphs],
  };
  const texts = { draft: JSON.stringify(kept), fingerprint: JSON.stringify(fingerprint) };
  const relevant = { kind: "relevant", concepts: draft.reasons };
  if (feed.policy === "review") return { ...because("waiting", relevant), ...texts };
  const decision = { decided_at: now.toISOString(), decided_by: BY_POLICY };
  return { ...because("approved", relevant), ...texts, ...decision };
}

function filterOf(text: string, today: string, vocabulary: Vocabulary) {
  return parseFilter({ text, today, vocabulary });
}

/** Dates of days to come are not believed; where its page has none, the feed's counts. */
function believed(
  article: Article,
  { published: told, latestDay }: { published: string | null; latestDay: string },
): Article {
  const { published } = article;
  if (published !== null && published <= latestDay) return article;
  return { ...article, published: told, date_basis: told === null ? "unknown" : "inferred" };
}
