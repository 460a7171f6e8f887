/** A question as people type it → what must be found. */
import { type Token, tokenize } from "../knowledge/tokens.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";
import { foreignThings } from "./foreign-things.ts";
import {
  asksYesNo,
  type Intent,
  intentOfHeadNoun,
  intentsOf,
  isCountPhrase,
  isInFuture,
} from "./intents.ts";
import { detectLanguage, isForeign } from "./language.ts";
import { type NamedPeriod, type Period, readPeriod } from "./period.ts";
import { publishingWords } from "./publishing.ts";
import {
  readCostAsPrice,
  tellingUnits,
  type Unit,
  type UnitReading,
  unitOfMention,
  unitOfWord,
} from "./units.ts";

export type Query = {
  text: string;
  language: Language;
  intents: ReadonlySet<Intent>;
  units: readonly Unit[];
  /** Everything named, also what tells no fact from another. */
  named: ReadonlySet<string>;
  /** The unit whose number is asked: companies, in "how many French companies". */
  counted: Unit | null;
  period: AskedPeriod | null;
  /** The asker's day where the question is about the time after it, else null. */
  after: string | null;
  /** Whether it is put in a language that is not understood: only its things are known. */
  isForeign: boolean;
};

/** When it happened, or when it was published: articles of March 2025. */
export type AskedPeriod = Period & { isOfArticle: boolean };

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
  if (isForeign(text, vocabulary))
    return readForeign({ text, today, reading: { vocabulary, language: "en", isKnown } });
  const tokens = tokenize(text, language);
  const period = readPeriod(text, language, today);
  const publishing = period ? publishingWords(tokens, language) : [];
  const reading = { vocabulary, language, isKnown };
  const parts = readParts({ text, tokens, period, publishing, reading });
  const units = parts.flatMap((part) => part.unit ?? []);
  return {
    text,
    language,
    intents: intentsIn(parts, asksYesNo(text, language)),
    units: readCostAsPrice(tellingUnits(units)),
    named: new Set(units.flatMap((unit) => unit.concepts)),
    counted: countedUnit(parts),
    period: period && { ...period.period, isOfArticle: publishing.length > 0 },
    after: isInFuture(tokens, language) ? today : null,
    isForeign: false,
  };
}

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
    counted: null,
    period: named && { ...named.period, isOfArticle: false },
    after: null,
    isForeign: true,
  };
}

/** A stretch of the question: words that say what is asked, or a unit. */
type Part = { span: readonly Token[]; intents: readonly Intent[]; unit: Unit | null };

function readParts({
  text,
  tokens,
  period,
  publishing,
  reading,
}: {
  text: string;
  tokens: readonly Token[];
  period: NamedPeriod | null;
  /** Places of words that only say whose time is meant. */
  publishing: readonly number[];
  reading: UnitReading;
}): Part[] {
  const mentions = reading.vocabulary.recognise(tokens, reading.language);
  const asides = asidesIn(tokens, text).filter(({ from }) => !isIn(period, from));
  const parts: Part[] = [];
  let isExcluding = false;
  for (let at = 0; at < tokens.length; ) {
    const mention = mentions.find((each) => each.from === at);
    const isDate = isIn(period, at);
    const to = isDate && period ? period.to : (mention?.to ?? at + 1);
    const span = tokens.slice(at, to);
    const intents = mention && !isDate ? intentsOf(mention) : [];
    // "How deep" asks for a number and names what is measured; other question words name nothing.
    const isOnlyAsking = intents.length > 0 && !intents.includes("how-much");
    const isUnit = !isDate && !isOnlyAsking && !publishing.includes(at);
    const unit = isUnit ? readUnit(span, mention, reading) : null;
    isExcluding ||= intents.includes("except") || isOtherThan(tokens, at);
    const isAside = asides.some((range) => at >= range.from && at < range.to);
    const role = isExcluding ? "excluded" : isAside ? "aside" : "part";
    parts.push({ span, intents, unit: unit && { ...unit, role } });
    if (unit) isExcluding = false;
    at = to;
  }
  return markHead(parts);
}

/** "During 2024" sets nothing aside. */
function isIn(period: NamedPeriod | null, at: number): boolean {
  return period !== null && at >= period.from && at < period.to;
}

/** The first word after "what" and "which", when no verb stands between: what are the *goals*. */
function markHead(parts: readonly Part[]): Part[] {
  const asked = parts.findIndex(({ intents }) => intents.some((each) => HEADED.has(each)));
  if (asked < 0) return [...parts];
  for (const [at, { unit, intents }] of parts.entries()) {
    if (at <= asked) continue;
    if (intents.length > 0) break;
    if (unit?.kind === "word" && unit.role === "part")
      return parts.with(at, { ...parts[at], span: [], intents, unit: { ...unit, role: "head" } });
    if (unit && unit.kind !== "thing") break;
  }
  return [...parts];
}

