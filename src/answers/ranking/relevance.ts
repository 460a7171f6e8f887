/**
 * How likely a fact answers a question, and whether the base answers it at all: two linear models
 * over a few measures. `npm run fit` sets their weights on the golden questions.
 */
import { CONFIDENCE_WEIGHTS, RELEVANCE_WEIGHTS } from "./weights.ts";

/** What tells one fact from another. */
export type RelevanceMeasures = {
  /** Share of the question's weight that the fact names, of the words that the base uses. */
  heardCoverage: number;
  /** How well the fact fits the kind of answer asked for, other than a reason. */
  cue: number;
  /** Asked why: how sure it is that the fact gives a cause, and an aim. */
  cause: number;
  aim: number;
  /** Share of the question's neighbouring words that stand near each other in the fact. */
  proximity: number;
  /** The search engine's score, of that of the best fact. */
  search: number;
  /** Share of the question's weight that the article's facts name together. */
  articleCoverage: number;
  /** Things of the question that the fact itself does not name. */
  lackingThings: number;
  /** Those that its headline does not name either. */
  unnamedThings: number;
  /** Share of the fact's concepts that the question names. */
  focus: number;
  /** Characters, in hundreds. */
  length: number;
};

/** What tells whether the best fact answers; of that fact where nothing else is said. */
export type ConfidenceMeasures = {
  /** Share of the question's weight that the fact names. */
  coverage: number;
  /** The same without countries, a headline counting little. */
  core: number;
  lackingThings: number;
  articleCoverage: number;
  /** Logarithm of the search engine's score. */
  searchScore: number;
  /** Units of the question. */
  units: number;
};

/** Higher is likelier; the difference of two facts is the logarithm of their odds. */
export function relevanceOf(measures: RelevanceMeasures): number {
  return weightedSum(measures, RELEVANCE_WEIGHTS);
}

/** The logarithm of the odds that the base answers; 0 where either is as likely. */
export function confidenceOf(measures: ConfidenceMeasures): number {
  return weightedSum(measures, CONFIDENCE_WEIGHTS.weights) + CONFIDENCE_WEIGHTS.bias;
}

function weightedSum<Name extends string>(
  measures: Readonly<Record<Name, number>>,
  weights: Readonly<Record<Name, number>>,
): number {
  let sum = 0;
  for (const name in weights) sum += weights[name] * measures[name];
  return sum;
}
