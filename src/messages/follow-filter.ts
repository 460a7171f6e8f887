/** What somebody follows, as a filter: in one form however it is written, and never everything. */
import type { Filter } from "../answers/filter.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";

/** The same for filters that let the same through. */
export function filterKey({ period, notUnderstood: _, ...lists }: Filter): string {
  const sorted = Object.entries(lists)
    .filter(([, ids]) => ids.length > 0)
    .map(([name, ids]) => [name, [...new Set(ids)].toSorted()] as const)
    .toSorted(([left], [right]) => left.localeCompare(right));
  return JSON.stringify([...sorted, ...(period ? [["period", period.from, period.to]] : [])]);
}

/** Whether a filter was given any word that it understands. */
export function isUnderstood({ period, notUnderstood: _, ...lists }: Filter): boolean {
  return period !== null || Object.values(lists).some((ids) => ids.length > 0);
}

/** Whether nothing narrows a filter but a time, and what all news is about. */
export function isEverything(
  { minerals, period: _, notUnderstood: __, ...lists }: Filter,
  vocabulary: Vocabulary,
): boolean {
  return (
    minerals.every((id) => vocabulary.concepts.get(`mineral:${id}`)?.umbrella === true) &&
    Object.values(lists).every((ids) => ids.length === 0)
  );
}

/** Whether no news can come, since the time of the filter is over. */
export function isOver({ period }: Filter, today: string): boolean {
  return period?.to != null && period.to <= today;
}
