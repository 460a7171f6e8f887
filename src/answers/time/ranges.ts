/** Times with a beginning and an end: 2023–2025, from June to August 2024, 11–13 June. */
import { momentAt } from "./moments.ts";
import type { Period } from "./period.ts";
import { DETERMINER, NOW } from "./period-words.ts";
import { relativeAt } from "./relative-times.ts";
import {
  isJoinedBy,
  type Moment,
  type Read,
  skip,
  type TimedText,
  wordAt,
} from "./time-reading.ts";

/** A moment as told, or days worked out from today. */
export type Point = { kind: "moment"; moment: Moment } | { kind: "days"; days: Period };

/** `last` is null for "until now"; no span, but two times, is "in 2021 and 2024". */
export type Range = { first: Point; last: Point | null; isSpan: boolean };

const OPENING = /^(between|from|since|entre|de|du|depuis|с|со|между|от)$/;
const BETWEEN = /^(between|entre|между)$/;
const TO = /^(to|till|until|through|a|au|aux|jusque|по|до)$/;
const AND = /^(and|or|vs|versus|et|ou|contre|и|или|против)$/;
/** "Up to the", "jusqu'en", "и до". */
const BEFORE_LAST = /^(to|up|the|le|la|l|en|in|au|в|во|до|по|from)$/;
/** Behind "г." too. */
const DASH = /^\.?\s*[-–—]\s*$/;
const SLASH = /^[-–—/]$/;

/** The range that begins at a token, with or without a word that opens it. */
export function rangeAt(reading: TimedText, at: number): Read<Range> | null {
  const opening = OPENING.test(wordAt(reading, at));
  const start = opening ? skip(reading, at + 1, DETERMINER) : at;
  const first = pointAt(reading, start, true) ?? dayAloneAt(reading, start);
  if (!first) return null;
  const seam = seamAt(reading, first.to, BETWEEN.test(wordAt(reading, at)));
  if (!seam) return null;
  if (NOW.test(wordAt(reading, seam.to)))
    return { value: { first: first.value, last: null, isSpan: true }, to: seam.to + 1 };
  const last = shortYearAt(reading, first) ?? pointAt(reading, seam.to, seam.value);
  if (!last || !agree(first.value, last.value)) return null;
  // "May" and "march" at the beginning must be told by what opens the range.
  const isTold = opening || seam.value || pointAt(reading, start) !== null;
  const range = { first: first.value, last: last.value, isSpan: seam.value };
  return isTold ? { value: range, to: last.to } : null;
}

/** The moment or the days at a token. */
export function pointAt(reading: TimedText, at: number, isLoose = false): Read<Point> | null {
  const moment = momentAt(reading, at, isLoose);
  if (moment) return { value: { kind: "moment", moment: moment.value }, to: moment.to };
  const days = reading.today === null ? null : relativeAt(reading, at, reading.today);
  return days && { value: { kind: "days", days: days.value }, to: days.to };
}

/** Where the range's end begins; the value tells whether only a time can stand there. */
function seamAt(reading: TimedText, at: number, isBetween: boolean): Read<boolean> | null {
  if (isJoinedBy(reading, at - 1, DASH)) return { value: true, to: at };
  const word = wordAt(reading, at);
  const isUpTo = TO.test(word) || reading.tokens[at]?.elided === "jusqu";
  if (!isUpTo && !AND.test(word)) return null;
  const isInside = reading.tokens[at]?.elided === "jusqu" && !TO.test(word);
  return {
    value: isUpTo || isBetween,
    to: isInside ? skip(reading, at, BEFORE_LAST) : skip(reading, at + 1, BEFORE_LAST),
  };
}

/** `11` of `11–13 June`. */
function dayAloneAt(reading: TimedText, at: number): Read<Point> | null {
  const word = wordAt(reading, at);
  const day = /^\d{1,2}$/.test(word) ? Number(word) : 0;
  if (day < 1 || day > 31) return null;
  const moment = { year: null, month: null, months: 0, day };
  return { value: { kind: "moment", moment }, to: at + 1 };
}

/** `25` of `2024-25`. */
function shortYearAt(reading: TimedText, first: Read<Point>): Read<Point> | null {
  if (first.value.kind !== "moment" || !isJoinedBy(reading, first.to - 1, SLASH)) return null;
  const { year, month } = first.value.moment;
  const word = reading.tokens[first.to]?.raw ?? "";
  if (year === null || month !== null || !/^\d\d$/.test(word)) return null;
  const last = { year: year - (year % 100) + Number(word), month: null, months: 12, day: null };
  return last.year > year ? { value: { kind: "moment", moment: last }, to: first.to + 1 } : null;
}

/** A day without its month takes it from another day. */
function agree(first: Point, last: Point): boolean {
  const isDayAlone = first.kind === "moment" && first.moment.months === 0;
  return !isDayAlone || (last.kind === "moment" && last.moment.day !== null);
}

/** Both ends with the year and month that only one of them tells; null where they clash. */
export function completed(first: Moment, last: Moment): { first: Moment; last: Moment } {
  const begin = first.months === 0 ? { ...first, month: last.month, months: 1 } : first;
  if (begin.year === null && last.year !== null)
    return { first: { ...begin, year: last.year - (isLater(begin, last) ? 1 : 0) }, last };
  if (begin.year !== null && last.year === null)
    return { first: begin, last: { ...last, year: begin.year + (isLater(begin, last) ? 1 : 0) } };
  return { first: begin, last };
}

function isLater(left: Moment, right: Moment): boolean {
  const place = ({ month, day }: Moment) => (month ?? 0) * 100 + (day ?? 0);
  return place(left) > place(right) && right.month !== null;
}
