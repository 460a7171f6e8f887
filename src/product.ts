import { parseFilter } from "./answers/filter.ts";
import { detectLanguage } from "./answers/question/language.ts";
import { realign, replan } from "./digest/realign.ts";
import { localDay } from "./digest/schedule.ts";
import { resumeAll, syncSettings, syncSubscription } from "./digest/sync-subscription.ts";
import { createBaseSync } from "./ingest/base-sync.ts";
import { createFeeds } from "./ingest/feeds.ts";
import type { Fetching } from "./ingest/fetching.ts";
import { createIngestion } from "./ingest/ingestion.ts";
import { createUnreadSources } from "./ingest/unread-sources.ts";
import { createLiveBase } from "./live-base.ts";
import { createAdding } from "./messages/adding.ts";
import { baseSize } from "./messages/answer-message.ts";
import { createAsk } from "./messages/ask.ts";
import { createAskAbout } from "./messages/ask-about.ts";
import { createCard } from "./messages/card.ts";
import { createRunCommand } from "./messages/commands.ts";
import { createConversationMemory, threadTelling } from "./messages/conversation-memory.ts";
import { createCuration } from "./messages/curation.ts";
import { createDealsFile } from "./messages/deals-file.ts";
import { createDealsTable } from "./messages/deals-question.ts";
import { readerOf } from "./messages/digest-sources.ts";
import { createExamples } from "./messages/examples.ts";
import { limitingFairly } from "./messages/fair-use.ts";
import { createFeedFailures } from "./messages/feed-failures.ts";
import { createFeedback } from "./messages/feedback.ts";
import { createFeedPresses } from "./messages/feeds-command.ts";
import { readFilter } from "./messages/filter-reading.ts";
import { createFollowing } from "./messages/following.ts";
import { furtherPage } from "./messages/further-message.ts";
import { createGapReports } from "./messages/gap-reports.ts";
import { createGaps } from "./messages/gaps.ts";
import { createHome } from "./messages/home.ts";
import { createHomeDigests } from "./messages/home-digests.ts";
import { createInbox } from "./messages/inbox.ts";
import { createOutbox } from "./messages/outbox.ts";
import { readPage } from "./messages/pages.ts";
import { createParked } from "./messages/parked.ts";
import { createReadingCommands } from "./messages/reading-commands.ts";
import { TOKEN_REFUSALS } from "./messages/refusals.ts";
import { createRegisterCommands } from "./messages/register-commands.ts";
import { replyTo } from "./messages/reply.ts";
import { readRequest } from "./messages/request.ts";
import { createSharing } from "./messages/share.ts";
import type { Product, ProductParts } from "./product/contract.ts";
import { joinDigests } from "./product/digests.ts";
import { createRegisters } from "./register/deals.ts";
import { createEntries } from "./register/entries.ts";
import { VERSION } from "./version.ts";

/** Slack shows no more. */
const MAX_PROMPTS = 4;

/** Joins one factory of each folder. */
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
}: ProductParts): Promise<Product> {
  const live = given ?? (await createLiveBase(curated, vocabulary));
  const { articles, answers, compose, deals, happenings, version } = live;
  const today = () => localDay(now(), digest.timeZone);
  const conversations = createConversationMemory({ store, now });
  const entries = createEntries({ articles, isWhole: leftOut === 0, store, now });
  const { refresh } = createBaseSync({ base: live, curated, store, entered: entries.enter, log });
  const ingestion = createIngestion({
    base: live,
    vocabulary,
    store,
    openFetching: openFetching ?? (() => openOwnFetching({ ingestAllow, now })),
    refresh,
    today,
    now,
  });
  const feeds = createFeeds({
    store,
    ingestion,
    sources,
    vocabulary,
    today,
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
