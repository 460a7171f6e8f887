/** Articles that continue, replace or contradict each other. */
import type { Article } from "../../model.ts";

/** The articles joined to each, in both directions, by their ids. */
export function joinsOf(articles: readonly Article[]): Map<string, Set<string>> {
  const joined = new Map<string, Set<string>>(articles.map(({ id }) => [id, new Set()]));
  for (const { id, relations } of articles)
    for (const { to } of relations) {
      joined.get(id)?.add(articleOf(to));
      joined.get(articleOf(to))?.add(id);
    }
  return joined;
}

/** The id of the article of a fact's key (`article/fact`), or of an article's own id. */
export function articleOf(key: string): string {
  return key.split("/")[0] ?? key;
}
