/** When an article's happening took place, as narrowly as the article says. */
import { type Article, firstDay } from "../../model.ts";
import { calendar } from "../time/period.ts";

/** Days since 1970: the first and the last that are possible, both included. */
export type EventTime = { from: number; to: number };

type Dated = Pick<Article, "published"> & {
  deals: readonly Pick<Article["deals"][number], "date">[];
  facts: readonly { on?: string | undefined }[];
};

/** The days on which the article can have been news; null where not even the month is known. */
export function eventTime({ published, deals, facts }: Dated): EventTime | null {
  if (published !== null && published.length > "YYYY".length) return daysOf(published);
  const told = [...deals.map(({ date }) => date), ...facts.map(({ on }) => on)]
    .filter((date) => typeof date === "string")
    .filter((date) => date.length > "YYYY".length && date.startsWith(published ?? ""));
  // What is told last is what is new.
  const newest = told
    .toSorted((left, right) => firstDay(left).localeCompare(firstDay(right)))
    .at(-1);
  return newest === undefined ? null : daysOf(newest);
}

/** Days that lie between two times at least; 0 where they may be the same. */
export function daysBetween(left: EventTime, right: EventTime): number {
  return Math.max(0, left.from - right.to, right.from - left.to);
}

function daysOf(date: string): EventTime | null {
  const days = calendar(date);
  if (!days?.from || !days.to) return null;
  return { from: dayNumber(days.from), to: dayNumber(days.to) - 1 };
}

const DAY_MS = 86_400_000;

function dayNumber(day: string): number {
  return Date.parse(day) / DAY_MS;
}
