/** A question cut into stretches: what is asked, what is named, and what is set aside. */
import type { Token } from "../../knowledge/tokens.ts";
import type { NamedPeriod } from "../time/period.ts";
import { type Intent, intentsOf } from "./intents.ts";
import { readMisspelt, type Unit, type UnitReading, unitOfMention, unitOfWord } from "./units.ts";

/** A stretch of the question: words that say what is asked, or a unit. */
export type Part = { span: readonly Token[]; intents: readonly Intent[]; unit: Unit | null };

/** The stretches of a question, from left to right. */
export function readParts({
  text,
  tokens,
  periods,
  silent,
  reading,
}: {
  text: string;
  tokens: readonly Token[];
  periods: readonly NamedPeriod[];
  /** Places of words that name nothing: those that say whose time is meant, or how many. */
  silent: readonly number[];
  reading: UnitReading;
}): Part[] {
  const mentions = reading.vocabulary.recognise(tokens, reading.language);
  const asides = asidesIn(tokens, text).filter(({ from }) => !periodAt(periods, from));
  const parts: Part[] = [];
  let isExcluding = false;
  for (let at = 0; at < tokens.length; ) {
    const mention = mentions.find((each) => each.from === at) ?? readMisspelt(tokens, at, reading);
    const period = periodAt(periods, at);
    const isDate = period !== undefined;
    const to = period?.to ?? mention?.to ?? at + 1;
    const span = tokens.slice(at, to);
    const intents = mention && !isDate ? intentsOf(mention) : [];
    // "How deep" asks for a number and names what is measured; other question words name nothing.
    const isOnlyAsking = intents.length > 0 && !intents.includes("how-much");
    const isUnit = !isDate && !isOnlyAsking && !silent.includes(at);
    const unit = isUnit ? readUnit(span, mention, reading) : null;
    isExcluding ||= intents.includes("except") || isOtherThan(tokens, at);
    const isAside = asides.some((range) => at >= range.from && at < range.to);
    const role = isExcluding ? "excluded" : isAside ? "aside" : "part";
    parts.push({ span, intents, unit: unit && { ...unit, role } });
    if (unit) isExcluding = false;
    at = to;
  }
  return parts;
}

/** "During 2024" sets nothing aside. */
function periodAt(periods: readonly NamedPeriod[], at: number): NamedPeriod | undefined {
  return periods.find(({ from, to }) => at >= from && at < to);
}

/** "during Macron's visit", "(the one of 2023)": tells which, but the fact need not repeat it. */
const ASIDE =
  /\(|\b(?:during|pendant|lors d|au cours d)(?! (?:what|which|whose|how|combien|qu)|e quel)|(?<!\p{L})(?:во время|в ходе)(?!\p{L})/giu;
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
