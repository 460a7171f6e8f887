/** What the product offers to Slack, the preview, jobs and scripts, and what it is made of. */
import type { Edition } from "../digest/edition.ts";
import type { Permalink } from "../digest/planner.ts";
import type { EditionWish } from "../digest/shown-edition.ts";
import type { Subscription } from "../digest/subscription.ts";
import type { Settings } from "../digest/sync-subscription.ts";
import type { Feeds } from "../ingest/feeds.ts";
import type { Fetching } from "../ingest/fetching.ts";
import type { Knowledge } from "../knowledge/load-knowledge.ts";
import type { LiveBase } from "../live-base.ts";
import type { Log } from "../log.ts";
import type { Adding } from "../messages/adding.ts";
import type { BaseSize } from "../messages/answer-message.ts";
import type { Ask } from "../messages/ask.ts";
import type { AskedAbout } from "../messages/ask-about.ts";
import type { Conversation } from "../messages/conversation.ts";
import type { ConversationMemory } from "../messages/conversation-memory.ts";
import type { Curation } from "../messages/curation.ts";
import type { DealsFile } from "../messages/deals-file.ts";
import type { DigestForms } from "../messages/digest-forms.ts";
import type { DigestPresses } from "../messages/digest-presses.ts";
import type { DigestReading } from "../messages/digest-reading.ts";
import type { TellFeedFailures } from "../messages/feed-failures.ts";
import type { Feedback } from "../messages/feedback.ts";
import type { FeedPresses } from "../messages/feeds-command.ts";
import type { Following } from "../messages/following.ts";
import type { ReportGaps } from "../messages/gap-reports.ts";
import type { Gaps } from "../messages/gaps.ts";
import type { Home } from "../messages/home.ts";
import type { Inbox } from "../messages/inbox.ts";
import type { Outbox } from "../messages/outbox.ts";
import type { SettleParked } from "../messages/parked.ts";
import type { Asker, Person } from "../messages/person.ts";
import type { Reply, Said } from "../messages/reply.ts";
import type { Request } from "../messages/request.ts";
import type { Sharing } from "../messages/share.ts";
import type { Message } from "../messages/text.ts";
import type { Language } from "../model.ts";
import type { DigestDefaults } from "../product/digests.ts";
import type { Entries } from "../register/entries.ts";
import type { Store } from "../store/store.ts";

export type Product = Sharing & {
  ask: Ask;
  /** What a person wants with a text. */
  read: (text: string) => Request;
  /** Another page of a command's answer, by what its button carries. */
  turnPage: (value: string, asker: Asker, conversation: Conversation) => Promise<Message>;
  /** What a message of somebody's leads to. */
  askAbout: (text: string) => AskedAbout;
  /** A page of further reading, by what its button carries. */
  further: (value: string) => Message;
  /** What to say to whatever a person wrote. */
  reply: (said: Said) => Promise<Reply>;
  /** The deals of a filter as a file, by what its button carries. */
  dealsFile: (value: string) => DealsFile;
  /** What people do with digests: the forms that they fill in and the buttons that they press. */
  digests: DigestReading & DigestPresses & DigestForms;
  /** What people say of answers. */
  feedback: Feedback;
  following: Pick<Following, "press" | "tell" | "tidy">;
  /** Forgets the words of questions that have been kept long enough. */
  tidyGaps: Gaps["tidy"];
  reportGaps: ReportGaps;
  /** Questions to begin with, in a person's language. */
  prompts: (person: Person) => readonly string[];
  /** What a person's Home shows. */
  home: (person: Person) => Promise<Home>;
  base: () => BaseSize;
  /** When the base was last indexed here. */
  baseBuiltAt: () => Date;
  languageOf: (text: string) => Language;
  /** The edition of a window. */
  edition: (wish: EditionWish) => Edition;
  /** Brings a subscription in step with its settings. */
  subscribe: (subscription: Subscription) => Promise<void>;
  /** The same where only some settings are given, and people set the rest. */
  syncSettings: (settings: Settings) => Promise<void>;
  unsubscribe: (id: string) => Promise<void>;
  /** Lets the digests of a workspace look for their next run from now on. */
  replan: (workspace: string) => Promise<void>;
  /** Queues the editions that are due; tells how many. */
  planDigests: (permalink: Permalink, signal?: AbortSignal) => Promise<number>;
  /** Asks what time it is, and brings times back that a wrong clock left far ahead. */
  mendTimes: () => Promise<void>;
  /** Goes on with what was paused because the workspace did not accept the bot. */
  resumeAccepted: (workspace: string) => Promise<void>;
  /** Does with a parked message what its owner says. */
  settleParked: SettleParked;
  /** Whether something failed only because the database cannot be used just now. */
  isAway: (cause: unknown) => boolean;
  /** Articles that people add. */
  adding: Adding;
  closeIngestion: () => Promise<void>;
  tellFeedFailures: TellFeedFailures;
  /** What curators are told and decide. */
  curation: Curation;
  /** What administrators do with sources. */
  feeds: Omit<FeedPresses, "commands">;
  /** Looks at the feeds that are due, and publishes what was approved. */
  pollFeeds: Feeds["poll"];
  /** Reads what was published since the last time, by any process. */
  refreshBase: () => Promise<void>;
  /** Whether other processes may publish at any moment, and can be heard. */
  hearsOthers: boolean;
  /** When articles entered the base. */
  entries: Entries;
  inbox: Inbox;
  outbox: Outbox;
  conversations: ConversationMemory;
  now: () => Date;
};

/** What a product is made of. */
export type ProductParts = {
  knowledge: Knowledge;
  digest: DigestDefaults;
  /** Slack ids of those who may change every digest. */
  adminUsers?: readonly string[];
  /** Who may add articles besides admins of the workspace; everybody where nobody is named. */
  adders?: readonly string[];
  /** The articles of `knowledge`, where they are indexed already. */
  base?: LiveBase;
  /** What fetches, where others use it too and somebody else closes it. */
  openFetching?: () => Promise<Fetching>;
  store: Store;
  now: () => Date;
  log: Log;
  /** `host:port` pairs that may be read although they are private. */
  ingestAllow?: readonly string[];
  /** Where articles of feeds wait for curators; null: administrators are asked themselves. */
  curatorsChannel?: string | null;
  /** Where there is a limit to what may be posted. */
  postsPerSecond?: number | null;
  /** Of one person; null for as many as come. */
  questionsPerMinute?: number | null;
  /** Of all people of a workspace together. */
  workspaceQuestionsPerMinute?: number | null;
};
