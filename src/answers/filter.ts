/** One filter for answers, digests and the register: its parser and its matcher. */
import { acceptedConcepts } from "../knowledge/accepted-concepts.ts";
import { type Token, tokenize } from "../knowledge/tokens.ts";
import type { Mention, Vocabulary } from "../knowledge/vocabulary.ts";
import { type Article, addedDay, type Deal, type Language } from "../model.ts";
import { hasSelected, selectedBy } from "./lists/stages.ts";
import { isIdle } from "./question/idle-words.ts";
import { detectLanguage } from "./question/language.ts";
import { STOP_WORDS } from "./question/stop-words.ts";
import { calendar, overlaps, type Period, readPeriod } from "./time/period.ts";

/** Within a list any one is enough; every list that is not empty must be met. */
export type Filter = {
  minerals: string[];
  partners: string[];
  organisations: string[];
  people: string[];
  /** Stages of deals, and kinds of event. */
  statuses: Deal["status"][];
  events: Article["event_type"][];
  period: Period | null;
  /** Words that mean nothing to the filter, as they were written. */
  notUnderstood: string[];
};

/** Lets everything through. */
export const NO_FILTER: Filter = {
  minerals: [],
  partners: [],
  organisations: [],
  people: [],
  statuses: [],
  events: [],
  period: null,
  notUnderstood: [],
};

/** A name that is both a country and an organisation (the EU) is taken as the first of these. */
const LISTS = [
  ["mineral:", "minerals"],
  ["country:", "partners"],
  ["organisation:", "organisations"],
  ["person:", "people"],
] as const;

/** Reads a filter such as `lithium korea since 2024`, in any of the languages. */
export function parseFilter({
  text,
  today,
  vocabulary,
  language = detectLanguage(text, vocabulary),
}: {
  text: string;
  today: string;
  vocabulary: Vocabulary;
  language?: Language;
}): Filter {
  const filter: Filter = { ...NO_FILTER, notUnderstood: [] };
  const tokens = tokenize(text, language);
  const named = readPeriod(text, language, today);
  filter.period = named?.period ?? null;
  const mentions = mentionsIn(text, tokens, { language, vocabulary });
  for (const [at, token] of tokens.entries()) {
    if (named && at >= named.from && at < named.to) continue;
    const mention = mentions.find((each) => at >= each.from && at < each.to);
    const added =
      mention?.from === at ? addConcepts(filter, mention.concepts) : mention !== undefined;
    const isSilent =
      STOP_WORDS[language].has(token.text) || isIdle(mention?.concepts ?? [], token.raw);
    if (!added && !isSilent) filter.notUnderstood.push(token.raw);
  }
  return filter;
}

/**
 * What stands between two marks is named by itself: "argent, France" is of silver, not of money. A
 * name that has such a mark is read across it where its parts are none.
 */
function mentionsIn(
  text: string,
  tokens: readonly Token[],
  { language, vocabulary }: { language: Language; vocabulary: Vocabulary },
): Mention[] {
  const parts = partsOf(text, tokens);
  const named = parts.flatMap(({ from, to }) =>
    vocabulary
      .recognise(tokens.slice(from, to), language)
      .map((each) => ({ ...each, from: each.from + from, to: each.to + from })),
  );
  const isNamed = (at: number) => named.some(({ from, to }) => at >= from && at < to);
  const across = vocabulary
    .recognise(tokens, language)
    .filter(({ from, to }) => parts.some((part) => part.from > from && part.from < to))
    .filter(({ from, to }) => [...tokens.keys()].slice(from, to).some((at) => !isNamed(at)));
  const isFree = ({ from, to }: Mention) =>
    across.every((other) => to <= other.from || from >= other.to);
  return [...across, ...named.filter(isFree)];
}

function partsOf(text: string, tokens: readonly Token[]): { from: number; to: number }[] {
  const starts = [...tokens.keys()].filter((at) => {
    const before = tokens[at - 1];
    return !before || /[,;·]/.test(text.slice(before.end, tokens[at]?.start));
  });
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? tokens.length }));
}

/** Everything is about this country: its name leaves everything in. */
const HOME = "country:KZ";

function addConcepts(filter: Filter, concepts: readonly string[]): boolean {
  if (concepts.includes(HOME)) return false;
  for (const [prefix, list] of LISTS) {
    const ids = concepts.flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : []));
    if (ids.length === 0) continue;
    filter[list] = [...new Set([...filter[list], ...ids])];
    return true;
  }
  const selection = selectedBy(concepts);
  if (selection === null) return false;
  filter.statuses = [...new Set([...filter.statuses, ...selection.statuses])];
  filter.events = [...new Set([...filter.events, ...selection.events])];
  return true;
}

/** What is named by an article, a deal or whatever else is filtered. */
export type Names = Record<(typeof LISTS)[number][1], readonly string[]>;

/** Whether these names meet every list of a filter. */
export function meetsNames(names: Names, filter: Filter, vocabulary: Vocabulary): boolean {
  return LISTS.every(([prefix, list]) => {
    const accepted = filter[list].flatMap((id) => acceptedConcepts(`${prefix}${id}`, vocabulary));
    return accepted.length === 0 || names[list].some((id) => accepted.includes(`${prefix}${id}`));
  });
}

/** What a filter names: of each list that is not empty, the concepts (keys) of which one is enough. */
export function thingsNamed(filter: Filter, vocabulary: Vocabulary): ReadonlySet<string>[] {
  return LISTS.flatMap(([prefix, list]) => {
    const keys = filter[list].flatMap((id) => acceptedConcepts(`${prefix}${id}`, vocabulary));
    return keys.length > 0 ? [new Set(keys)] : [];
  });
}

/** Whether an article meets a filter. */
export function matchesFilter(article: Article, filter: Filter, vocabulary: Vocabulary): boolean {
  const names = {
    minerals: article.minerals,
    partners: article.countries,
    organisations: article.organisations,
    people: article.people.map((person) => person.id),
  };
  return (
    meetsNames(names, filter, vocabulary) &&
    hasSelected(article, filter) &&
    isIn(article, filter.period)
  );
}

function isIn(article: Article, period: Period | null): boolean {
  if (period === null) return true;
  const date = addedDay(article) ?? article.published;
  const days = date === null ? null : calendar(date);
  return days !== null && overlaps(days, period);
}
