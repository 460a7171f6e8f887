/** What became news in a window, whoever reads it: happenings, and the register as it stood then. */
import type { Events } from "../answers/events/events.ts";
import { calendar } from "../answers/time/period.ts";
import { type Article, addedDay, newestDate } from "../model.ts";
import type { DealRow } from "../register/deals.ts";
import type { EditionWindow } from "./schedule.ts";

/** Articles of one happening: those of the window, and those that were known before. */
export type Happening = { articles: Article[]; earlier: Article[] };

export type WindowNews = { happenings: Happening[]; deals: DealRow[] };

/** Further from every article of the window, none tells of the same happening. */
const NEAR_DAYS = 31;

/** Reads the base for a window. */
export function windowNews({
  articles,
  events,
  registerOf,
  window,
}: {
  articles: readonly Article[];
  events: Events;
  registerOf: (articles: readonly Article[]) => DealRow[];
  window: EditionWindow;
}): WindowNews {
  const isCurrent = window.to > (newestDate(articles) ?? "");
  // One without any date is known once the base knows nothing newer.
  const known = articles.filter((article) => {
    const day = knownDay(article);
    return day === null ? isCurrent : day < window.to;
  });
  const days = daysAround(known.filter((article) => isNews(article, window)));
  const near = known.filter((article) => addedDay(article) !== null && days.has(toldDay(article)));
  const byId = new Map(near.map((article) => [article.id, article]));
  return {
    happenings: events
      .cluster(near)
      .map((ids) => ids.flatMap((id) => byId.get(id) ?? []))
      .map((group) => ({
        articles: group.filter((article) => isNews(article, window)),
        earlier: group.filter((article) => !isNews(article, window)),
      }))
      .filter((happening) => happening.articles.length > 0),
    deals: registerOf(known),
  };
}

function isNews(article: Article, window: EditionWindow): boolean {
  const day = addedDay(article);
  return day !== null && day >= window.from && day < window.to;
}

/** The day by which an article was known for certain; null where nothing tells. */
export function knownDay(article: Article): string | null {
  const day = addedDay(article);
  if (day !== null || article.published === null) return day;
  const end = calendar(article.published)?.to;
  return end ? Temporal.PlainDate.from(end).subtract({ days: 1 }).toString() : null;
}

/** The days on which the happenings of these articles may have been told. */
function daysAround(articles: readonly Article[]): Set<number> {
  const around = Array.from({ length: 2 * NEAR_DAYS + 1 }, (_, at) => at - NEAR_DAYS);
  const days = new Set(articles.map(toldDay));
  return new Set([...days].flatMap((day) => around.map((by) => day + by)));
}

const DAY_MS = 86_400_000;

/** Counted from 1970. */
function toldDay(article: Article): number {
  const { published } = article;
  const day = published?.length === "YYYY-MM-DD".length ? published : addedDay(article);
  return Date.parse(day ?? "") / DAY_MS;
}
