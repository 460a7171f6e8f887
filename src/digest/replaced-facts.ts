/** Facts of an article that replace others: both statements, each with its source. */
import type { Article, Language } from "../model.ts";
import type { EditionItem, EditionStatement } from "./edition.ts";
import { sourceOf } from "./edition-source.ts";

/** One that replaces several, each the same figure of another outlet, shows the first. */
export function createReplacedFacts(
  byId: ReadonlyMap<string, Article>,
): (article: Article, language: Language) => EditionItem["replaced"] {
  const statement = (
    article: Article | undefined,
    factId: string | undefined,
    language: Language,
  ): EditionStatement | null => {
    const fact = article?.facts.find(({ id }) => id === factId);
    return article && fact ? { ...sourceOf(article), text: fact[language] } : null;
  };
  return (article, language) => {
    const replacing = article.relations.flatMap((relation) =>
      relation.type === "supersedes" ? relation : [],
    );
    const [...first] = Map.groupBy(replacing, ({ fact }) => fact).values();
    return first.flatMap(([relation]) => {
      const [id, fact] = relation?.to.split("/") ?? [];
      const was = statement(byId.get(id ?? ""), fact, language);
      const now = statement(article, relation?.fact, language);
      return was && now ? [{ was, now }] : [];
    });
  };
}
