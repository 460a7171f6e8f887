/** One happening as an item of an edition: the article that tells it best, and all that tell of it. */

import type { Filter } from "../answers/filter.ts";
import { analyze } from "../answers/search/analyzer.ts";
import { acceptedConcepts } from "../knowledge/accepted-concepts.ts";
import { conceptName } from "../knowledge/concept-name.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { type Article, addedDay, type Language } from "../model.ts";
import { createEarlierStories } from "./earlier-stories.ts";
import type { EditionDeal, EditionItem } from "./edition.ts";
import { sourceOf } from "./edition-source.ts";
import { createReplacedFacts } from "./replaced-facts.ts";
import type { EditionWindow } from "./schedule.ts";
import { createTellingFacts } from "./telling-facts.ts";
import type { Happening } from "./window-news.ts";

export type ItemReading = {
  window: EditionWindow;
  language: Language;
  filter: Filter | null;
  told: ReadonlyMap<string, string | null>;
  /** The deals of this edition. */
  deals: readonly EditionDeal[];
};

export type EditionItems = {
  itemOf: (happening: Happening, reading: ItemReading) => EditionItem;
  /** The heading under which an item stands; null for the last group. */
  groupOf: (item: EditionItem, reading: ItemReading) => string | null;
};

export function createItems(articles: readonly Article[], vocabulary: Vocabulary): EditionItems {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const telling = createTellingFacts(vocabulary);
  const earlierOf = createEarlierStories(byId);
  const replacedIn = createReplacedFacts(byId);
  const name = (key: string, language: Language) => conceptName(vocabulary, key, language);

  function itemOf(happening: Happening, reading: ItemReading): EditionItem {
    const { language, window, told } = reading;
    const own = happening.articles.toSorted(bestFirst(reading));
    const [article] = own;
    if (!article) throw new RangeError("A happening without an article");
    const deal = dealOf(own, article.headline[language], reading);
    const earlier = earlierOf({ article, earlier: happening.earlier }, { window, told });
    return {
      ...sourceOf(article),
      subject: subjectOf(article, reading),
      text: article.headline[language],
      detail: telling.detail(article)?.[language] ?? null,
      deal,
      why: whyOf(article, deal, reading),
      updateOf: earlier?.article ?? null,
      earlier,
      replaced: own.flatMap((each) => replacedIn(each, language)),
      added: indexedLater(article),
      sources: own.map(sourceOf),
    };
  }

  /** What the filter asks for, where it asks for something; else whom it is with, or what it is on. */
  function subjectOf(article: Article, reading: ItemReading): string | null {
    const asked = askedOf(article, reading.filter);
    const [mineral] = article.minerals;
    const [partner] = article.countries;
    const subject = partner ? `country:${partner}` : mineral ? `mineral:${mineral}` : null;
    const keys = asked.length > 0 ? asked : subject ? [subject] : [];
    return keys.length > 0 ? keys.map((key) => name(key, reading.language)).join(" · ") : null;
  }

  /** Of each list of the filter the first thing that the article has. */
  function askedOf(article: Article, filter: Filter | null): string[] {
    if (!filter) return [];
    const first = (kind: string, has: readonly string[], asked: readonly string[]) => {
      const accepted = accepting(kind, asked);
      return has
        .map((id) => `${kind}:${id}`)
        .filter((key) => accepted.has(key))
        .slice(0, 1);
    };
    return [
      ...first("mineral", article.minerals, filter.minerals),
      ...first("country", article.countries, filter.partners),
      ...first("organisation", article.organisations, filter.organisations),
      ...first(
        "person",
        article.people.map(({ id }) => id),
        filter.people,
      ),
    ];
  }

  function accepting(kind: string, ids: readonly string[]): Set<string> {
    return new Set(ids.flatMap((id) => acceptedConcepts(`${kind}:${id}`, vocabulary)));
  }

  /** What its deal is worth; what it says of what the filter asks for; or a figure. */
  function whyOf(
    article: Article,
    deal: EditionDeal | null,
    { filter, language }: ItemReading,
  ): EditionItem["why"] {
    if (deal && (deal.amount !== null || deal.was !== null)) return { kind: "deal", deal };
    const unnamed = telling.notInHeadline(article, askedOf(article, filter));
    const fact = unnamed.size > 0 ? telling.naming(article, unnamed) : telling.figure(article);
    return fact ? { kind: "fact", text: fact[language] } : null;
  }

  /** By the mineral that the filter asks for, else the first one, else the partner. */
  function groupOf({ article: id }: EditionItem, { filter, language }: ItemReading): string | null {
    const article = byId.get(id);
    if (!article) return null;
    const asked = accepting("mineral", filter?.minerals ?? []);
    const minerals = article.minerals.map((mineral) => `mineral:${mineral}`);
    const partners = article.countries.map((country) => `country:${country}`);
    const [key] = [...minerals.filter((mineral) => asked.has(mineral)), ...minerals, ...partners];
    return key === undefined ? null : name(key, language);
  }

  return { itemOf, groupOf };
}

/** The dated deal that most of these articles tell; of several, the one that the headline is about. */
function dealOf(
  own: readonly Article[],
  headline: string,
  { deals, language }: ItemReading,
): EditionDeal | null {
  const words = new Set(analyze(headline, language));
  const shared = ({ name }: EditionDeal) =>
    new Set(analyze(name, language)).intersection(words).size;
  const ids = new Set(own.map(({ id }) => id));
  const tellers = ({ sources }: EditionDeal) =>
    sources.filter(({ article }) => ids.has(article)).length;
  const [most] = deals
    .filter((deal) => deal.date !== null && tellers(deal) > 0)
    .toSorted((left, right) => tellers(right) - tellers(left) || shared(right) - shared(left));
  return most ?? null;
}

/** With most of the deals, from the whole text, without a mistake, in the reader's language. */
function bestFirst({ deals, language }: ItemReading): (left: Article, right: Article) => number {
  const rank = (article: Article) =>
    8 *
      deals.filter(({ sources }) => sources.some((source) => source.article === article.id))
        .length +
    4 * Number(article.evidence_confidence === "high") +
    2 * Number(!article.facts.some(({ mistake }) => mistake)) +
    Number(article.language === language);
  return (left, right) =>
    rank(right) - rank(left) ||
    (addedDay(left) ?? "").localeCompare(addedDay(right) ?? "") ||
    left.id.localeCompare(right.id);
}

/** The day on which it was indexed, where it had been published before. */
function indexedLater({ added, published }: Article): string | null {
  return added !== undefined && published !== null && !added.startsWith(published) ? added : null;
}
