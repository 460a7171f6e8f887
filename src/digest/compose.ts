/** The edition of a window: which articles became news in it, counted, grouped and put in order. */

import { type Filter, matchesFilter } from "../answers/filter.ts";
import { calendar, overlaps } from "../answers/period.ts";
import { conceptName } from "../knowledge/concept-name.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { type Article, addedDay, type Deal, type Language, newestDate } from "../model.ts";
import type { EditionWindow } from "./schedule.ts";

export type EditionItem = {
  article: string;
  /** What the item is about, in the reader's language: a partner or a mineral. */
  subject: string | null;
  /** Our headline. */
  text: string;
  /** The article's first fact. */
  detail: string;
  /** The earlier article that this one follows, when that was news before the window. */
  updateOf: string | null;
  url: string;
  publisher: string;
  published: string | null;
  dateBasis: Article["date_basis"];
};

export type EditionDeal = {
  article: string;
  name: string;
  status: Deal["status"];
  date: string | null;
  amount: number | null;
  currency: string | null;
};

export type EditionSection = { title: string | null; items: EditionItem[] };

export type Edition = EditionWindow & {
  language: Language;
  /** Articles that open a story, and those that carry one on. */
  newArticles: number;
  updates: number;
  /** The best few, for the first message. */
  headlines: EditionItem[];
  /** Every item once, grouped. */
  sections: EditionSection[];
  deals: EditionDeal[];
  /** Articles that did not fit. */
  leftOut: number;
  /** Words of the filter that mean nothing to it, as they were written. */
  notUnderstood: readonly string[];
  /** Publication date of the newest article of the base, in and outside the window. */
  newest: string | null;
};

const MAX_HEADLINES = 5;
/** A thread longer than this is not read; the rest is counted. */
const MAX_ITEMS = 60;

/** Composes the edition of a window from the whole base. */
export function composeEdition({
  articles,
  vocabulary,
  window,
  language,
  filter,
}: {
  articles: readonly Article[];
  vocabulary: Vocabulary;
  window: EditionWindow;
  language: Language;
  filter: Filter | null;
}): Edition {
  const all = articles
    .filter(
      (article) =>
        isNews(article, window) && (!filter || matchesFilter(article, filter, vocabulary)),
    )
    .toSorted(byWeight);
  const kept = all.slice(0, MAX_ITEMS);
  const addedById = new Map(articles.map((article) => [article.id, addedDay(article)]));
  const itemOf = (article: Article) =>
    toItem({
      article,
      language,
      vocabulary,
      updateOf: earlierStory({ article, window, addedById }),
    });
  const updates = all.filter((article) => earlierStory({ article, window, addedById })).length;
  return {
    ...window,
    language,
    newArticles: all.length - updates,
    updates,
    headlines: kept.slice(0, MAX_HEADLINES).map(itemOf),
    sections: groupBySubject(kept, (article) => subjectOf(article, vocabulary, language), itemOf),
    deals: all.flatMap((article) => newDeals({ article, window, language })),
    leftOut: all.length - kept.length,
    notUnderstood: filter?.notUnderstood ?? [],
    newest: newestDate(articles),
  };
}

function isNews(article: Article, window: EditionWindow): boolean {
  const day = addedDay(article);
  return day !== null && day >= window.from && day < window.to;
}

/** Deals first, then the newest. */
function byWeight(left: Article, right: Article): number {
  return (
    right.deals.length - left.deals.length ||
    (addedDay(right) ?? "").localeCompare(addedDay(left) ?? "") ||
    left.id.localeCompare(right.id)
  );
}

function earlierStory({
  article,
  window,
  addedById,
}: {
  article: Article;
  window: EditionWindow;
  addedById: ReadonlyMap<string, string | null>;
}): string | null {
  const stories = article.relations.map((relation) => relation.to.split("/")[0] ?? "");
  return (
    stories.find((id) => {
      const day = addedById.get(id);
      return typeof day === "string" && day < window.from;
    }) ?? null
  );
}

function toItem({
  article,
  language,
  vocabulary,
  updateOf,
}: {
  article: Article;
  language: Language;
  vocabulary: Vocabulary;
  updateOf: string | null;
}): EditionItem {
  return {
    article: article.id,
    subject: partnerOf(article, vocabulary, language) ?? subjectOf(article, vocabulary, language),
    text: article.headline[language],
    detail: article.facts[0]?.[language] ?? "",
    updateOf,
    url: article.url,
    publisher: article.publisher,
    published: article.published,
    dateBasis: article.date_basis,
  };
}

/** The heading of an article's group: its first mineral, else its first partner. */
function subjectOf(article: Article, vocabulary: Vocabulary, language: Language): string | null {
  const [mineral] = article.minerals;
  return mineral
    ? conceptName(vocabulary, `mineral:${mineral}`, language)
    : partnerOf(article, vocabulary, language);
}

function partnerOf(article: Article, vocabulary: Vocabulary, language: Language): string | null {
  const [country] = article.countries;
  return country ? conceptName(vocabulary, `country:${country}`, language) : null;
}

function groupBySubject(
  articles: readonly Article[],
  subject: (article: Article) => string | null,
  itemOf: (article: Article) => EditionItem,
): EditionSection[] {
  return [...Map.groupBy(articles, subject)]
    .map(([title, group]) => ({ title, items: group.map(itemOf) }))
    .toSorted((left, right) => Number(left.title === null) - Number(right.title === null));
}

/** A deal is news when it was made in the window, or when its source gives no date. */
function newDeals({
  article,
  window,
  language,
}: {
  article: Article;
  window: EditionWindow;
  language: Language;
}): EditionDeal[] {
  return article.deals
    .filter((deal) => {
      const days = deal.date === null ? null : calendar(deal.date);
      return days === null || overlaps(days, window);
    })
    .map(({ name, status, date, amount, currency }) => ({
      article: article.id,
      name: name[language],
      status,
      date,
      amount,
      currency,
    }));
}
