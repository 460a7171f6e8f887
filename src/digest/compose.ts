/** The edition of a window: what happened in it, for one reader, counted, grouped and put in order. */
import { createEvents } from "../answers/events/events.ts";
import { type Filter, matchesFilter } from "../answers/filter.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { type Article, type Language, newestDate } from "../model.ts";
import { createRegisters } from "../register/deals.ts";
import { selectDeals } from "../register/select-deals.ts";
import type { Edition, EditionItem } from "./edition.ts";
import { changedDeals, openDeals } from "./edition-deals.ts";
import { createItems, type ItemReading } from "./edition-items.ts";
import type { EditionWindow } from "./schedule.ts";
import { type Happening, type WindowNews, windowNews } from "./window-news.ts";

/** What a reader wants; `told` are articles told before, with the address of that edition if known. */
type EditionWish = {
  window: EditionWindow;
  language: Language;
  filter: Filter | null;
  told?: ReadonlyMap<string, string | null>;
};

export type ComposeEdition = (wish: EditionWish) => Edition;

/** A thread longer than this is not read; the rest is counted. */
const MAX_ITEMS = 60;
const MAX_HEADLINES = 5;
/** A thousand channels ask for the same window at once; a day has few windows. */
const MAX_WINDOWS_KEPT = 8;
const NOTHING_TOLD: ReadonlyMap<string, string | null> = new Map();

/** Composes editions from a base that does not change. */
export function createCompose(
  articles: readonly Article[],
  vocabulary: Vocabulary,
): ComposeEdition {
  const newsOf = keepingNews(articles, vocabulary);
  const items = createItems(articles, vocabulary);
  const newest = newestDate(articles);

  return ({ window, language, filter, told = NOTHING_TOLD }) => {
    const news = newsOf(window);
    const happenings = news.happenings.map((each) => forReader(each, { filter, told, vocabulary }));
    const fresh = happenings.filter((each) => each.articles.length > 0);
    const reading = { window, language };
    const rows = filter ? selectDeals(news.deals, filter, vocabulary) : news.deals;
    const freshArticles = new Set(fresh.flatMap((each) => each.articles));
    const deals = changedDeals(rows, freshArticles, reading);
    const itemReading: ItemReading = { window, language, filter, told, deals };
    const all = fresh.map((happening) => items.itemOf(happening, itemReading)).toSorted(byWeight);
    const kept = all.slice(0, MAX_ITEMS);
    const updates = all.filter(({ updateOf }) => updateOf !== null).length;
    return {
      ...window,
      language,
      newItems: all.length - updates,
      updates,
      headlines: kept.slice(0, MAX_HEADLINES),
      sections: sectionsOf(kept, (item) => items.groupOf(item, itemReading)),
      deals,
      register: rows,
      stillOpen: openDeals(rows, deals, { ...reading, told: new Set(told.keys()) }),
      leftOut: all.length - kept.length,
      toldBefore: happenings.reduce((sum, each) => sum + each.toldBefore, 0),
      notUnderstood: filter?.notUnderstood ?? [],
      newest,
    };
  };
}

function keepingNews(
  articles: readonly Article[],
  vocabulary: Vocabulary,
): (window: EditionWindow) => WindowNews {
  const events = createEvents(articles, vocabulary);
  const registerOf = createRegisters(vocabulary);
  const kept = new Map<string, WindowNews>();
  return (window) => {
    const key = `${window.from} ${window.to}`;
    const news = kept.get(key) ?? windowNews({ articles, events, registerOf, window });
    // The one asked for last stays longest.
    kept.delete(key);
    kept.set(key, news);
    const [oldest] = kept.keys();
    if (kept.size > MAX_WINDOWS_KEPT && oldest !== undefined) kept.delete(oldest);
    return news;
  };
}

/** What of a happening is for this reader, and new to the channel. */
function forReader(
  { articles, earlier }: Happening,
  {
    filter,
    told,
    vocabulary,
  }: Pick<EditionWish, "filter"> & {
    told: ReadonlyMap<string, unknown>;
    vocabulary: Vocabulary;
  },
): Happening & { toldBefore: number } {
  const wanted = articles.filter(
    (article) => !filter || matchesFilter(article, filter, vocabulary),
  );
  const old = wanted.filter(({ id }) => told.has(id));
  return {
    articles: wanted.filter(({ id }) => !told.has(id)),
    earlier: [...earlier, ...old],
    toldBefore: old.length,
  };
}

/** Deals first, then figures that changed, then what most tell of, then the newest. */
function byWeight(left: EditionItem, right: EditionItem): number {
  const weight = ({ deal, replaced }: EditionItem) =>
    2 * Number(deal !== null) + Number(replaced.length > 0);
  return (
    weight(right) - weight(left) ||
    right.sources.length - left.sources.length ||
    newsDay(right).localeCompare(newsDay(left)) ||
    left.article.localeCompare(right.article)
  );
}

function newsDay({ added, published }: EditionItem): string {
  return added ?? published ?? "";
}

function sectionsOf(
  items: readonly EditionItem[],
  groupOf: (item: EditionItem) => string | null,
): Edition["sections"] {
  return [...Map.groupBy(items, groupOf)]
    .map(([title, group]) => ({ title, items: group }))
    .toSorted((left, right) => Number(left.title === null) - Number(right.title === null));
}
