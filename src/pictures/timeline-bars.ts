/** How many events there were in each year, or in each month of a short time. */

/** `month` is null where bars are years; `year` stands below the first bar of each. */
export type Bar = { count: number; month: string | null; year: string | null };

const MAX_MONTHS = 36;
/** Further years than this are too thin to be seen. */
const MAX_YEARS = 60;
const MONTH = "YYYY-MM".length;

/** Bars without a gap from the first date to the last; dates are YYYY, YYYY-MM or YYYY-MM-DD. */
export function barsOf(dates: readonly string[]): Bar[] {
  if (dates.length === 0) return [];
  const isByMonth = dates.every((date) => date.length >= MONTH) && spanOf(dates) <= MAX_MONTHS;
  const counts = Map.groupBy(dates, (date) => date.slice(0, isByMonth ? MONTH : 4));
  const keys = isByMonth ? monthsOf(dates) : yearsOf(dates);
  const opensYear = (key: string, at: number) => at === 0 || !isByMonth || key.endsWith("-01");
  return keys.map((key, at) => ({
    count: counts.get(key)?.length ?? 0,
    month: isByMonth ? String(Number(key.slice(5))) : null,
    year: opensYear(key, at) ? key.slice(0, 4) : null,
  }));
}

/** From the first month to the last, both included. */
function spanOf(dates: readonly string[]): number {
  const months = dates.map(numberOf);
  return Math.max(...months) - Math.min(...months) + 1;
}

function monthsOf(dates: readonly string[]): string[] {
  const first = Math.min(...dates.map(numberOf));
  return Array.from({ length: spanOf(dates) }, (_, at) => monthAt(first + at));
}

function yearsOf(dates: readonly string[]): string[] {
  const years = dates.map((date) => Number(date.slice(0, 4)));
  const last = Math.max(...years);
  const first = Math.max(Math.min(...years), last - MAX_YEARS + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at).padStart(4, "0"));
}

function numberOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, MONTH)) - 1;
}

function monthAt(number: number): string {
  const year = String(Math.floor(number / 12)).padStart(4, "0");
  return `${year}-${String((number % 12) + 1).padStart(2, "0")}`;
}
