/** `/kzminerals article …`: by id, by address, or by the number it had in the last list. */
import { articleOf } from "../answers/facts/joined-articles.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Article, Language } from "../model.ts";
import { createFindArticle } from "../register/find-article.ts";
import { newestFirst } from "../register/happenings.ts";
import { stringsIn } from "../strings/strings.ts";
import { createArticleFacts } from "./article-facts.ts";
import { type ArticleWhole, articleMessage } from "./article-message.ts";
import type { Command } from "./commands.ts";
import { madeOf } from "./made-of.ts";
import { sourceText } from "./news-lines.ts";
import { headlineText } from "./own-words.ts";
import { openButtons } from "./pages.ts";
import { body, bold, link, type Message } from "./text.ts";

const NUMBER = /^\d{1,3}$/;

export function createArticle({
  articles,
  vocabulary,
}: {
  articles: () => readonly Article[];
  vocabulary: Vocabulary;
}): Command {
  const made = madeOf(articles, (held) => ({
    find: createFindArticle(held),
    factsOf: createArticleFacts(held),
    wholeOf: createWhole(held),
  }));

  return async ({ text, page, reader: { language }, items }) => {
    const { article: strings } = stringsIn(language).reading;
    const say = (sentence: string): Message => ({ language, paragraphs: [body(sentence)] });
    if (text === "") return say(strings.usage);
    const { find, factsOf, wholeOf } = made();
    const listed = await items();
    const isNumber = NUMBER.test(text);
    const name = isNumber ? articleOf(listed[Number(text) - 1] ?? "") : text;
    const { article, nearest } = find(name);
    if (article) {
      const reading = { page, language, vocabulary, factsOf, items: listed };
      return articleMessage(wholeOf(article), reading);
    }
    return isNumber
      ? say(strings.noNumber({ number: Number(text), count: listed.length }))
      : unknownMessage(text, nearest, language);
  };
}

function createWhole(articles: readonly Article[]): (article: Article) => ArticleWhole {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const followers = Map.groupBy(
    articles.flatMap((article) =>
      article.relations.flatMap(({ type, to }) => (type === "follows" ? [{ article, to }] : [])),
    ),
    ({ to }) => to,
  );
  return (article) => ({
    article,
    follows: article.relations
      .flatMap(({ type, to }) => (type === "follows" ? (byId.get(to) ?? []) : []))
      .toSorted(newestFirst),
    followedBy: (followers.get(article.id) ?? []).map((each) => each.article).toSorted(newestFirst),
  });
}

/** The ids that come nearest, each to be opened. */
function unknownMessage(text: string, nearest: readonly Article[], language: Language): Message {
  const { article: strings, openHint } = stringsIn(language).reading;
  if (nearest.length === 0)
    return { language, paragraphs: [body(strings.unknown(text), " ", strings.usage)] };
  return {
    language,
    paragraphs: [
      body(strings.unknown(text), " ", strings.nearest),
      ...nearest.map((each, at) =>
        body(
          bold(`${at + 1}. ${each.id}`),
          " — ",
          link(headlineText(each, language), each.url),
          ` · ${sourceText(each, language)}`,
        ),
      ),
      body(openHint),
    ],
    tells: nearest.map(({ id }) => id),
    buttons: openButtons(nearest, language),
  };
}
