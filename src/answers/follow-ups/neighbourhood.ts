/** The articles just quoted and those joined to them: what a follow-up most likely asks about. */
import { type Article, factKey, firstDay } from "../../model.ts";
import type { FactBase } from "../facts/fact-base.ts";
import type { FactProfile } from "../facts/fact-profile.ts";
import { articleOf, joinsOf } from "../facts/joined-articles.ts";

/** How a fact stands to those just quoted. */
export type Place = {
  /** `main`: of the article quoted first; `quoted`: of another one; `joined` to one of these. */
  article: "main" | "quoted" | "joined" | "elsewhere";
  isShown: boolean;
  /** Whether it follows the fact quoted first in its article. */
  isNext: boolean;
};

export type Neighbourhood = {
  /** The facts of the articles quoted, and of those joined to them. */
  around: (quoted: readonly string[]) => FactProfile[];
  placeOf: (profile: FactProfile, quoted: readonly string[]) => Place;
  /** The facts there that were published later than what was quoted, or continue it. */
  newer: (quoted: readonly string[]) => FactProfile[];
  /** The keys of what else the articles quoted tell, reading on from there. */
  rest: (quoted: readonly string[]) => string[];
};

/** Indexes how articles are joined. */
export function createNeighbourhood({ articles, profiles }: FactBase): Neighbourhood {
  const published = new Map(articles.map((article) => [article.id, article.published]));
  const joined = joinsOf(articles);
  const replacing = replacingOf(articles);

  const factsOf = (ids: Iterable<string>) => [...ids].flatMap(profiles.ofArticle);

  function around(quoted: readonly string[]): FactProfile[] {
    const near = articlesQuoted(quoted);
    return factsOf(near.union(joinedTo(near)));
  }

  function placeOf(profile: FactProfile, quoted: readonly string[]): Place {
    const [main = ""] = quoted;
    const key = factKey(profile);
    return {
      article: articlePlace(profile.article.id, quoted),
      isShown: quoted.includes(key),
      isNext: nextOf(main) === key,
    };
  }

  function articlePlace(id: string, quoted: readonly string[]): Place["article"] {
    const [main = ""] = quoted;
    if (articleOf(main) === id) return "main";
    const near = articlesQuoted(quoted);
    if (near.has(id)) return "quoted";
    return joinedTo(near).has(id) ? "joined" : "elsewhere";
  }

  function newer(quoted: readonly string[]): FactProfile[] {
    const near = articlesQuoted(quoted);
    const since = [...near].map(publishedOf).toSorted().at(-1) ?? "";
    const later = [...joinedTo(near)].filter((id) => publishedOf(id) > since);
    return factsOf(new Set([...later, ...continuing(near)]));
  }

  /** The articles that say of themselves that they follow or replace these. */
  function continuing(near: ReadonlySet<string>): string[] {
    return articles
      .filter(
        ({ id, relations }) =>
          !near.has(id) &&
          relations.some(({ type, to }) => type !== "contradicts" && near.has(articleOf(to))),
      )
      .map(({ id }) => id);
  }

  function rest(quoted: readonly string[]): string[] {
    return [...articlesQuoted(quoted)].flatMap((id) => {
      const keys = profiles.ofArticle(id).map(factKey);
      const from = Math.max(...quoted.map((key) => keys.indexOf(key)));
      return [...keys.slice(from + 1), ...keys.slice(0, from)].filter(
        (key) => !quoted.includes(key),
      );
    });
  }

  /** An article of which only what another quoted fact replaces was quoted is joined to that one. */
  function articlesQuoted(quoted: readonly string[]): Set<string> {
    const all = new Set(quoted);
    return articlesOf(quoted.filter((key) => all.isDisjointFrom(replacing.get(key) ?? new Set())));
  }

  function joinedTo(near: ReadonlySet<string>): Set<string> {
    return new Set([...near].flatMap((id) => [...(joined.get(id) ?? [])])).difference(near);
  }

  function publishedOf(id: string): string {
    const date = published.get(id);
    return date ? firstDay(date) : "";
  }

  function nextOf(key: string): string | null {
    const profile = profiles.get(key);
    if (!profile) return null;
    const { facts } = profile.article;
    const next = facts[facts.indexOf(profile.fact) + 1];
    return next ? factKey({ article: profile.article, fact: next }) : null;
  }

  return { around, placeOf, newer, rest };
}

function articlesOf(keys: readonly string[]): Set<string> {
  return new Set(keys.map(articleOf));
}

/** The facts that replace each, by their keys. */
function replacingOf(articles: readonly Article[]): Map<string, Set<string>> {
  const replacing = new Map<string, Set<string>>();
  for (const { id, relations } of articles)
    for (const relation of relations) {
      if (relation.type !== "supersedes") continue;
      const own = `${id}/${relation.fact}`;
      replacing.set(relation.to, (replacing.get(relation.to) ?? new Set()).add(own));
    }
  return replacing;
}
