import type { Answers } from "../../src/answers/answer.ts";
import { createAnswers } from "../../src/answers/create-answers.ts";
import type { Vocabulary } from "../../src/knowledge/vocabulary.ts";
import { type Article, factKey } from "../../src/model.ts";
import { loadSeedKnowledge } from "../seed-knowledge.ts";

/** The day that tests ask on. */
export const TODAY = "2026-11-21";

const knowledge = await loadSeedKnowledge();

export const articles: readonly Article[] = knowledge.articles;
export const vocabulary: Vocabulary = knowledge.vocabulary;
export const answers: Answers = await createAnswers(knowledge.articles, knowledge.vocabulary);

/** The keys of the facts that answer a question; empty where the base does not know. */
export function citedFor(text: string): string[] {
  return answers.ask({ text, today: TODAY }).citations.map(factKey);
}
