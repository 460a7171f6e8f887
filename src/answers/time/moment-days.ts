/** Moments and ranges → the days that they stand for. */
import type { Period } from "./period.ts";
import { completed, type Point, type Range } from "./ranges.ts";
import type { Moment } from "./time-reading.ts";

/** The days of a point; null where there are none, as in 30 February. */
export function daysOfPoint(point: Point, today: string): Period | null {
  return point.kind === "days" ? point.days : daysOfMoment(point.moment, today);
}

/** A moment without its year is the latest one that has begun. */
export function daysOfMoment(moment: Moment, today: string): Period | null {
  const year = moment.year ?? Number(today.slice(0, 4));
  const days = daysIn(year, moment);
  if (days === null || moment.year !== null || days.from <= today) return days;
  return daysIn(year - 1, moment);
}

/** From the beginning of the first to the end of the last; null where a span ends before it begins. */
export function daysOfRange({ first, last, isSpan }: Range, today: string): Period | null {
  if (last === null) return openEnd(daysOfPoint(first, today));
  const [begin, end] = endsOf(first, last, today);
  if (!begin?.from || !begin.to || !end?.from || !end.to) return null;
  if (begin.from < end.to) return { from: begin.from, to: end.to };
  return isSpan ? null : { from: end.from, to: begin.to };
}

/** The two times of a range by themselves; none where it is open or they are out of order. */
export function endsOfRange({ first, last }: Range, today: string): Period[] {
  if (last === null) return [];
  const [begin, end] = endsOf(first, last, today);
  return begin && end ? [begin, end] : [];
}

function openEnd(days: Period | null): Period | null {
  return days && { from: days.from, to: null };
}

function endsOf(first: Point, last: Point, today: string): [Period | null, Period | null] {
  if (first.kind === "days" || last.kind === "days")
    return [daysOfPoint(first, today), daysOfPoint(last, today)];
  const end = { ...last.moment };
  if (end.year === null && first.moment.year === null) end.year = yearOf(daysOfMoment(end, today));
  const both = completed(first.moment, end);
  return [daysOfMoment(both.first, today), daysOfMoment(both.last, today)];
}

function yearOf(days: Period | null): number | null {
  return days?.from ? Number(days.from.slice(0, 4)) : null;
}

function daysIn(year: number, { month, months, day }: Moment): { from: string; to: string } | null {
  try {
    const from = Temporal.PlainDate.from(
      { year, month: month ?? 1, day: day ?? 1 },
      { overflow: "reject" },
    );
    const to = day === null ? from.add({ months }) : from.add({ days: 1 });
    return { from: from.toString(), to: to.toString() };
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}
