/** Whole answers over the shipped base. */
import { createAnswers } from "../../src/answers/create-answers.ts";
import type { Knowledge } from "../../src/knowledge/load-knowledge.ts";
import { percentile } from "../measure/percentile.ts";

export type AnswersMeasure = {
  facts: number;
  questions: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
};

const ROUNDS = 3;

export async function measureAnswers(
  { articles, vocabulary }: Knowledge,
  questions: readonly string[],
  today: string,
): Promise<AnswersMeasure> {
  const { ask } = await createAnswers(articles, vocabulary);
  const rounds: number[][] = questions.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, text] of questions.entries()) {
      const before = performance.now();
      ask({ text, today });
      rounds[at]?.push(performance.now() - before);
    }
  // The machine may be doing other things, so of three times for a question the middle one counts.
  const times = rounds.map((each) => percentile(each, 0.5));
  const total = times.reduce((sum, time) => sum + time, 0);
  return {
    facts: articles.reduce((sum, { facts }) => sum + facts.length, 0),
    questions: questions.length,
    perSecond: (times.length / total) * 1000,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  };
}
