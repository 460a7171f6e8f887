/** A floor under the answers to many questions; single ones may move while the whole improves. */
import { expect, test } from "vitest";
import { readQuestions } from "../../scripts/evaluate/golden.ts";
import { judge } from "../../scripts/evaluate/judge.ts";
import { answers, TODAY } from "./base.ts";

const questions = await readQuestions("tests/golden/seeds.yaml");
const judged = questions.map((question) => {
  const answer = answers.ask({ text: question.question, today: TODAY });
  return { ...question, answer, verdict: judge(answer, question) };
});
const answerable = judged.filter(({ facts }) => facts.length > 0);
const unanswerable = judged.filter(({ facts }) => facts.length === 0);

function share<Entry>(all: readonly Entry[], holds: (entry: Entry) => boolean): number {
  return all.filter(holds).length / all.length;
}

test("at least nine questions in ten are answered right", () => {
  expect(share(answerable, ({ verdict }) => verdict.isRight)).toBeGreaterThan(0.9);
});

test("the first citation alone is right nearly as often", () => {
  expect(share(answerable, ({ verdict }) => verdict.isFirstRight)).toBeGreaterThan(0.85);
});

test("at least nine in ten of what the base does not know is refused", () => {
  expect(share(unanswerable, ({ verdict }) => verdict.isRight)).toBeGreaterThan(0.9);
});

test("answers cite as few facts as answer", () => {
  const counts = answerable.map(({ verdict }) => verdict.citations).filter((count) => count > 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  expect(total / counts.length).toBeLessThan(2);
});

test("every question is read in its language", () => {
  for (const { question, language, answer } of judged)
    expect(answer.language, question).toBe(language);
});
