import { parseFilter } from "./answers/filter.ts";
import { detectLanguage } from "./answers/question/language.ts";
import type { Edition } from "./digest/edition.ts";
import type { Permalink } from "./digest/planner.ts";
import { realign, replan } from "./digest/realign.ts";
import { localDay } from "./digest/schedule.ts";
import type { EditionWish } from "./digest/shown-edition.ts";
import type { Subscription } from "./digest/subscription.ts";
import {
  resumeAll,
  type Settings,
  syncSettings,
  syncSubscription,
} from "./digest/sync-subscription.ts";
import { createBaseSync } from "./ingest/base-sync.ts";
import { createFeeds, type Feeds } from "./ingest/feeds.ts";
import type { Fetching } from "./ingest/fetching.ts";
import { createIngestion } from "./ingest/ingestion.ts";
import { createUnreadSources } from "./ingest/unread-sources.ts";
import type { Knowledge } from "./knowledge/load-knowledge.ts";
import { createLiveBase, type LiveBase } from "./live-base.ts";
import type { Log } from "./log.ts";
import { type Adding, createAdding } from "./messages/adding.ts";
import { type BaseSize, baseSize } from "./messages/answer-message.ts";
import { type Ask, createAsk } from "./messages/ask.ts";

import { type AskedAbout, createAskAbout } from "./messages/ask-about.ts";

import { createCard } from "./messages/card.ts";

import { createRunCommand } from "./messages/commands.ts";
import type { Conversation } from "./messages/conversation.ts";
import {
  type ConversationMemory,
  createConversationMemory,
  threadTelling,
} from "./messages/conversation-memory.ts";
import { type Curation, createCuration } from "./messages/curation.ts";
import { createDealsFile, type DealsFile } from "./messages/deals-file.ts";
import { createDealsTable } from "./messages/deals-question.ts";
import type { DigestForms } from "./messages/digest-forms.ts";
import type { DigestPresses } from "./messages/digest-presses.ts";
import type { DigestReading } from "./messages/digest-reading.ts";
import { readerOf } from "./messages/digest-sources.ts";
import { createExamples } from "./messages/examples.ts";
import { limitingFairly } from "./messages/fair-use.ts";
import { createFeedFailures, type TellFeedFailures } from "./messages/feed-failures.ts";
import { createFeedback, type Feedback } from "./messages/feedback.ts";
import { createFeedPresses, type FeedPresses } from "./messages/feeds-command.ts";
import { readFilter } from "./messages/filter-reading.ts";
import { createFollowing, type Following } from "./messages/following.ts";
import { furtherPage } from "./messages/further-message.ts";
import { createGapReports, type ReportGaps } from "./messages/gap-reports.ts";
import { createGaps, type Gaps } from "./messages/gaps.ts";
import { createHome, type Home } from "./messages/home.ts";
import { createHomeDigests } from "./messages/home-digests.ts";
import { createInbox, type Inbox } from "./messages/inbox.ts";
import { createOutbox, type Outbox } from "./messages/outbox.ts";
import { readPage } from "./messages/pages.ts";
import { createParked, type SettleParked } from "./messages/parked.ts";
import type { Asker, Person } from "./messages/person.ts";
import { createReadingCommands } from "./messages/reading-commands.ts";
import { TOKEN_REFUSALS } from "./messages/refusals.ts";
import { createRegisterCommands } from "./messages/register-commands.ts";
import { type Reply, replyTo, type Said } from "./messages/reply.ts";
import { type Request, readRequest } from "./messages/request.ts";
import { createSharing, type Sharing } from "./messages/share.ts";
import type { Message } from "./messages/text.ts";
import type { Language } from "./model.ts";
import { type DigestDefaults, joinDigests } from "./product/digests.ts";
import { createRegisters } from "./register/deals.ts";
import { createEntries, type Entries } from "./register/entries.ts";
import type { Store } from "./store/store.ts";
import { VERSION } from "./version.ts";

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

