/** The tables. Times are ISO 8601 in UTC, so that text order is time order on every database. */

/** An event from Slack, stored before it is acknowledged. */
type InboxTable = {
  /** Names the event across its deliveries. */
  id: string;
  workspace: string;
  /** JSON as received; null once answered, since nothing needs the question any more. */
  body: string | null;
  received_at: string;
  answered_at: string | null;
  attempts: number;
  /** Until then somebody works on the answer. */
  leased_until: string | null;
};

type OutboxState = "waiting" | "sent" | "refused" | "uncertain";

/** A message that the bot starts. */
type OutboxTable = {
  id: string;
  workspace: string;
  channel: string;
  /** The id of the row whose thread this one belongs to. */
  thread_of: string | null;
  /** Order within a thread. */
  position: number;
  /** JSON of an OutgoingMessage. */
  message: string;
  state: OutboxState;
  send_after: string;
  leased_until: string | null;
  attempts: number;
  /** From then on nobody waits for it any more. */
  expires_at: string | null;
  /** When the last request went out, while its outcome is not known: Slack may have posted. */
  unclear_since: string | null;
  /** Slack's name of the posted message. */
  ts: string | null;
  error: string | null;
  /** The subscription whose edition it belongs to. */
  subscription: string | null;
};

type SubscriptionState = "active" | "paused";

/** A channel's digest. */
type SubscriptionTable = {
  id: string;
  workspace: string;
  channel: string;
  /** Who set it up; null for the one that the environment defines. */
  owner: string | null;
  cron: string;
  time_zone: string;
  language: string;
  /** As written; empty for everything. */
  filter: string;
  /** JSON list of days (YYYY-MM-DD) without a digest. */
  skipped_days: string;
  /** 1 when it also posts that there is nothing new. */
  posts_empty: number;
  state: SubscriptionState;
  /** Why it is paused: `asked`, or Slack's word for why it cannot post. */
  pause_reason: string | null;
  /** When a pause ends by itself. */
  paused_until: string | null;
  next_at: string;
};

/** One edition to one channel: the slot it was due at and the days it covers. */
type DeliveryTable = {
  subscription: string;
  slot: string;
  state: "queued" | "skipped";
  /** Why it was skipped: `paused`, `skipped-day`, `too-late`, `nothing-new`, or Slack's word. */
  reason: string | null;
  window_from: string;
  window_to: string;
  recorded_at: string;
};

/** What a delivered edition told, so that the next one does not tell it as new. */
type EditionItemTable = {
  subscription: string;
  article: string;
  slot: string;
};

/** When the next turn is at something that many processes do at one pace. */
type PaceTable = {
  name: string;
  /** Milliseconds since 1970, since the database itself counts on from it. */
  free_at: number;
};

/** What was last asked in a conversation. */
type ConversationTable = {
  workspace: string;
  id: string;
  /** JSON of a Thread: the questions that led here and the facts last quoted. */
  context: string;
  asked_at: string;
};

/** When this database first knew an article. */
type ArticleEntryTable = {
  article: string;
  entered_at: string;
};

/** Up to when a person has been shown what is new. */
type NewsMarkTable = {
  workspace: string;
  person: string;
  /** What was asked for, in one form however it is written. */
  filter: string;
  /** Where the list began that was shown last, so that it can be shown again. */
  shown_from: string;
  seen_at: string;
};

/** Something that a person is told of. */
type FollowTable = {
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
type FollowNewsTable = {
  workspace: string;
  person: string;
  /** `article:ID`, or `deal:ID:STATUS>STATUS`. */
  item: string;
  /** The message in the outbox. */
  message: string;
  told_at: string;
};

/** The status of a deal as it was last seen, by each entry (`article/deal`) that tells of it. */
type DealStatusTable = {
  deal: string;
  status: string;
  noted_at: string;
  /** The status before, and when it changed; null where it never did. */
  was: string | null;
  changed_at: string | null;
};

/** What a person last said of an answer. */
type FeedbackTable = {
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
type UnansweredTable = {
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

/** An article that people published from a page or a feed. */
type IngestedTable = {
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
type IngestedVersionTable = {
  id: string;
  version: number;
  /** Null where it was removed. */
  article: string | null;
  changed_at: string;
  /** The person's Slack id, or how it came otherwise. */
  changed_by: string;
};

/** A draft of an article that a person asked for. */
type DraftTable = {
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
type FeedTable = {
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
type CandidateTable = {
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
type RevisionTable = { name: string; rev: number };

export type Database = {
  inbox: InboxTable;
  outbox: OutboxTable;
  subscription: SubscriptionTable;
  delivery: DeliveryTable;
  edition_item: EditionItemTable;
  pace: PaceTable;
  conversation: ConversationTable;
  article_entry: ArticleEntryTable;
  news_mark: NewsMarkTable;
  follow: FollowTable;
  follow_news: FollowNewsTable;
  deal_status: DealStatusTable;
  feedback: FeedbackTable;
  unanswered: UnansweredTable;
  ingested: IngestedTable;
  ingested_version: IngestedVersionTable;
  revision: RevisionTable;
  feed: FeedTable;
  candidate: CandidateTable;
  draft: DraftTable;
};
