/** Times named in a question, from single days to spans with an open end, relative to today. */
import { tokenize } from "../../knowledge/tokens.ts";
import { firstDay, type Language } from "../../model.ts";
import { boundAt } from "./bounds.ts";
import { daysOfMoment, daysOfRange, endsOfRange } from "./moment-days.ts";
import { momentAt } from "./moments.ts";
import { AROUND, monthOf } from "./period-words.ts";
import { rangeAt } from "./ranges.ts";
import { relativeAt } from "./relative-times.ts";
import { isYearAt, type Read, type TimedText, wordAt } from "./time-reading.ts";

/** Days from `from` (included) to `to` (not included), `YYYY-MM-DD`; null where open. */
export type Period = { from: string | null; to: string | null };

/** Days, and where two times told them, each of these; two times side by side are no span. */
type ToldPeriod = { days: Period; ends: readonly Period[]; isSpan: boolean };

/** A period and the words of the question that told it, as token positions. */
export type NamedPeriod = {
  period: Period;
  ends: readonly Period[];
  isSpan: boolean;
  from: number;
  to: number;
};

/** The first period that a question names, if any; `today` is `YYYY-MM-DD`. */
export function readPeriod(text: string, language: Language, today: string): NamedPeriod | null {
  const [first] = readPeriods(text, language, today);
  return first ?? null;
}

/** Every period that a question names, from left to right. */
export function readPeriods(text: string, language: Language, today: string): NamedPeriod[] {
  const reading = { text, tokens: tokenize(text, language), today };
  const named: NamedPeriod[] = [];
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const read = toldAt(reading, at, today);
    if (!read) continue;
    const { days, ends, isSpan } = read.value;
    const from = Math.max(startOf(reading, at), named.at(-1)?.to ?? 0);
    named.push({ period: days, ends, isSpan, from, to: read.to });
    at = read.to - 1;
  }
  return named;
}

function toldAt(reading: TimedText, at: number, today: string): Read<ToldPeriod> | null {
  const range = rangeAt(reading, at);
  const days = range && daysOfRange(range.value, today);
  if (days) {
    const ends = endsOfRange(range.value, today);
    return { value: { days, ends, isSpan: range.value.isSpan }, to: range.to };
  }
  const read = oneTimeAt(reading, at, today);
  return read && { value: { days: read.value, ends: [], isSpan: true }, to: read.to };
}

function oneTimeAt(reading: TimedText, at: number, today: string): Read<Period> | null {
  const bound = boundAt(reading, at, today);
  if (bound) return bound;
  const moment = momentAt(reading, at);
  const ofMoment = moment && daysOfMoment(moment.value, today);
  return ofMoment ? { value: ofMoment, to: moment.to } : relativeAt(reading, at, today);
}

/**
 * "Over the", "au cours de", "в течение" belong to the time behind them; in "during the 2023
 * visit" they belong to the visit.
 */
function startOf(reading: TimedText, at: number): number {
  const isOfThing = isYearAt(reading, at) || isMonthName(wordAt(reading, at));
  if (isOfThing && wordAt(reading, at - 1) === "the") return at;
  let from = at;
  while (from > 0 && AROUND.test(wordAt(reading, from - 1))) from -= 1;
  return from;
}

/** The days of a partial date, or null when there is no such date. */
export function calendar(date: string): Period | null {
  try {
    const from = Temporal.PlainDate.from(firstDay(date), { overflow: "reject" });
    const unit = date.length === 4 ? "years" : date.length === 7 ? "months" : "days";
    return { from: from.toString(), to: from.add({ [unit]: 1 }).toString() };
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

/** Whether two periods share a day. */
export function overlaps(left: Period, right: Period): boolean {
  const startsInTime = left.from === null || right.to === null || left.from < right.to;
  const endsInTime = left.to === null || right.from === null || right.from < left.to;
  return startsInTime && endsInTime;
}

/** Whether a folded word names a month in any of the languages. */
export function isMonthName(word: string): boolean {
  return monthOf(word) !== null;
}