const HEADED: ReadonlySet<Intent> = new Set(["what", "list"]);

/** "during Macron's visit", "(the one of 2023)": tells which, but the fact need not repeat it. */
const ASIDE = /\(|\b(?:during|pendant|lors d|au cours d)|(?<!\p{L})(?:во время|в ходе)(?!\p{L})/giu;
const ASIDE_END = /[),;:?!]/;

function asidesIn(tokens: readonly Token[], text: string): { from: number; to: number }[] {
  return [...text.matchAll(ASIDE)].map(({ index }) => {
    const length = text.slice(index + 1).search(ASIDE_END);
    const end = length < 0 ? text.length : index + 1 + length;
    const inside = tokens.filter((token) => token.start >= index && token.end <= end);
    const [first] = inside;
    const from = first ? tokens.indexOf(first) : 0;
    return { from, to: from + inside.length };
  });
}

function readUnit(
  span: readonly Token[],
  mention: Parameters<typeof unitOfMention>[0] | undefined,
  reading: UnitReading,
): Unit | null {
  const [token] = span;
  if (mention) return unitOfMention(mention, span, reading);
  return token ? unitOfWord(token, reading) : null;
}

const OTHER = /^autres?$/;
/** d'autres secteurs que, d'autres grands pays européens que */
const MAX_WORDS_BEFORE_THAN = 4;

/** French says "other … than" around the noun: dans quels autres secteurs que les métaux. */
function isOtherThan(tokens: readonly Token[], at: number): boolean {
  const isThan = tokens[at]?.text === "que" || tokens[at]?.elided === "qu";
  const before = tokens.slice(Math.max(0, at - MAX_WORDS_BEFORE_THAN), at);
  return isThan && before.some((token) => OTHER.test(token.text));
}

function intentsIn(parts: readonly Part[], isYesNo: boolean): Set<Intent> {
  const intents = new Set([...leadingIntents(parts, isYesNo), ...headNounIntents(parts)]);
  if (isYesNo && ![...intents].some((intent) => ASKING.has(intent))) intents.add("yes-no");
  const units = parts.flatMap(({ unit }) => unit ?? []);
  const isOnlyName = units.length === 1 && units[0]?.kind === "thing";
  const asksWhat =
    (intents.has("what") || intents.has("who")) &&
    [...intents].every((intent) => BARE_WHAT.has(intent));
  return isOnlyName && asksWhat ? intents.add("definition") : intents;
}

/** "What is the B5+1?", "who is Gallezot": the name alone is asked about. */
const BARE_WHAT: ReadonlySet<Intent> = new Set(["what", "who", "yes-no"]);

/**
 * Behind the first question word, "when" and "who" mostly join clauses: did he sign when…, who was
 * there when…; not so in "who and when".
 */
function leadingIntents(parts: readonly Part[], isYesNo: boolean): Intent[] {
  const first = isYesNo
    ? -1
    : parts.findIndex(({ intents }) => intents.some((intent) => ASKING.has(intent)));
  return parts.flatMap(({ intents }, at) => {
    const before = parts[at - 1]?.span[0]?.text ?? "";
    const isJoined = (isYesNo || (first >= 0 && at > first)) && !AND.test(before);
    return isJoined ? intents.filter((intent) => !JOINING.has(intent)) : intents;
  });
}

const JOINING: ReadonlySet<Intent> = new Set(["what", "who", "when", "where", "how"]);
const ASKING: ReadonlySet<Intent> = new Set([...JOINING, "how-much", "why", "yes-no"]);
const AND = /^(and|or|et|ou|и|или)$/;

/** Between "which" and its noun stand at most a few adjectives. */
const MAX_PARTS_BEFORE_NOUN = 3;

function headNounIntents(parts: readonly Part[]): Intent[] {
  return parts.flatMap((part, at) => {
    if (!part.intents.includes("what")) return [];
    for (const { unit } of parts.slice(at + 1, at + 1 + MAX_PARTS_BEFORE_NOUN)) {
      const intent = unit && intentOfHeadNoun(unit.concepts);
      if (intent) return [intent];
      if (unit && unit.kind !== "thing") return [];
    }
    return [];
  });
}

function countedUnit(parts: readonly Part[]): Unit | null {
  const at = parts.findIndex(
    ({ intents, span }) => intents.includes("how-much") && isCountPhrase(span),
  );
  if (at < 0) return null;
  const units = parts
    .slice(at + 1, at + 1 + MAX_PARTS_BEFORE_NOUN)
    .flatMap(({ unit }) => unit ?? []);
  return units.find((unit) => !unit.concepts.some((key) => key.startsWith("country:"))) ?? null;
}
