/** The golden questions with the facts that rank for them, as the models see them. */

import { createProfiling } from "../../src/answers/facts/profiles.ts";
import { createFactFinder } from "../../src/answers/find-facts.ts";
import { readQuestion } from "../../src/answers/question/question.ts";
import type { ConfidenceMeasures, RelevanceMeasures } from "../../src/answers/ranking/relevance.ts";
import { createSearchIndex } from "../../src/answers/search/search-index.ts";
import type { Knowledge } from "../../src/knowledge/load-knowledge.ts";
import { factKey } from "../../src/model.ts";
import type { Question } from "../evaluate/golden.ts";

export type Candidate = { measures: RelevanceMeasures & ConfidenceMeasures; isRight: boolean };

/** A question with the facts that may be cited for it; unanswerable where none is right. */
export type TrainingQuestion = { isAnswerable: boolean; candidates: Candidate[] };

export async function trainingQuestions(
  { articles, vocabulary }: Knowledge,
  questions: readonly Question[],
  today: string,
): Promise<TrainingQuestion[]> {
  const profiles = createProfiling(vocabulary)(articles);
  const index = createSearchIndex();
  await index.add(profiles.documents());
  const isKnown = (term: string, language: Question["language"]) =>
    index.frequency(term, language) > 0;
  const finder = createFactFinder({ profiles, index, vocabulary });
  return questions.map(({ question, facts }) => {
    const query = readQuestion({ text: question, today, vocabulary, isKnown });
    const { ranked } = finder.find(query);
    return {
      isAnswerable: facts.length > 0,
      candidates: ranked
        .filter(({ isAdmissible }) => isAdmissible)
        .map(({ profile, measures }) => ({ measures, isRight: facts.includes(factKey(profile)) })),
    };
  });
}
