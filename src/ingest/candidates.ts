/** Articles of feeds that wait for people, and what people decide of them. */
import type { Article } from "../model.ts";
import type { CandidateRow } from "../store/candidate-queries.ts";
import type { Store } from "../store/store.ts";
import type { PublishApproved } from "./approved.ts";
import { CandidateDraft, StoredFingerprint } from "./read-entry.ts";

export type Candidate = {
  id: string;
  /** `title` is the feed's; its id where the feed was removed. */
  feed: { id: string; title: string };
  article: Article;
  fingerprint: readonly number[];
  /** The page's own text. */
  paragraphs: readonly string[];
  /** Keys of the concepts by which it is of the field. */
  reasons: readonly string[];
  /** Ids of articles that tell of the same happening. */
  alsoTold: readonly string[];
  state: CandidateRow["state"];
  /** Who decided: a person's id, or `feed`. */
  by: string | null;
};

export type Candidates = {
  find: (id: string) => Promise<Candidate | undefined>;
  /** Those that wait, of which curators were not told yet. */
  untold: (limit: number) => Promise<Candidate[]>;
  markTold: (id: string) => Promise<void>;
  /** What it is afterwards, and whether this decided it; undefined where there is none. */
  decide: (
    id: string,
    decision: {
      state: "approved" | "rejected";
      by: string;
      /** As somebody corrected it. */
      article?: Article;
    },
  ) => Promise<{ candidate: Candidate; isFirst: boolean } | undefined>;
};

export function createCandidates({
  store,
  publishApproved,
  now,
}: {
  store: Pick<Store, "feeds" | "candidates">;
  publishApproved: PublishApproved;
  now: () => Date;
}): Candidates {
  async function candidateOf(row: CandidateRow): Promise<Candidate[]> {
    if (row.draft === null) return [];
    const { article, reasons, alsoTold, paragraphs } = CandidateDraft.parse(JSON.parse(row.draft));
    const fingerprint = StoredFingerprint.parse(JSON.parse(row.fingerprint ?? "[]"));
    const feed = await store.feeds.find(row.feed);
    const { id, state, decided_by: by } = row;
    const source = { id: row.feed, title: feed?.title ?? article.publisher };
    return [{ id, feed: source, article, fingerprint, paragraphs, reasons, alsoTold, state, by }];
  }

  async function find(id: string): Promise<Candidate | undefined> {
    const row = await store.candidates.find(id);
    return row && (await candidateOf(row))[0];
  }

  async function draftWith(id: string, article: Article): Promise<string | undefined> {
    const row = await store.candidates.find(id);
    if (!row?.draft) return undefined;
    return JSON.stringify({ ...CandidateDraft.parse(JSON.parse(row.draft)), article });
  }

  return {
    find,
    untold: async (limit) => {
      const rows = await store.candidates.untold(limit);
      return (await Promise.all(rows.map(candidateOf))).flat();
    },
    markTold: async (id) => {
      await store.candidates.move(id, "waiting", { told_at: now().toISOString() });
    },
    decide: async (id, { article, ...decision }) => {
      const draft = article && (await draftWith(id, article));
      const decided = await store.candidates.decide(id, { ...decision, draft, now: now() });
      // Whoever dies here is made up for by the next pass over what was approved.
      if (decided?.state === "approved") await publishApproved();
      const candidate = await find(id);
      return candidate && { candidate, isFirst: decided !== undefined };
    },
  };
}
