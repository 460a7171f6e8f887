/** Which deals of the register a filter selects. */
import { type Filter, meetsNames } from "../answers/filter.ts";
import { calendar, overlaps } from "../answers/time/period.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { HOME } from "./deal-entry.ts";
import type { DealRow } from "./deals.ts";

/** The rows that meet the filter, in their order. */
export function selectDeals(
  rows: readonly DealRow[],
  filter: Filter,
  vocabulary: Vocabulary,
): DealRow[] {
  const partners = filter.partners.filter((partner) => partner !== HOME);
  return rows.filter(
    (row) =>
      meetsNames(namesOf(row), { ...filter, partners }, vocabulary) &&
      (filter.statuses.length === 0 || filter.statuses.includes(row.status)) &&
      (filter.events.length === 0 || isOfEvent(row, filter)) &&
      isWithin(row, filter),
  );
}

/** A deal whose minerals no fact says is on the mineral of its articles where they have but one. */
function namesOf({ minerals, partners, organisations, told }: DealRow) {
  const articles = told.map(({ article }) => article);
  const ofArticles = new Set(articles.flatMap((article) => article.minerals));
  return {
    minerals: minerals.length === 0 && ofArticles.size === 1 ? [...ofArticles] : minerals,
    partners,
    organisations: [...partners, ...organisations],
    people: articles.flatMap((article) => article.people.map(({ id }) => id)),
  };
}

/**
 * "Memorandums" are the deals that are one, whatever else their articles tell of; "agreements" are
 * all of them.
 */
function isOfEvent({ instrument, told }: DealRow, { events }: Filter): boolean {
  if (events.includes("agreement")) return true;
  if (instrument !== null && events.some((event) => event === instrument)) return true;
  return instrument === null && told.some(({ article }) => events.includes(article.event_type));
}

function isWithin({ date }: DealRow, { period }: Filter): boolean {
  if (period === null) return true;
  const days = date === null ? null : calendar(date);
  return days !== null && overlaps(days, period);
}
