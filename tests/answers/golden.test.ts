/** A floor under the answers to many questions; single ones may move while the whole improves. */
import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { z } from "zod";
import type { Citation } from "../../src/answers/answer.ts";
import { factKey, Language } from "../../src/model.ts";
import { answers, TODAY } from "./base.ts";

const Question = z.object({
  question: z.string(),
  language: Language,
  facts: z.array(z.string()).optional(),
  article: z.union([z.string(), z.array(z.string())]).nullish(),
  contains: z.array(z.array(z.string())).optional(),
});
type Question = z.infer<typeof Question>;

const questions = z.array(Question).parse(load(readFileSync("tests/golden/seeds.yaml", "utf8")));
const answerable = questions.filter((each) => each.article !== null);
const unanswerable = questions.filter((each) => each.article === null);

function citationsFor({ question }: Question): readonly Citation[] {
  return answers.ask({ text: question, today: TODAY }).citations;
}

function isRight(question: Question, citations: readonly Citation[]): boolean {
  if (question.facts) {
    const { facts } = question;
    return citations.some((citation) => facts.includes(factKey(citation)));
  }
  const articles = [question.article].flat();
  const told = citations
    .filter(({ article }) => articles.includes(article.id))
    .map(({ quote }) => quote.toLowerCase())
    .join(" ");
  return (
    told !== "" &&
    (question.contains ?? []).every((group) =>
      group.some((text) => told.includes(text.toLowerCase())),
    )
  );
}

function share(right: number, all: readonly unknown[]): number {
  return right / all.length;
}

test("at least nine questions in ten are answered right", () => {
  const right = answerable.filter((each) => isRight(each, citationsFor(each))).length;
  expect(share(right, answerable)).toBeGreaterThan(0.9);
});

test("the first citation alone is right nearly as often", () => {
  const right = answerable.filter((each) => isRight(each, citationsFor(each).slice(0, 1))).length;
  expect(share(right, answerable)).toBeGreaterThan(0.88);
});

test("at least nine in ten of what the base does not know is refused", () => {
  const refused = unanswerable.filter((each) => citationsFor(each).length === 0).length;
  expect(share(refused, unanswerable)).toBeGreaterThan(0.9);
});

test("answers cite as few facts as answer", () => {
  const counts = answerable.map((each) => citationsFor(each).length).filter((count) => count > 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  expect(share(total, counts)).toBeLessThan(1.5);
});

test("every question is read in its language", () => {
  for (const { question, language } of questions)
    expect(answers.ask({ text: question, today: TODAY }).language, question).toBe(language);
});
