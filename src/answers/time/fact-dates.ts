/** When what a fact tells takes place, as exactly as its sentence says. */
import type { Token } from "../../knowledge/tokens.ts";
import { momentAt } from "./moments.ts";
import { calendar } from "./period.ts";
import { completed, type Range, rangeAt } from "./ranges.ts";
import type { Moment, TimedText } from "./time-reading.ts";

/** A span of more steps than this is told by its two ends. */
const MAX_STEPS = 36;

/**
 * The dates of a fact as partial dates: its own first, then those of its English sentence in order.
 * "2024" goes where the other of the two says June 2024.
 */
export function factDates(on: string | undefined, sentence: Sentence): string[] {
  const told = datesIn(sentence);
  if (on === undefined) return told;
  const isVague = told.some((date) => isInside(date, on));
  const others = told.filter((date) => !isInside(on, date));
  return [...new Set([...(isVague ? [] : [on]), ...others])];
}

type Sentence = { text: string; tokens: readonly Token[] };

function datesIn({ text, tokens }: Sentence): string[] {
  const reading = { text, tokens, today: null };
  const dates: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const read = datesAt(reading, at);
    dates.push(...read.dates);
    at = read.to;
  }
  return [...new Set(dates)].filter((date) => calendar(date) !== null);
}

function datesAt(reading: TimedText, at: number): { dates: string[]; to: number } {
  const range = rangeAt(reading, at);
  const ofRange = range ? datesOfRange(range.value) : [];
  if (range && ofRange.length > 0) return { dates: ofRange, to: range.to };
  const moment = momentAt(reading, at);
  return moment ? { dates: datesOf(moment.value), to: moment.to } : { dates: [], to: at + 1 };
}

function datesOfRange({ first, last, isSpan }: Range): string[] {
  if (first.kind === "days" || last?.kind !== "moment") return [];
  const ends = completed(first.moment, last.moment);
  const [from, to] = [datesOf(ends.first), datesOf(ends.last)];
  const [begin, end] = [from[0], to.at(-1)];
  if (!begin || !end || !isSpan || begin.length !== end.length) return [...from, ...to];
  return stepsBetween(begin, end) ?? [...from, ...to];
}

/** Every year, month or day from one partial date to another; null where there are too many. */
function stepsBetween(begin: string, end: string): string[] | null {
  const last = calendar(end)?.from;
  const unit = begin.length === 4 ? "years" : begin.length === 7 ? "months" : "days";
  const start = calendar(begin)?.from;
  if (!last || !start) return null;
  const steps: string[] = [];
  for (
    let day = Temporal.PlainDate.from(start);
    day.toString() <= last;
    day = day.add({ [unit]: 1 })
  ) {
    if (steps.length >= MAX_STEPS) return null;
    steps.push(day.toString().slice(0, begin.length));
  }
  return steps;
}

/** A moment without its year tells no date. */
function datesOf({ year, month, months, day }: Moment): string[] {
  if (year === null) return [];
  if (month === null) return [String(year)];
  if (day !== null) return [`${year}-${two(month)}-${two(day)}`];
  if (months > 12) return Array.from({ length: months / 12 }, (_, at) => String(year + at));
  return Array.from({ length: months }, (_, at) => `${year}-${two(month + at)}`);
}

function isInside(exact: string, vague: string): boolean {
  return exact.length > vague.length && exact.startsWith(vague);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
