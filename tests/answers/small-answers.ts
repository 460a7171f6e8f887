import { createAnswers } from "../../src/answers/create-answers.ts";
import type { Thread } from "../../src/answers/follow-ups/follow-up.ts";
import { type Article, factKey } from "../../src/model.ts";
import { article, fact, translated } from "../builders.ts";
import { TODAY, vocabulary } from "./base.ts";

/** One article with one sentence, which is its headline too. */
export function report(
  id: string,
  text: string,
  { on, ...fields }: Partial<Article> & { on?: string } = {},
): Article {
  const told = fact({ ...translated(text), ...(on && { on }) });
  return article({ id, headline: translated(text), minerals: [], facts: [told], ...fields });
}

/** Asks a base of these articles alone, with the shipped vocabulary. */
export async function answersOf(articles: readonly Article[]) {
  const { ask } = await createAnswers(articles, vocabulary);
  const answerTo = (text: string, previous?: Thread) =>
    ask({ text, today: TODAY, ...(previous && { previous }) });
  return {
    answerTo,
    /** The articles that are cited, in their order. */
    citedArticles: (text: string) => answerTo(text).citations.map((each) => each.article.id),
    citedFacts: (text: string) => answerTo(text).citations.map(factKey),
  };
}
