/** The times of a fact, and whether they lie in a period that is asked about. */
import { onceForEach } from "../../knowledge/once.ts";
import type { FactOutline } from "../facts/fact-outline.ts";
import type { AskedPeriod } from "../question/question.ts";
import { overlaps, type Period } from "./period.ts";

/** Whether a fact is of the period: of any of the times that are named side by side. */
export function isWithin(profile: FactOutline, period: AskedPeriod): boolean {
  if (period.isOfFact && profile.spans.length === 0) return false;
  if (period.isSpan) return isOf(profile, period, period.isOfArticle);
  return period.times.some((time) => isOf(profile, time, period.isOfArticle));
}

/**
 * The time that a fact tells of; where it tells none, or articles are asked for, the time of its
 * article. A year is too vague for a question about its June, unless the article is of that June.
 */
function isOf(profile: FactOutline, period: Period, isOfArticle: boolean): boolean {
  const { spans, published } = profile;
  const isPublishedThen =
    published !== null && overlaps(published, period) && !isVaguer(published, period);
  if (isOfArticle || spans.length === 0) return isPublishedThen;
  return spans.some((days) => {
    if (!overlaps(days, period)) return false;
    return isPublishedThen || !isVaguer(days, period);
  });
}

/** Whether there is more time in `days` than in the period, on either side of it. */
function isVaguer(days: Period, period: Period): boolean {
  if (days.from === null || days.to === null || period.from === null || period.to === null)
    return false;
  const isAround = days.from <= period.from && days.to >= period.to;
  return isAround && (days.from < period.from || days.to > period.to);
}

/** Whether its article is more likely of the period than not: one of 2025 need not be of its June. */
export function isPublishedIn({ published }: FactOutline, period: Period): boolean {
  return published !== null && isMostlyInside(published, period);
}

/**
 * Whether what a fact tells happened in the period. What its article foresaw has not happened yet,
 * and of a fact without a date its article's stands for the day.
 */
export function isHappeningIn(profile: FactOutline, period: Period): boolean {
  const days = happened(profile);
  if (days === null) return isPublishedIn(profile, period);
  return overlaps(days, period) && (isPublishedIn(profile, period) || isMostlyInside(days, period));
}

/**
 * From the first to the last day of what had happened when the article came out. A date that only
 * stands somewhere in the sentence was mostly said in passing: plans for a deposit found in 2023.
 */
const happened = onceForEach(({ on, spans, published, fact }: FactOutline): Period | null => {
  const end = published?.to ?? null;
  const told = published === null || OPENS_WITH_DATE.test(fact.en) ? spans : [];
  const exact = on ? spans.filter((days) => isWithinDays(days, on)) : told;
  const past = (exact.length === 0 && on ? [on] : exact).filter(
    ({ from }) => end === null || (from ?? "") < end,
  );
  if (past.length === 0) return on;
  const [from = null] = past.map((days) => days.from).toSorted();
  const to =
    past
      .map((days) => days.to)
      .toSorted()
      .at(-1) ?? null;
  return { from, to: end !== null && to !== null && end < to ? end : to };
});

/** The first half of 2024 says more than the year that the fact is dated by. */
function isWithinDays(days: Period, around: Period): boolean {
  return (days.from ?? "") >= (around.from ?? "") && (days.to ?? "") <= (around.to ?? "");
}

/** In 2019, On 5 June 2024, In the first half of 2025 */
const OPENS_WITH_DATE = /^(?:In|On|During|Since|Between|From)\b[^,]{0,40}\b(?:19|20)\d\d\b/;

/** Whether at least half of the days lie in the period. */
function isMostlyInside(days: Period, period: Period): boolean {
  if (!overlaps(days, period) || days.from === null || days.to === null) return false;
  const from = period.from !== null && period.from > days.from ? period.from : days.from;
  const to = period.to !== null && period.to < days.to ? period.to : days.to;
  return 2 * daysBetween(from, to) >= daysBetween(days.from, days.to);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;
}

const MS_PER_DAY = 86_400_000;
