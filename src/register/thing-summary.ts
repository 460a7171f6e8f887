/** What the base holds on one thing: how much, how new, with whom and with what. */
import type { FactOutline } from "../answers/facts/fact-outline.ts";
import { type Filter, matchesFilter, NO_FILTER } from "../answers/filter.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Article, Translated } from "../model.ts";
import type { DealRow } from "./deals.ts";
import { newestFirst, newsDay } from "./happenings.ts";
import { selectDeals } from "./select-deals.ts";

export type ThingSummary = {
  key: string;
  articles: number;
  newest: Article | null;
  deals: readonly DealRow[];
  /** What its articles are about besides it: keys with how many articles, most first. */
  beside: Record<(typeof KINDS)[number], readonly { key: string; count: number }[]>;
  /** Of a person: as what the newest article names them. */
  role: Translated | null;
};

type Base = {
  articles: readonly Article[];
  facts: () => Iterable<FactOutline>;
  deals: readonly DealRow[];
  vocabulary: Vocabulary;
  /** `YYYY-MM-DD`; articles of later days have not come out yet. */
  today: string;
};

const KINDS = ["country", "mineral", "organisation"] as const;
const MOST = 3;
/** It stands for any other, and is no company of a thing. */
const UMBRELLA = "mineral:critical-minerals";

/** What a filter names things by; a place is none of these. */
const LISTS: Record<string, "minerals" | "partners" | "organisations" | "people"> = {
  mineral: "minerals",
  country: "partners",
  organisation: "organisations",
  person: "people",
};

/** The filter for one thing; null for one that filters do not know. */
export function filterOfThing(key: string): Filter | null {
  const [kind = "", id = ""] = key.split(":");
  const list = LISTS[kind];
  return list ? { ...NO_FILTER, [list]: [id] } : null;
}

export function thingSummary(key: string, base: Base): ThingSummary {
  const { vocabulary, today } = base;
  const filter = filterOfThing(key);
  const naming = filter ? null : articlesNaming(key, base);
  const articles = base.articles
    .filter(
      (article) =>
        newsDay(article) <= today &&
        (filter ? matchesFilter(article, filter, vocabulary) : naming?.has(article)),
    )
    .toSorted(newestFirst);
  const id = key.replace(/^person:/, "");
  const named = articles.flatMap(({ people }) => people.filter((person) => person.id === id));
  return {
    key,
    articles: articles.length,
    newest: articles[0] ?? null,
    deals: filter ? selectDeals(base.deals, filter, vocabulary) : [],
    beside: besideIn(articles, key),
    role: key.startsWith("person:") ? (named[0]?.role ?? null) : null,
  };
}

/** Places stand in facts and headlines alone. */
function articlesNaming(key: string, { facts }: Base): Set<Article> {
  return new Set(
    [...facts()]
      .filter(({ concepts, subject }) => concepts.has(key) || subject.has(key))
      .map(({ article }) => article),
  );
}

function besideIn(articles: readonly Article[], key: string): ThingSummary["beside"] {
  const count = (kind: string, idsOf: (article: Article) => readonly string[]) => {
    const keys = articles.flatMap((each) => [...new Set(idsOf(each))].map((id) => `${kind}:${id}`));
    return [...Map.groupBy(keys, (each) => each)]
      .filter(([each]) => each !== key && each !== UMBRELLA)
      .map(([each, same]) => ({ key: each, count: same.length }))
      .toSorted((left, right) => right.count - left.count || (left.key < right.key ? -1 : 1))
      .slice(0, MOST);
  };
  return {
    country: count("country", ({ countries }) => countries),
    mineral: count("mineral", ({ minerals }) => minerals),
    organisation: count("organisation", ({ organisations }) => organisations),
  };
}
