/** The facts of an article as they stand today: what replaced one comes before it. */
import { createDisagreements, type Standing } from "../answers/facts/disagreements.ts";
import { type Article, factKey, type Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { formatDate } from "./format.ts";
import { sourceText } from "./news-lines.ts";
import { shownText } from "./own-words.ts";
import { standingSpans } from "./standing-words.ts";
import { bold, item, link, type Paragraph, type Span } from "./text.ts";

/** For each fact the paragraphs that belong together. */
export type ArticleFacts = (article: Article, language: Language) => Paragraph[][];

export function createArticleFacts(articles: readonly Article[]): ArticleFacts {
  const { inContext } = createDisagreements(articles);
  const facts = new Map(
    articles.flatMap((article) =>
      article.facts.map((fact) => [factKey({ article, fact }), { article, fact }] as const),
    ),
  );

  return (article, language) =>
    article.facts.map((fact) => {
      const context = inContext(factKey({ article, fact }));
      const own = context.find(({ key }) => facts.get(key)?.fact === fact)?.standing ?? "stands";
      return context.flatMap(({ key, standing }) => {
        const told = facts.get(key);
        if (!told) return [];
        const isOwn = told.fact === fact;
        const { on } = told.fact;
        return item(
          ...(isOwn ? ownWords(own, language) : otherWords(standing, { own, language })),
          ...(on ? [bold(`${formatDate(on, language)}${stringsIn(language).colon}`)] : []),
          shownText(told.fact[language], told.article, language),
          ...(told.article === article
            ? []
            : [" · ", link(sourceText(told.article, language), told.article.url)]),
        );
      });
    });
}

/** What the article itself says differs from nobody. */
export function ownWords(standing: Standing, language: Language): Span[] {
  return standing === "differs" ? [] : standingSpans(standing, language);
}

/** How another statement stands to what the article says. */
export function otherWords(
  standing: Standing,
  { own, language }: { own: Standing; language: Language },
): Span[] {
  if (standing !== "stands") return standingSpans(standing, language);
  if (own !== "replaced") return standingSpans("differs", language);
  return [{ text: stringsIn(language).reading.now, italic: true }, { text: " " }];
}
