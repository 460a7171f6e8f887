/** Joins one factory per folder into what Slack, preview, scripts and jobs see; decides nothing. */
import { type Answer, createAnswers } from "./answers/answer.ts";
import { parseFilter } from "./answers/filter.ts";
import { detectLanguage } from "./answers/language.ts";
import { composeEdition, type Edition } from "./digest/compose.ts";
import { type Permalink, planDue } from "./digest/planner.ts";
import {
  type EditionWindow,
  localDay,
  nextRun,
  type Schedule,
  windowAround,
  windowOf,
} from "./digest/schedule.ts";
import type { Subscription } from "./digest/subscription.ts";
import { type Settings, syncSettings, syncSubscription } from "./digest/sync-subscription.ts";
import type { Knowledge } from "./knowledge/load-knowledge.ts";
import type { Log } from "./log.ts";
import { type BaseSize, baseSize } from "./messages/answer-message.ts";
import { type Ask, createAsk } from "./messages/ask.ts";
import {
  type ConversationMemory,
  createConversationMemory,
} from "./messages/conversation-memory.ts";
import { composedDelivery } from "./messages/edition-message.ts";
import { createInbox, type Inbox } from "./messages/inbox.ts";
import { createOutbox, type Outbox } from "./messages/outbox.ts";
import { type Conversation, type Reply, replyTo } from "./messages/reply.ts";
import { type SharedAnswer, sharedMessage } from "./messages/share.ts";
import type { Message } from "./messages/text.ts";
import { LANGUAGES, type Language } from "./model.ts";
import type { Store } from "./store/store.ts";
import { stringsIn } from "./strings/strings.ts";

export type Product = {
  ask: Ask;
  /** What to say to whatever a person wrote. */
  reply: (said: { text: string; conversation: Conversation | null }) => Promise<Reply>;
  base: () => BaseSize;
  languageOf: (text: string) => Language;
  /** The edition of a window. */
  edition: (wish: { window: EditionWindow; language: Language; filter?: string }) => Edition;
  /** The message that shares an answer; null when its facts are gone. */
  share: (shared: SharedAnswer, asker: string) => Message | null;
  /** Queues an answer for a channel, once for each `id`. */
  queueShare: (share: {
    id: string;
    workspace: string;
    channel: string;
    message: Message;
  }) => Promise<void>;
  /** Brings a subscription in step with its settings. */
  subscribe: (subscription: Subscription) => Promise<void>;
  /** The same where only some settings are given, and people set the rest. */
  syncSettings: (settings: Settings) => Promise<void>;
  unsubscribe: (id: string) => Promise<void>;
  /** Queues the editions that are due; tells how many. */
  planDigests: (permalink: Permalink) => Promise<number>;
  /** Whether something failed only because the database cannot be used just now. */
  isAway: (cause: unknown) => boolean;
  inbox: Inbox;
  outbox: Outbox;
  conversations: ConversationMemory;
  now: () => Date;
};

/** What the digest is where nobody subscribed: the defaults for a person who asks for it. */
export type DigestDefaults = Schedule & { language: Language };

export async function createProduct({
  knowledge: { articles, vocabulary },
  digest,
  store,
  now,
  log,
}: {
  knowledge: Knowledge;
  digest: DigestDefaults;
  store: Store;
  now: () => Date;
  log: Log;
}): Promise<Product> {
  const answers = await createAnswers(articles, vocabulary);
  const conversations = createConversationMemory({ store, now });
  const today = () => localDay(now(), digest.timeZone);

  const ask = createAsk({ answers, conversations, today });
  const base = () => baseSize(articles);

  const edition: Product["edition"] = ({ window, language, filter }) =>
    composeEdition({
      articles,
      vocabulary,
      window,
      language,
      filter: filter ? parseFilter({ text: filter, today: today(), vocabulary }) : null,
    });

  const editionNow = (wish: { day: string | null; language: Language | null }) => {
    const window = wish.day
      ? windowAround(digest, wish.day)
      : windowOf({ schedule: digest, slot: now(), lastTo: null });
    const times = { asOf: now(), next: nextRun(digest, now()), timeZone: digest.timeZone };
    return { edition: edition({ window, language: wish.language ?? digest.language }), times };
  };

  let known: Examples | null = null;
  const examples = () => {
    known ??= answeredExamples((text) => answers.ask({ text, today: today() }));
    return known;
  };

  return {
    ask,
    reply: (said) =>
      replyTo(said, { ask, base, editionNow, examples, defaultLanguage: digest.language }),
    base,
    languageOf: (text) => detectLanguage(text, vocabulary),
    edition,
    share: (shared, asker) => {
      const citations = answers.quote(shared.facts, shared.language, shared.question);
      return citations.length > 0
        ? sharedMessage({ shared, citations, asker, base: base() })
        : null;
    },
    queueShare: ({ id, workspace, channel, message }) =>
      store.outbox.add([
        {
          id,
          workspace,
          channel,
          threadOf: null,
          position: 0,
          message: JSON.stringify(message),
          subscription: null,
          sendAfter: now(),
        },
      ]),
    subscribe: (subscription) => syncSubscription({ store, subscription, now: now() }),
    syncSettings: (settings) => syncSettings({ store, settings, now: now() }),
    unsubscribe: (id) => store.digest.removeSubscription(id),
    planDigests: (permalink) =>
      planDue({
        store,
        now: now(),
        log,
        permalink,
        compose: ({ subscription, slot, window, now: asOf, next }) =>
          composedDelivery(
            edition({ window, language: subscription.language, filter: subscription.filter }),
            { asOf, next, timeZone: subscription.timeZone },
            slot,
          ),
      }),
    isAway: store.isAway,
    inbox: createInbox({ store, now, log }),
    outbox: createOutbox({ store, now, log }),
    conversations,
    now,
  };
}

type Examples = Record<Language, readonly string[]>;

/** Only questions that have an answer are shown as examples. */
function answeredExamples(ask: (text: string) => Answer): Examples {
  const answered = (language: Language) =>
    stringsIn(language).help.examples.filter((example) => ask(example).kind !== "unknown");
  const [en, fr, ru] = LANGUAGES.map(answered);
  return { en: en ?? [], fr: fr ?? [], ru: ru ?? [] };
}
