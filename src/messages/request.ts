/** What a person wants: the one grammar of slash command, mention and direct message. */
import type { Filter } from "../answers/filter.ts";
import { calendar } from "../answers/time/period.ts";
import { fold } from "../knowledge/tokens.ts";
import type { Language } from "../model.ts";
import { type CommandName, commandAt } from "./command-words.ts";

/** `language` is null where the words belong to several languages. */
export type Request =
  | { kind: "help"; language: Language | null }
  | { kind: "digest"; language: Language | null; day: string | null }
  | { kind: "subscribe"; language: Language | null }
  | { kind: "subscriptions"; language: Language | null }
  | { kind: "not-a-date"; language: Language | null; value: string }
  | { kind: "command"; name: CommandName; language: Language | null; text: string; filter: Filter }
  | { kind: "too-long"; length: number }
  | { kind: "question"; text: string };

/** A question fits two lines; a pasted article is none. Share buttons carry the question along. */
export const MAX_QUESTION_LENGTH = 500;

const HELP: Record<string, Language | null> = {
  "": null,
  help: "en",
  "?": null,
  aide: "fr",
  помощь: "ru",
  справка: "ru",
};
const DIGEST: Record<string, Language | null> = {
  digest: null,
  edition: null,
  дайджест: "ru",
  выпуск: "ru",
};
const SUBSCRIBE: Record<string, Language | null> = {
  subscribe: null,
  "s'abonner": "fr",
  abonner: "fr",
  подписаться: "ru",
  подписка: "ru",
};
/** The channel's digests come with a button that stops them. */
const UNSUBSCRIBE: Record<string, Language | null> = {
  unsubscribe: null,
  desabonner: "fr",
  "se desabonner": "fr",
  отписаться: "ru",
};
const SUBSCRIPTIONS: Record<string, Language | null> = {
  subscriptions: null,
  abonnements: "fr",
  подписки: "ru",
};
const LANGUAGE_CODES: Record<string, Language> = { en: "en", fr: "fr", ru: "ru" };
/** Shaped like a day, whether or not it exists. */
const DAY_SHAPE = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$/;

/**
 * Reads words as a filter; null when they are rather the rest of a question. `isSubject`: strange
 * words make them none.
 */
export type ReadFilter = (text: string, how: { isSubject: boolean }) => Filter | null;

/** Reads a request; a subcommand must fit the whole text, everything else is a question. */
export function readRequest(text: string, readFilter: ReadFilter): Request {
  const said = text.trim();
  if (said.length > MAX_QUESTION_LENGTH) return { kind: "too-long", length: said.length };
  const words = fold(said).replaceAll("’", "'").split(/\s+/);
  const alone = readAlone(words.join(" "));
  if (alone) return alone;
  const [word = "", ...rest] = words;
  return (
    (Object.hasOwn(DIGEST, word) ? readDigest(word, rest) : null) ??
    readCommand(said, words, readFilter) ?? { kind: "question", text: withoutAddresses(said) }
  );
}

/** Nothing in an address is a word of the question. */
function withoutAddresses(said: string): string {
  const text = said.replace(/https?:\/\/\S+/g, " ").trim();
  return text === "" ? said : text;
}

/** A command with what stands behind it, as it was written. */
function readCommand(
  said: string,
  words: readonly string[],
  readFilter: ReadFilter,
): Request | null {
  const command = commandAt(withoutMark(words));
  if (!command) return null;
  const { name, grammar, language } = command;
  const isWhole = command.length === withoutMark(words).length;
  const text = isWhole ? "" : said.split(/\s+/).slice(command.length).join(" ");
  if (grammar === "alone" && text !== "") return null;
  if (grammar === "name" && /\s/.test(text)) return null;
  const filter = readFilter(grammar === "name" ? "" : text, {
    isSubject: grammar === "subject",
  });
  return filter && { kind: "command", name, language, text, filter };
}

/** "What's new?" asks for no less than "what's new". */
function withoutMark(words: readonly string[]): string[] {
  return words
    .join(" ")
    .replace(/[\s?!.]+$/, "")
    .split(" ");
}

/** What takes no further words. */
function readAlone(text: string): Request | null {
  if (Object.hasOwn(HELP, text)) return { kind: "help", language: HELP[text] ?? null };
  if (Object.hasOwn(SUBSCRIBE, text))
    return { kind: "subscribe", language: SUBSCRIBE[text] ?? null };
  if (Object.hasOwn(UNSUBSCRIBE, text))
    return { kind: "digest", language: UNSUBSCRIBE[text] ?? null, day: null };
  return Object.hasOwn(SUBSCRIPTIONS, text)
    ? { kind: "subscriptions", language: SUBSCRIPTIONS[text] ?? null }
    : null;
}

/** `digest`, with a day and a language in either order. */
function readDigest(word: string, rest: readonly string[]): Request | null {
  const codes = rest.flatMap((each) =>
    Object.hasOwn(LANGUAGE_CODES, each) ? (LANGUAGE_CODES[each] ?? []) : [],
  );
  const [value, ...more] = rest.filter((each) => !Object.hasOwn(LANGUAGE_CODES, each));
  if (more.length > 0 || codes.length > 1) return null;
  const language = codes[0] ?? DIGEST[word] ?? null;
  if (value === undefined) return { kind: "digest", language, day: null };
  if (!DAY_SHAPE.test(value)) return null;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? calendar(value) : null;
  return day?.from
    ? { kind: "digest", language, day: day.from }
    : { kind: "not-a-date", language, value };
}
