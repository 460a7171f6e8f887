/** The day on which something was published, from whatever a page or a feed writes. */
import { readPeriod } from "../answers/time/period.ts";
import { Day, LANGUAGES } from "../model.ts";

/** What names its year is relative to no day. */
const ANY_DAY = "2000-01-01";

/** `2023-11-06T…`, `Mon, 06 Nov 2023 10:00:00 GMT`, `6 ноября 2023`: the day as written; or null. */
export function dayOfText(text: string): string | null {
  const iso = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text)?.[1];
  if (iso) return Day.safeParse(iso).data ?? null;
  if (!/\d{4}/.test(text)) return null;
  for (const language of LANGUAGES) {
    const period = readPeriod(text.slice(0, 100), language, ANY_DAY)?.period;
    if (period?.from && period.to && nextDay(period.from) === period.to) return period.from;
  }
  return null;
}

/** The day in an address such as `/2023/11/06/` or `/2023-11-06-`. */
export function dayOfAddress(url: string): string | null {
  const [, year, month, day] =
    /\/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?!\d)/.exec(new URL(url).pathname) ?? [];
  return Day.safeParse(`${year}-${month}-${day}`).data ?? null;
}

function nextDay(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
