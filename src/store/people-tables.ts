/** Tables of what people have seen, follow and say. */

/** When this database first knew an article. */
export type ArticleEntryTable = {
  article: string;
  entered_at: string;
};

/** Up to when a person has been shown what is new. */
export type NewsMarkTable = {
  workspace: string;
  person: string;
  /** What was asked for, in one form however it is written. */
  filter: string;
  /** Where the list began that was shown last, so that it can be shown again. */
  shown_from: string;
  seen_at: string;
};

/** Something that a person is told of. */
export type FollowTable = {
  id: string;
  workspace: string;
  person: string;
  /** What it selects, in one form in whatever order and language it was written. */
  filter: string;
  /** As written. */
  text: string;
  /** In which language and on whose clocks it is told. */
  language: string;
  time_zone: string | null;
  state: "active" | "paused";
  /** Slack's word for why it takes no message. */
  pause_reason: string | null;
  /** What entered the base before is not told. */
  began_at: string;
};

/** What a person was told of, so that it is told once. */
export type FollowNewsTable = {
  workspace: string;
  person: string;
  /** `article:ID`, or `deal:ID:STATUS>STATUS`. */
  item: string;
  /** The message in the outbox. */
  message: string;
  told_at: string;
};

/** The status of a deal as it was last seen, by each entry (`article/deal`) that tells of it. */
export type DealStatusTable = {
  deal: string;
  status: string;
  noted_at: string;
  /** The status before, and when it changed; null where it never did. */
  was: string | null;
  changed_at: string | null;
};

/** What a person last said of an answer. */
export type FeedbackTable = {
  /** Names the person and the answer. */
  id: string;
  workspace: string;
  /** Who says so, and the question and their words: null once they have been kept long enough. */
  person: string | null;
  question: string | null;
  /** The facts that were quoted (`article/fact`), or `unknown`. */
  answer: string;
  language: string;
  surface: string;
  kind: string;
  text: string | null;
  /** The base from which the answer was given. */
  index_version: string;
  /** The same for questions of the same words, which it does not tell. */
  words_key: string | null;
  /** JSON list of what the question is about: keys of concepts, and words. */
  subjects: string;
  given_at: string;
};

/** A question that the base could not answer. */
export type UnansweredTable = {
  /** Names the message that asked. */
  id: string;
  workspace: string;
  /** Null once it has been kept long enough. */
  question: string | null;
  language: string;
  surface: string;
  /** The same for questions that lack the same thing; null where nothing particular is missing. */
  missing_key: string | null;
  words_key: string;
  subjects: string;
  asked_at: string;
};
