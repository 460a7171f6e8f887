/** Answers are quotes: nothing in them may differ from the fact that they cite. */
import { expect, test } from "vitest";
import { readQuestions } from "../../scripts/evaluate/golden.ts";
import { createAnswers } from "../../src/answers/create-answers.ts";
import { createDisagreements } from "../../src/answers/facts/disagreements.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { tokenize } from "../../src/knowledge/tokens.ts";
import { answerMessage, citationParagraphs } from "../../src/messages/answer-message.ts";
import { plainText } from "../../src/messages/text.ts";
import { factKey } from "../../src/model.ts";
import { TODAY } from "./base.ts";

const { articles, vocabulary } = await loadKnowledge("knowledge");
const answers = await createAnswers(articles, vocabulary);
const questions = await readQuestions("tests/golden/base.yaml");

test("every quote is the fact's own sentence in the asker's language, to the letter", () => {
  for (const { question } of questions) {
    const answer = answers.ask({ text: question, today: TODAY });
    for (const { quote, fact, article } of answer.citations) {
      expect(articles.find(({ id }) => id === article.id)?.facts).toContain(fact);
      expect(quote).toBe(fact[answer.language]);
    }
  }
});

test("a question is answered in its language, unless it holds nothing that tells it", () => {
  const others = questions.filter(
    ({ question, language }) => answers.ask({ text: question, today: TODAY }).language !== language,
  );
  expect(others.map(({ question }) => question)).toEqual([
    "niger orano",
    "vanadium Balasausqandiq",
    "KATCO c koi ?",
    "KATCO c koi",
  ]);
});

test("no number stands in an answer but those of its facts and of their dates", () => {
  for (const { question } of questions) {
    const answer = answers.ask({ text: question, today: TODAY });
    const { citations, language } = answer;
    const numbersIn = (text: string) =>
      tokenize(text, language).flatMap((token) => (token.isNumber ? token.text : []));
    const told = new Set(
      citations.flatMap(({ quote, article }) => [
        ...numbersIn(quote),
        ...(article.published ?? "").split("-").map((part) => String(Number(part))),
        ...numbersIn(article.publisher),
      ]),
    );
    const shown = citationParagraphs(citations, language).map(({ style, spans }) => ({
      style,
      spans: spans.filter((span) => !span.link),
    }));
    expect([question, numbersIn(plainText(shown)).filter((number) => !told.has(number))]).toEqual([
      question,
      [],
    ]);
  }
});

test("what was replaced is shown behind what replaces it, and before it only in a timeline", () => {
  for (const { question, kind } of questions) {
    const { citations } = answers.ask({ text: question, today: TODAY });
    const standings = citations.map(({ standing }) => standing);
    if (kind === "timeline" && standings.length > 0) expect(standings).toContain("stands");
    else expect(standings[0] ?? "stands", question).toBe("stands");
  }
});

test("what no longer holds never stands without what holds instead", () => {
  const { inContext } = createDisagreements(articles);
  const replacing = (key: string) => {
    const context = inContext(key);
    return context.slice(
      0,
      context.findIndex((fact) => fact.key === key),
    );
  };
  for (const { question } of questions) {
    const cited = answers.ask({ text: question, today: TODAY }).citations.map(factKey);
    const without = cited.filter((key) => replacing(key).some((fact) => !cited.includes(fact.key)));
    expect([question, without]).toEqual([question, []]);
  }
});

test("a reader of an empty base is told so", async () => {
  const none = await createAnswers([], vocabulary);
  const answer = none.ask({ text: "Who buys titanium?", today: TODAY });
  expect(answer.kind).toBe("unknown");
  expect(plainText(answerMessage(answer, { articles: 0, newest: null }))).toContain(
    "no articles loaded",
  );
});
