/** The tables. Times are ISO 8601 in UTC, so that text order is time order on every database. */
import type {
  CandidateTable,
  DraftTable,
  FeedTable,
  IngestedTable,
  IngestedVersionTable,
  RevisionTable,
} from "./ingestion-tables.ts";
import type { InstallationTable, UsedStateTable } from "./installation-tables.ts";
import type {
  ArticleEntryTable,
  DealStatusTable,
  FeedbackTable,
  FollowNewsTable,
  FollowTable,
  NewsMarkTable,
  UnansweredTable,
} from "./people-tables.ts";

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
  installation: InstallationTable;
  used_state: UsedStateTable;
};
