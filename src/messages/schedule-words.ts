/** Schedules in words, on the digest's clocks and on the reader's. */
import type { Schedule } from "../digest/schedule.ts";
import { localDay } from "../digest/schedule.ts";
import { weeklyOf } from "../digest/weekly.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { cityOf, formatDate, formatDay, formatTime, formatWeekday } from "./format.ts";

/** In which language and on whose clocks a schedule is told. */
export type Reader = { language: Language; timeZone: string | null; now: Date };

const DAYS_A_WEEK = 7;
const WORKDAYS = "1,2,3,4,5";

/** `Every Monday 09:00 Asia/Almaty (05:00 in Paris)`; the times of `next` where there is one. */
export function scheduleText(schedule: Schedule, next: Date | null, reader: Reader): string {
  const { at, byCron } = stringsIn(reader.language).subscription;
  const { cron, timeZone: zone } = schedule;
  const weekly = weeklyOf(cron);
  const text = weekly
    ? at({ days: daysText(weekly.weekdays, reader.language), time: weekly.time, zone })
    : byCron({ cron, zone });
  const elsewhere = next && timeElsewhere(schedule, next, reader);
  return elsewhere ? `${text} (${elsewhere})` : text;
}

/** `23 Nov`, with the time where the schedule has no one time, and the year where it is another. */
export function nextText({ cron, timeZone }: Schedule, next: Date, reader: Reader): string {
  const day = dayText(next, timeZone, reader);
  return weeklyOf(cron) ? day : `${day}, ${formatTime(next, timeZone, reader.language)}`;
}

/** A day on a zone's calendar: `23 Nov`, or `4 Jan 2027` in another year. */
export function dayText(instant: Date, timeZone: string, { language, now }: Reader): string {
  const day = localDay(instant, timeZone);
  const isThisYear = day.slice(0, 4) === localDay(now, timeZone).slice(0, 4);
  return isThisYear ? formatDay(day, language) : formatDate(day, language);
}

function daysText(weekdays: readonly number[], language: Language): string {
  const { weekdays: names, every, workdays, daily } = stringsIn(language).subscription;
  if (weekdays.length === DAYS_A_WEEK) return daily;
  if (weekdays.join() === WORKDAYS) return workdays;
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  return every(list.format(weekdays.map((day) => names[day - 1] ?? "")));
}

/** The same moment on the reader's clocks; null where those show the same. */
function timeElsewhere(
  { timeZone }: Schedule,
  instant: Date,
  { language, timeZone: readerZone }: Reader,
): string | null {
  if (readerZone === null) return null;
  const there = formatTime(instant, readerZone, language);
  const isSameDay = localDay(instant, timeZone) === localDay(instant, readerZone);
  if (isSameDay && there === formatTime(instant, timeZone, language)) return null;
  const time = isSameDay ? there : `${formatWeekday(instant, readerZone, language)} ${there}`;
  return stringsIn(language).subscription.elsewhere({ time, city: cityOf(readerZone) });
}
