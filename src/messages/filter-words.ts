/** A filter read back in words: `Uranium, lithium · France · since June 2025`. */
import type { Filter } from "../answers/filter.ts";
import type { Period } from "../answers/time/period.ts";
import { capitalised, plainName } from "../knowledge/concept-name.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { formatDate, formatWindow } from "./format.ts";

/** What a filter lets through; everything when it says nothing. */
export function filterText(filter: Filter, vocabulary: Vocabulary, language: Language): string {
  const names = (prefix: string, ids: readonly string[]) =>
    ids.map((id) => plainName(vocabulary, `${prefix}:${id}`, language)).join(", ");
  const { status, events, subscription } = stringsIn(language);
  const parts = [
    names("mineral", filter.minerals),
    names("country", filter.partners),
    names("organisation", filter.organisations),
    names("person", filter.people),
    [...new Set(filter.statuses)].map((each) => status[each]).join(", "),
    [...new Set(filter.events)].map((each) => events[each]).join(", "),
    filter.period ? periodText(filter.period, language) : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? capitalised(parts.join(" · "), language) : subscription.everything;
}

function periodText({ from, to }: Period, language: Language): string {
  const { since, until } = stringsIn(language).subscription;
  if (from !== null && to !== null) return wholeUnit(from, to, language);
  if (from !== null)
    return since({ day: formatDate(from, language), time: formatDate(beginning(from), language) });
  if (to === null) return "";
  const last = dayBefore(to);
  return until({ day: formatDate(last, language), time: formatDate(ending(last), language) });
}

/** A month or a year by its name, any other period by its days. */
function wholeUnit(from: string, to: string, language: Language): string {
  const start = beginning(from);
  return start === ending(dayBefore(to))
    ? formatDate(start, language)
    : formatWindow({ from, to }, language);
}

/** The month or year that begins on a day, or the day itself. */
function beginning(day: string): string {
  if (day.endsWith("-01-01")) return day.slice(0, 4);
  return day.endsWith("-01") ? day.slice(0, 7) : day;
}

/** The month or year that ends on a day, or the day itself. */
function ending(day: string): string {
  if (day.endsWith("-12-31")) return day.slice(0, 4);
  const { day: date, daysInMonth } = Temporal.PlainDate.from(day);
  return date === daysInMonth ? day.slice(0, 7) : day;
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