/** Slack shows no more. */
const MAX_PROMPTS = 4;
export async function createProduct({
  knowledge: { articles: curated, vocabulary, feeds: sources, leftOut },
  digest,
  adminUsers = [],
  adders = adminUsers,
  base: given,
  openFetching,
  store,
  now,
  log,
  ingestAllow = [],
  curatorsChannel = null,
  postsPerSecond = null,
  questionsPerMinute = null,
  workspaceQuestionsPerMinute = null,
}: {
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
}): Promise<Product> {
  const live = given ?? (await createLiveBase(curated, vocabulary));
  const { articles, answers, compose, deals, happenings, version } = live;
  const conversations = createConversationMemory({ store, now });
  const entries = createEntries({ articles, isWhole: leftOut === 0, store, now });
  const { refresh } = createBaseSync({ base: live, curated, store, entered: entries.enter, log });
  const ingestion = createIngestion({
    base: live,
    vocabulary,
    store,
    openFetching: openFetching ?? (() => openOwnFetching({ ingestAllow, now })),
    refresh,
    today: () => localDay(now(), digest.timeZone),
    now,
  });
  const feeds = createFeeds({
    store,
    ingestion,
    sources,
    vocabulary,
    today: () => localDay(now(), digest.timeZone),
    now,
    log,
  });
  const adding = createAdding({
    ingestion,
    candidates: feeds.candidates,
    articles,
    store,
    vocabulary,
    adminUsers: adders,
    defaultLanguage: digest.language,
    now,
  });
  const today = () => localDay(now(), digest.timeZone);

  const ask = createAsk({ answers, conversations, today });
  const base = () => baseSize(articles());

  const outbox = createOutbox({ store, now, log, postsPerSecond, adminUsers });
  const {
    edition,
    digests,
    sources: digestSources,
    plan,
  } = joinDigests({
    compose,
    unread: createUnreadSources({ feeds, now }),
    usual: digest,
    vocabulary,
    adminUsers,
    outbox,
    store,
    now,
    log,
  });

  const read = (text: string) =>
    readRequest(text, (words, how) => readFilter(words, { today: today(), vocabulary, ...how }));
  const dealsTable = createDealsTable({ deals, vocabulary, today });
  const card = createCard({ articles, facts: answers.outlines, deals, vocabulary, today });
  const gapSources = {
    store,
    vocabulary,
    adminUsers,
    defaultLanguage: digest.language,
    timeZone: digest.timeZone,
    now,
  };
  const gaps = createGaps(gapSources);
  const feedPresses = createFeedPresses({ ...gapSources, feeds, today });
  const registerOf = createRegisters(vocabulary);
  const following = createFollowing({
    articles,
    happenings,
    dealsOf: registerOf,
    vocabulary,
    entries,
    store,
    timeZone: digest.timeZone,
    now,
  });
  const run = createRunCommand({
    commands: {
      ...createRegisterCommands({ deals, vocabulary, today }),
      ...createReadingCommands({
        articles,
        vocabulary,
        facts: answers.outlines,
        deals,
        digests: digestSources,
        feeds: feeds.list,
        version: VERSION,
        now,
        happenings,
        entries,
        store,
        today,
        timeZone: digest.timeZone,
      }),
      ...gaps.commands,
      ...feedPresses.commands,
      ...following.commands,
      add: adding.invitation,
    },
    vocabulary,
    defaultLanguage: digest.language,
    now,
  });

  const languageOf = (text: string) => detectLanguage(text, vocabulary);
  const limiting = limitingFairly({
    limits: { ofPerson: questionsPerMinute, ofWorkspace: workspaceQuestionsPerMinute },
    now,
    languageOf,
  });

  const examples = createExamples((text) => answers.ask({ text, today: today() }));

  return {
    ask,
    read,
    turnPage: async (value, asker, conversation) => {
      const { text, ...page } = readPage(value);
      const filter = parseFilter({ text, today: today(), vocabulary });
      const items = async () => (await conversations.thread(conversation)).items;
      const message = await run({ ...page, text, filter }, asker, items);
      if (message.tells) await conversations.remember(conversation, threadTelling(message));
      return message;
    },
    askAbout: createAskAbout({ answers, base, today }),
    further: (value) => furtherPage(value, answers.further),
    reply: limiting((said) =>
      replyTo(said, {
        read,
        run,
        ask,
        dealsTable,
        card,
        base,
        version,
        noteGap: gaps.note,
        digests,
        thread: conversations.thread,
        remember: conversations.remember,
        examples,
        defaultLanguage: digest.language,
      }),
    ),
    dealsFile: createDealsFile({ deals, vocabulary, today }),
    digests,
    prompts: (person) => examples()[readerOf(digestSources, person).language].slice(0, MAX_PROMPTS),
    home: createHome({
      articles,
      edition,
      examples,
      ownParts: [following.homePart, createHomeDigests(digestSources)],
      readerOf: (person) => readerOf(digestSources, person),
      timeZone: digest.timeZone,
    }),
    feedback: createFeedback({ store, vocabulary, now }),
    following,
    tidyGaps: gaps.tidy,
    reportGaps: createGapReports(gapSources),
    base,
    baseBuiltAt: live.builtAt,
    languageOf,
    edition,
    ...createSharing({ answers, base, store, now }),
    subscribe: (subscription) => syncSubscription({ store, subscription, now: now() }),
    syncSettings: (settings) => syncSettings({ store, settings, now: now() }),
    unsubscribe: (id) => store.digest.removeSubscription(id),
    replan: (workspace) => replan({ store, workspace, now: now() }),
    mendTimes: async () => {
      await store.clock.sync();
      await outbox.mend();
      await realign({ store, now: now(), log });
    },
    resumeAccepted: async (workspace) => {
      await following.resumeAll(workspace, TOKEN_REFUSALS);
      await resumeAll({ store, workspace, reasons: TOKEN_REFUSALS, now: now() });
    },
    planDigests: plan,
    settleParked: createParked({ store, now, adminUsers }),
    isAway: store.isAway,
    refreshBase: refresh,
    adding,
    closeIngestion: ingestion.close,
    feeds: feedPresses,
    tellFeedFailures: createFeedFailures({ ...gapSources, feeds }),
    curation: createCuration({
      ...gapSources,
      candidates: feeds.candidates,
      feeds,
      articles,
      curatorsChannel,
    }),
    pollFeeds: feeds.poll,
    hearsOthers: store.isShared,
    entries,
    inbox: createInbox({ store, now, log }),
    outbox,
    conversations,
    now,
  };
}

/** Nothing that fetches is loaded before somebody wants something fetched. */
export async function openOwnFetching({
  ingestAllow,
  now,
}: {
  ingestAllow: readonly string[];
  now: () => Date;
}): Promise<Fetching> {
  const { openFetching } = await import("./ingest/fetching.ts");
  return openFetching({ allowed: new Set(ingestAllow), now });
}
