/** A base that is indexed in one language answers questions in it as the whole base does. */
import { describe, expect, test } from "vitest";
import { readQuestions } from "../../scripts/evaluate/golden.ts";
import { createAnswers } from "../../src/answers/create-answers.ts";
import { languageOf } from "../../src/answers/question/question.ts";
import { factKey, LANGUAGES } from "../../src/model.ts";
import { answers, articles, TODAY, vocabulary } from "./base.ts";

const FOREIGN = "Wer kauft das kasachische Titan und wie viel kostet es?";
const questions = [
  ...(await readQuestions("tests/golden/base.yaml")).map(({ question }) => question),
  FOREIGN,
];

describe.each(LANGUAGES)("indexed in %s alone", async (language) => {
  const some = await createAnswers(articles, vocabulary, [language]);
  const own = questions.filter((question) => languageOf(question, vocabulary) === language);
  const others = questions.filter((question) => !own.includes(question));

  test("every question in the language has the same answer", () => {
    expect(own.length).toBeGreaterThan(20);
    for (const text of own) {
      const [part, whole] = [some, answers].map((each) => each.ask({ text, today: TODAY }));
      expect(part?.citations.map(factKey), text).toEqual(whole?.citations.map(factKey));
      expect(part?.missing, text).toEqual(whole?.missing);
    }
  });

  test("a question in another language is refused", () => {
    for (const text of others)
      expect(() => some.ask({ text, today: TODAY }), text).toThrow(RangeError);
  });
});

test("a question in a language that is not understood is read as an English one", () => {
  expect(languageOf(FOREIGN, vocabulary)).toBe("en");
  expect(answers.ask({ text: FOREIGN, today: TODAY }).isForeign).toBe(true);
});
