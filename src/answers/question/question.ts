/** A question as people type it → what must be found. */
import { stem, type Token, tokenize } from "../../knowledge/tokens.ts";
import type { Vocabulary } from "../../knowledge/vocabulary.ts";
import type { Language } from "../../model.ts";
import { hasComparative } from "../lists/comparing-words.ts";
import { lastSoMany } from "../lists/last-so-many.ts";
import { publishingWords } from "../lists/publishing.ts";
import { type NamedPeriod, type Period, readPeriod, readPeriods } from "../time/period.ts";
import { withoutFalseStart } from "./false-starts.ts";
import { foreignThings } from "./foreign-things.ts";
import { headNoun } from "./head-noun.ts";
import { asksYesNo, type Intent, isInFuture } from "./intents.ts";
import { detectLanguage, isForeign } from "./language.ts";
import { countedUnit, intentsIn } from "./question-intents.ts";
import { readParts } from "./question-parts.ts";
import { cyrillicOf } from "./romanised-russian.ts";
import { spelledOut } from "./signs.ts";
import { STOP_WORDS } from "./stop-words.ts";
import {
  barredNames,
  readCostAsPrice,
  tellingUnits,
  type Unit,
  type UnitReading,
} from "./units.ts";

export type Query = {
  text: string;
  language: Language;
  intents: ReadonlySet<Intent>;
  units: readonly Unit[];
  /** Everything named, also what tells no fact from another. */
  named: ReadonlySet<string>;
  /** Names that cannot answer, though nobody named them: whoever buys from a country is none of its own. */
  barred: ReadonlySet<string>;
  /** The noun that a question without a verb is about: the capacity of the plant. */
  head: Unit | null;
  /** The unit whose number is asked: companies, in "how many French companies". */
  counted: Unit | null;
  /** How many of the latest are wanted, if that is said. */
  wanted: number | null;
  period: AskedPeriod | null;
  /** The asker's day, `YYYY-MM-DD`. */
  today: string;
  /** The asker's day where the question is about the time after it, else null. */
  after: string | null;
  /** Whether it is put in a language that is not understood: only its things are known. */
  isForeign: boolean;
};

/**
 * When it happened, or when it was published: articles of March 2025. `times` are those that it
 * names one by one (2023 and 2024), each of which may hold an answer; `label` its words.
 */
export type AskedPeriod = Period & {
  isOfArticle: boolean;
  times: readonly Period[];
  isSpan: boolean;
  label: string;
  /** Whether the fact itself must tell the time, and not only its article be of it. */
  isOfFact: boolean;
};

