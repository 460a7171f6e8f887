/** What every reading of times rests on: tokens one by one, marks between them, and years. */
import type { Token } from "../../knowledge/tokens.ts";
import {
  LAST,
  MEASURE,
  NEXT,
  OF,
  PREVIOUS,
  THIS,
  unitOf,
  YEAR_BEHIND,
  YEAR_NOUN,
} from "./period-words.ts";

/** A text to be read; `today` (`YYYY-MM-DD`) is null where "last year" cannot be understood. */
export type TimedText = { text: string; tokens: readonly Token[]; today: string | null };

/** A day, or so many months from one on; `month` is null for a whole year. */
export type Moment = {
  year: number | null;
  month: number | null;
  months: number;
  day: number | null;
};

/** What was read, and the token position behind it. */
export type Read<Value> = { value: Value; to: number };

/** The year behind a month or quarter, in figures or as "last year". */
export function yearAt(reading: TimedText, at: number): Read<number> | null {
  const start = skip(reading, at, OF);
  const number = skipOne(reading, start, YEAR_NOUN);
  if (isYearAt(reading, number))
    return {
      value: Number(wordAt(reading, number)),
      to: behindYear(reading, number),
    };
  return relativeYearAt(reading, start);
}

function relativeYearAt(reading: TimedText, at: number): Read<number> | null {
  if (reading.today === null) return null;
  const words = [wordAt(reading, at), wordAt(reading, at + 1)];
  if (!words.some((word) => isYearUnit(word))) return null;
  const year = Number(reading.today.slice(0, 4));
  for (const [pattern, offset] of RELATIVE_YEARS)
    if (words.some((word) => pattern.test(word))) return { value: year + offset, to: at + 2 };
  return null;
}

/** `2024 года`, `2024-го`. */
export function behindYear(reading: TimedText, at: number): number {
  const hasEnding = isJoinedBy(reading, at, /^-$/) && CASE_ENDING.test(wordAt(reading, at + 1));
  return skipOne(reading, hasEnding ? at + 2 : at + 1, YEAR_BEHIND);
}

const CASE_ENDING = /^(го|ого|й|м|ом|му)$/;

const RELATIVE_YEARS = [
  [THIS, 0],
  [LAST, -1],
  [PREVIOUS, -1],
  [NEXT, 1],
] as const;

function isYearUnit(word: string): boolean {
  const unit = unitOf(word);
  return unit !== null && unit.unit === "years" && unit.count === 1;
}

/** Whether a token is the number of a year and no quantity: `2,000`, `2000 tonnes`, `$2000`. */
export function isYearAt({ text, tokens }: TimedText, at: number): boolean {
  const token = tokens[at];
  if (!token?.isNumber || !/^(19|20)\d\d$/.test(token.raw)) return false;
  const next = tokens[at + 1]?.text ?? "";
  const isSaid = YEAR_BEHIND.test(next) && next !== "";
  if (!isSaid && (MEASURE.test(next) || COMPARED.test(text.slice(0, token.start)))) return false;
  return (
    !/[$€£#№]\s?$/.test(text.slice(0, token.start)) && !/^\s?[%$€£°]/.test(text.slice(token.end))
  );
}

const COMPARED =
  /((more|less|fewer|greater|higher|lower) than|(plus|moins|pr[eè]s) de|environ|более|менее|больше|меньше|свыше|почти|nearly|almost)\s+$/iu;

/** Whether the text between two tokens is nothing but such a mark. */
export function isJoinedBy(reading: TimedText, at: number, mark: RegExp): boolean {
  const [left, right] = [reading.tokens[at], reading.tokens[at + 1]];
  return (
    left !== undefined &&
    right !== undefined &&
    mark.test(reading.text.slice(left.end, right.start))
  );
}

export function wordAt({ tokens }: TimedText, at: number): string {
  return tokens[at]?.text ?? "";
}

export function skipOne(reading: TimedText, at: number, words: RegExp): number {
  return words.test(wordAt(reading, at)) ? at + 1 : at;
}

/** "Of the", "de la": never more than so many. */
const MAX_SKIPPED = 3;

export function skip(reading: TimedText, at: number, words: RegExp): number {
  let to = at;
  while (to < at + MAX_SKIPPED && words.test(wordAt(reading, to))) to += 1;
  return to;
}
