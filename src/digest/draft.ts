/** What a person filled in for a digest, read into settings or refused field by field. */
import { type Filter, parseFilter } from "../answers/filter.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { Day, Language, TimeZone } from "../model.ts";
import { type CronFault, cronFault } from "./check-cron.ts";
import { localDay } from "./schedule.ts";
import type { Subscription } from "./subscription.ts";
import { isTime, weeklyCron } from "./weekly.ts";

/** The fields as they were filled in. A cron expression takes the place of days and time. */
export type Draft = {
  weekdays: readonly string[];
  time: string;
  timeZone: string;
  language: string;
  filter: string;
  skippedDays: string;
  postsEmpty: boolean;
  cron: string;
};
export type DraftField = keyof Draft;

/** What is wrong in a field, with which value, and the limit that it breaks if it breaks one. */
export type DraftFault = {
  field: DraftField;
  kind:
    | "no-weekday"
    | "no-time"
    | "no-time-zone"
    | "no-language"
    | "filter-not-understood"
    | "filter-over"
    | "filter-too-long"
    | "not-days"
    | "too-many-days"
    | CronFault;
  value: string;
  limit: number;
};

export type Choices = Pick<
  Subscription,
  "cron" | "timeZone" | "language" | "filter" | "skippedDays" | "postsEmpty"
>;

export type ReadDraft =
  | { kind: "choices"; choices: Choices }
  | { kind: "faults"; faults: DraftFault[] };

/** Longer filters have more names than anybody follows. */
const MAX_FILTER_CHARS = 300;
/** The holidays of several years. */
const MAX_SKIPPED_DAYS = 100;

/** Enough to know a value again. */
const MAX_VALUE_CHARS = 150;

type Context = { vocabulary: Vocabulary; now: Date };

/** Reads every field, so that all faults are told at once. */
export function readDraft(draft: Draft, context: Context): ReadDraft {
  const timeZone = TimeZone.safeParse(draft.timeZone);
  const language = Language.safeParse(draft.language);
  const schedule = { cron: cronOf(draft), timeZone: timeZone.data ?? "UTC" };
  const filter = draft.filter.trim();
  const skippedDays = daysIn(draft.skippedDays);
  const faults = [
    ...scheduleFaults(draft, schedule, context),
    ...(timeZone.success ? [] : [fault("timeZone", "no-time-zone", draft.timeZone)]),
    ...(language.success ? [] : [fault("language", "no-language", draft.language)]),
    ...filterFaults(filter, schedule.timeZone, context),
    ...skippedDaysFaults(skippedDays),
  ];
  if (faults.length > 0 || !language.success) return { kind: "faults", faults };
  const { postsEmpty } = draft;
  return {
    kind: "choices",
    choices: { ...schedule, language: language.data, filter, skippedDays, postsEmpty },
  };
}

/** Days and time as cron, unless a cron expression is given. */
function cronOf({ cron, weekdays, time }: Draft): string {
  const written = cron.trim().replace(/\s+/g, " ");
  return written || weeklyCron({ weekdays: weekdayNumbers(weekdays), time });
}

function weekdayNumbers(weekdays: readonly string[]): number[] {
  const numbers = weekdays.filter((day) => /^[1-7]$/.test(day)).map(Number);
  return [...new Set(numbers)].toSorted();
}

function scheduleFaults(
  { cron, weekdays, time }: Draft,
  schedule: { cron: string; timeZone: string },
  { now }: Context,
): DraftFault[] {
  if (cron.trim() !== "") {
    const kind = cronFault(schedule, now);
    return kind ? [fault("cron", kind, schedule.cron)] : [];
  }
  return [
    ...(weekdayNumbers(weekdays).length > 0 ? [] : [fault("weekdays", "no-weekday")]),
    ...(isTime(time) ? [] : [fault("time", "no-time", time)]),
  ];
}

function filterFaults(text: string, timeZone: string, { vocabulary, now }: Context): DraftFault[] {
  if (text.length > MAX_FILTER_CHARS)
    return [fault("filter", "filter-too-long", String(text.length), MAX_FILTER_CHARS)];
  const today = localDay(now, timeZone);
  const { notUnderstood, period } = parseFilter({ text, today, vocabulary });
  if (notUnderstood.length > 0)
    return [fault("filter", "filter-not-understood", notUnderstood.join(", "))];
  // News are of today or later, so none can fall into a time that is over.
  const isOver = period !== null && period.to !== null && period.to <= today;
  return isOver ? [fault("filter", "filter-over", text)] : [];
}

function daysIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((day) => day !== ""))].toSorted();
}

function skippedDaysFaults(days: readonly string[]): DraftFault[] {
  if (days.length > MAX_SKIPPED_DAYS)
    return [fault("skippedDays", "too-many-days", String(days.length), MAX_SKIPPED_DAYS)];
  const wrong = days.filter((day) => !Day.safeParse(day).success);
  return wrong.length > 0 ? [fault("skippedDays", "not-days", wrong.join(", "))] : [];
}

function fault(field: DraftField, kind: DraftFault["kind"], value = "", limit = 0): DraftFault {
  return { field, kind, value: value.slice(0, MAX_VALUE_CHARS).toWellFormed(), limit };
}

/** What two filters with the same meaning have in common. */
export function filterKey({ notUnderstood: _, ...meaning }: Filter): string {
  const sorted = Object.entries(meaning).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.toSorted() : value,
  ]);
  return JSON.stringify(sorted.toSorted());
}
