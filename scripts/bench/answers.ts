/** Whole answers over the shipped base. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { createAnswers } from "../../src/answers/answer.ts";
import type { Knowledge } from "../../src/knowledge/load-knowledge.ts";
import { percentile } from "./percentile.ts";

export type AnswersMeasure = {
  facts: number;
  questions: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** From the start of `npm run ask`'s program to its end. */
  firstAnswerMs: number;
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
    firstAnswerMs: await firstAnswer(questions[0] ?? ""),
  };
}

/** The median of a few starts: the first one reads the files from the disk. */
async function firstAnswer(question: string): Promise<number> {
  const times: number[] = [];
  for (let start = 0; start < ROUNDS; start += 1) {
    const before = performance.now();
    await promisify(execFile)(process.execPath, ["scripts/ask.ts", "--json", question]);
    times.push(performance.now() - before);
  }
  return percentile(times, 0.5);
}
