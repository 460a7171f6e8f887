/** The facts of an article as they stand today: what replaced one comes before it. */
import { createDisagreements } from "../answers/disagreements.ts";
import { type Article, factKey, type Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { formatDate } from "./format.ts";
import { sourceText } from "./news-lines.ts";
import { shownText } from "./own-words.ts";
import { standingSpans } from "./standing-words.ts";
import { bold, item, link, type Paragraph } from "./text.ts";

/** For each fact the paragraphs that belong together. */
export type ArticleFacts = (article: Article, language: Language) => Paragraph[][];

export function createArticleFacts(articles: readonly Article[]): ArticleFacts {
  const { inContext } = createDisagreements(articles);
  const facts = new Map(
    articles.flatMap((article) =>
      article.facts.map((fact) => [factKey({ article, fact }), { article, fact }] as const),
    ),
  );

  return (article, language) => {
    const { another } = stringsIn(language).reading.article;
    return article.facts.map((fact) =>
      inContext(factKey({ article, fact })).flatMap(({ key, standing }) => {
        const told = facts.get(key);
        if (!told) return [];
        const isOwn = told.article === article;
        const { on } = told.fact;
        const isBesideOwn = !isOwn && standing === "stands";
        return item(
          ...(isBesideOwn ? [{ text: `${another} `, italic: true }] : []),
          ...standingSpans(standing, language),
          ...(on ? [bold(`${formatDate(on, language)}: `)] : []),
          shownText(told.fact[language], told.article, language),
          ...(isOwn ? [] : [" · ", link(sourceText(told.article, language), told.article.url)]),
        );
      }),
    );
  };
}