/** Reads a question; `isKnown` tells whether a term stands in the base. */
export function readQuestion({
  text,
  today,
  vocabulary,
  isKnown,
  language = detectLanguage(text, vocabulary),
}: {
  text: string;
  today: string;
  vocabulary: Vocabulary;
  isKnown: (term: string, language: Language) => boolean;
  language?: Language;
}): Query {
  const meant = spelledOut(withoutFalseStart(text), language);
  if (meant !== text) return readQuestion({ text: meant, today, vocabulary, isKnown, language });
  const cyrillic = cyrillicOf(text, vocabulary);
  if (cyrillic !== null)
    return readQuestion({ text: cyrillic, today, vocabulary, isKnown, language: "ru" });
  if (isForeign(text, vocabulary))
    return readForeign({ text, today, reading: { vocabulary, language: FOR_FOREIGN, isKnown } });
  const tokens = vocabulary.mended(
    tokenize(text, language),
    language,
    (word) =>
      STOP_WORDS[language].has(word) ||
      vocabulary.languagesOf(word).length > 0 ||
      isKnown(stem(word, language), language),
  );
  const named = readPeriods(text, language, today).filter(
    ({ from, to }) =>
      !isOfEvent(text, { from: tokens[from]?.start, to: tokens[to]?.start }, language),
  );
  const publishing = named.length > 0 ? publishingWords(tokens, language) : [];
  const last = lastSoMany(tokens, language, (at) =>
    named.some(({ from, to }) => at >= from && at < to),
  );
  const reading = { vocabulary, language, isKnown };
  const silent = [...publishing, ...(last ? [last.at] : [])];
  const partsWith = (periods: readonly NamedPeriod[]) =>
    readParts({ text, tokens, periods, silent, reading });
  const first = named.slice(0, 1);
  const asked = new Set(partsWith(first).flatMap(({ intents }) => intents));
  const isComparison = hasComparative(text, language) || asked.has("compare");
  const periods = isComparison || asked.has("timeline") ? named : first;
  const parts = partsWith(periods);
  const units = parts.flatMap((part) => part.unit ?? []);
  const intents = intentsIn(parts, { isYesNo: asksYesNo(text, language), language });
  return {
    text,
    language,
    intents: last ? intents.add("latest") : intents,
    units: readCostAsPrice(tellingUnits(units)),
    named: new Set(units.flatMap((unit) => unit.concepts)),
    barred: barredNames(units, vocabulary),
    head: headNoun({ text, language, intents, units }),
    counted: countedUnit(parts, language),
    wanted: last?.count ?? null,
    period: askedPeriod(periods, {
      text,
      tokens,
      isOfArticle: publishing.length > 0,
    }),
    today,
    after: isInFuture(tokens, language) ? today : null,
    isForeign: false,
  };
}

/** The language that a question is answered in. */
export function languageOf(text: string, vocabulary: Vocabulary): Language {
  const isOwn = cyrillicOf(text, vocabulary) !== null || !isForeign(text, vocabulary);
  return isOwn ? detectLanguage(text, vocabulary) : FOR_FOREIGN;
}

const FOR_FOREIGN: Language = "en";

/** It is answered in English from what it names; its other words are ignored. */
function readForeign({
  text,
  today,
  reading,
}: {
  text: string;
  today: string;
  reading: UnitReading;
}): Query {
  const units = foreignThings(text, reading);
  const named = readPeriod(text, reading.language, today);
  return {
    text,
    language: reading.language,
    intents: new Set(),
    units,
    named: new Set(units.flatMap((unit) => unit.concepts)),
    barred: new Set(),
    head: null,
    counted: null,
    wanted: null,
    period: askedPeriod(named ? [named] : [], {
      text,
      tokens: tokenize(text, reading.language),
      isOfArticle: false,
    }),
    today,
    after: null,
    isForeign: true,
  };
}

/** "After the January stoppage": the time tells which stoppage, and not when. */
function isOfEvent(
  text: string,
  { from, to }: { from: number | undefined; to: number | undefined },
  language: Language,
): boolean {
  return AFTER_EVENT[language].test(text.slice(0, from)) && (language === "fr" || to !== undefined);
}

const AFTER_EVENT: Record<Language, RegExp> = {
  en: /\b(?:after|before|following) (?:the|its|this) $/i,
  fr: /(?<!\p{L})(?:après|avant|depuis|suite à) (?:l['’]|la |le |les )[\p{L}-]+ (?:de |d['’])$/iu,
  ru: /(?<!\p{L})(?:после|до) $/iu,
};

/** The first period, and all times that are named side by side. */
function askedPeriod(
  periods: readonly NamedPeriod[],
  { text, tokens, isOfArticle }: { text: string; tokens: readonly Token[]; isOfArticle: boolean },
): AskedPeriod | null {
  const [first] = periods;
  if (!first) return null;
  const times = periods.flatMap(({ period, ends }) => (ends.length > 0 ? ends : [period]));
  const [start, end] = [tokens[first.from]?.start ?? 0, tokens[first.to - 1]?.end ?? text.length];
  const isSpan = periods.length === 1 && first.isSpan;
  const label = text.slice(start, end);
  return { ...first.period, isOfArticle, times, isSpan, label, isOfFact: false };
}
