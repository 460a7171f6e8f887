/** Articles that continue, replace or contradict each other. */
import type { Article } from "../../model.ts";

/**
 * The articles joined to each, by their ids: in both directions, but no newer article to one of
 * which it replaces a fact, for the rest of that may tell of something else.
 */
export function joinsOf(articles: readonly Article[]): Map<string, Set<string>> {
  const joined = new Map<string, Set<string>>(articles.map(({ id }) => [id, new Set()]));
  for (const { id, relations } of articles)
    for (const { type, to } of relations) {
      if (type !== "supersedes") joined.get(id)?.add(articleOf(to));
      joined.get(articleOf(to))?.add(id);
    }
  return joined;
}

/** The id of the article of a fact's key (`article/fact`), or of an article's own id. */
export function articleOf(key: string): string {
  return key.split("/")[0] ?? key;
}
