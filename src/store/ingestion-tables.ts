/** Tables of articles that did not come as files, and of where they come from. */

/** An article that people published from a page or a feed. */
export type IngestedTable = {
  id: string;
  url: string;
  /** JSON of an Article; null once it was removed. */
  article: string | null;
  /** JSON of the text's fingerprint, by which copies are known. */
  fingerprint: string;
  /** JSON of the page's text, from which a correction may quote; null where it was not kept. */
  paragraphs: string | null;
  version: number;
  /** Where the last change stands among all of them. */
  rev: number;
};

/** A wording that an ingested article had. */
export type IngestedVersionTable = {
  id: string;
  version: number;
  /** Null where it was removed. */
  article: string | null;
  changed_at: string;
  /** The person's Slack id, or how it came otherwise. */
  changed_by: string;
};

/** A draft of an article that a person asked for. */
export type DraftTable = {
  id: string;
  workspace: string;
  url: string;
  /** JSON of a draft with the page's text; null once it was decided on. */
  draft: string | null;
  made_at: string;
  verdict: "published" | "rejected" | null;
  /** Why it was rejected, as it was written. */
  reason: string | null;
  decided_by: string | null;
  decided_at: string | null;
};

/** What is watched for new articles. */
export type FeedTable = {
  id: string;
  /** Where it is now; a move for good is remembered. */
  url: string;
  title: string;
  /** Of its entries; null where that is not known. */
  language: string | null;
  /** As written; empty for everything of the field. */
  filter: string;
  /** Whether its articles are published at once or shown to curators first. */
  policy: "publish" | "review";
  state: "active" | "paused";
  etag: string | null;
  last_modified: string | null;
  /** When its first entries were noted, which are no news; null before. */
  baseline_at: string | null;
  succeeded_at: string | null;
  /** JSON of the last fault; null once it can be read again. */
  error: string | null;
  /** In a row. */
  failures: number;
  failing_since: string | null;
  /** When administrators were told that it fails; null while it works. */
  failure_told_at: string | null;
  /** When it may be fetched again. */
  fetch_at: string;
  /** When there is something to do again: to fetch it, or to go on with its entries. */
  next_at: string;
  leased_until: string | null;
  added_by: string;
  added_at: string;
};

type CandidateState =
  | "baseline"
  | "new"
  | "waiting"
  | "approved"
  | "published"
  | "rejected"
  | "irrelevant"
  | "duplicate"
  | "failed";

/** An entry of a feed, and what became of it. */
export type CandidateTable = {
  id: string;
  feed: string;
  /** The feed's name for it. */
  entry: string;
  url: string;
  /** The address without what is no part of it, by which it is known in other feeds. */
  address: string;
  title: string;
  published: string | null;
  state: CandidateState;
  /** JSON of why it is in its state. */
  reason: string | null;
  /** JSON of the article as drafted, with why it is of the field. */
  draft: string | null;
  /** JSON of the text's fingerprint. */
  fingerprint: string | null;
  /** The article that it was published as, or that it is a copy of. */
  article: string | null;
  seen_at: string;
  /** When curators were asked. */
  told_at: string | null;
  decided_at: string | null;
  /** The person's Slack id, or `feed` where its policy decided. */
  decided_by: string | null;
  attempts: number;
  /** Not before this is its page read. */
  next_at: string;
};

/** Numbers that are counted up in the transaction of what they number. */
export type RevisionTable = { name: string; rev: number };
