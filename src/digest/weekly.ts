/** Schedules as people choose them: days of the week and a time. */

/** `weekdays` from 1 (Monday) to 7, in order and each once; `time` is HH:MM. */
export type Weekly = { weekdays: readonly number[]; time: string };

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const WEEKLY_CRON = /^(\d{1,2}) (\d{1,2}) \* \* ([0-7](?:,[0-7])*|\*)$/;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

export function isTime(text: string): boolean {
  return TIME.test(text);
}

/** The cron expression of a choice; its time must be one. */
export function weeklyCron({ weekdays, time }: Weekly): string {
  const [hour = "", minute = ""] = time.split(":");
  const days = weekdays.length === EVERY_DAY.length ? "*" : weekdays.join(",");
  return `${Number(minute)} ${Number(hour)} * * ${days}`;
}

/** The choice that a cron expression stands for; null when it says more than days and a time. */
export function weeklyOf(cron: string): Weekly | null {
  const [, minute, hour, days] = WEEKLY_CRON.exec(cron.trim()) ?? [];
  if (minute === undefined || hour === undefined || days === undefined) return null;
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  if (!isTime(time)) return null;
  // Cron calls Sunday 0 or 7.
  const named = days.split(",").map((day) => Number(day) || EVERY_DAY.length);
  const weekdays = days === "*" ? EVERY_DAY : [...new Set(named)].toSorted();
  return { weekdays, time };
}
