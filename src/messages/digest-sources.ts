/** What messages about digests are made from, and what they have in common. */
import type { Edition } from "../digest/edition.ts";
import type { Permalink } from "../digest/planner.ts";
import type { SentNow } from "../digest/send-now.ts";
import type { Subscription } from "../digest/subscription.ts";
import type { Subscriptions } from "../digest/subscriptions.ts";
import type { Language } from "../model.ts";
import type { Store } from "../store/store.ts";
import { stringsIn } from "../strings/strings.ts";
import { accessTo, type DigestAction } from "./access.ts";
import { stateButtons, stateParagraphs, type ToldState } from "./digest-state.ts";
import type { EditionTimes } from "./edition-message.ts";
import type { Outbox } from "./outbox.ts";
import type { Person } from "./person.ts";
import type { Reader } from "./schedule-words.ts";
import { body, type Message, type Paragraph } from "./text.ts";

export type DigestSources = {
  subscriptions: Subscriptions;
  /**
   * The edition that a subscription would get now, or that of the window around a day; without a
   * subscription the one that is usual.
   */
  editionOf: (wish: {
    subscription: Subscription | null;
    day: string | null;
    language: Language | null;
  }) => Promise<{ edition: Edition; times: EditionTimes }>;
  sendNow: (id: string, permalink: Permalink) => Promise<SentNow>;
  filterText: (
    subscription: Pick<Subscription, "filter" | "timeZone">,
    language: Language,
  ) => string;
  outbox: Outbox;
  database: Pick<Store, "isAway" | "promptly">;
  adminUsers: readonly string[];
  defaultLanguage: Language;
  defaultTimeZone: string;
  now: () => Date;
};

/** `word` is the language of the word that was written, which counts most. */
export function readerOf(
  { defaultLanguage, now }: Pick<DigestSources, "defaultLanguage" | "now">,
  person: Person,
  word: Language | null = null,
): Reader {
  return {
    language: word ?? person.language ?? defaultLanguage,
    timeZone: person.timeZone,
    now: now(),
  };
}

export async function toldState(
  { subscriptions, filterText }: DigestSources,
  subscription: Subscription,
  reader: Reader,
): Promise<ToldState> {
  const state = await subscriptions.stateOf(subscription);
  return { ...state, filterText: filterText(subscription, reader.language) };
}

/** The state of a digest with its buttons, below what just happened to it. */
export async function stateMessage(
  sources: DigestSources,
  subscription: Subscription,
  { reader, above = [] }: { reader: Reader; above?: readonly Paragraph[] },
): Promise<Message> {
  const state = await toldState(sources, subscription, reader);
  return {
    language: reader.language,
    paragraphs: [...above, ...stateParagraphs(state, reader)],
    buttons: stateButtons(state, reader),
  };
}

/** The same where somebody may have stopped it meanwhile. */
export async function changedMessage(
  sources: DigestSources,
  subscription: Subscription | null,
  { reader, above }: { reader: Reader; above?: readonly Paragraph[] },
): Promise<Message> {
  if (!subscription) return say(stringsIn(reader.language).subscription.gone, reader);
  return stateMessage(sources, subscription, { reader, ...(above && { above }) });
}

/** The digest of a name, if the person may do this to it; else what to tell them. */
export async function digestFor(
  sources: DigestSources,
  id: string,
  { action, person, reader }: { action: DigestAction; person: Person; reader: Reader },
): Promise<{ subscription: Subscription } | { refusal: Message }> {
  const subscription = await sources.subscriptions.find(person.workspace, id);
  const strings = stringsIn(reader.language).subscription;
  if (!subscription) return { refusal: say(strings.gone, reader) };
  const access = accessTo(action, subscription, { person, adminUsers: sources.adminUsers });
  switch (access.kind) {
    case "allowed":
      return { subscription };
    case "hidden":
      return { refusal: say(strings.gone, reader) };
    case "fixed":
      return { refusal: say(strings.environment, reader) };
    case "refused":
      return {
        refusal: { language: reader.language, paragraphs: [notYours(access.owner, reader)] },
      };
  }
}

export function say(text: string, { language }: Pick<Reader, "language">): Message {
  return { language, paragraphs: [body(text)] };
}

function notYours(owner: string | null, { language }: Reader): Paragraph {
  const { notYours: words, notYoursAdmins } = stringsIn(language).subscription;
  return owner === null
    ? body(notYoursAdmins)
    : body(words.before, { text: owner, user: owner }, words.after);
}
