/** `npm run fit`: sets the weights of src/answers/ranking/relevance.ts on the golden questions. */
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { CONFIDENCE_WEIGHTS, RELEVANCE_WEIGHTS } from "../src/answers/ranking/weights.ts";
import { type Knowledge, loadKnowledge } from "../src/knowledge/load-knowledge.ts";
import { loadSeedKnowledge } from "../tests/seed-knowledge.ts";
import { readQuestions } from "./evaluate/golden.ts";
import { dot, fitChoice, fitDecision, type LinearModel } from "./fit/linear-models.ts";
import {
  type Candidate,
  type TrainingQuestion,
  trainingQuestions,
} from "./fit/training-questions.ts";
import { orUsage } from "./or-usage.ts";

const USAGE =
  "Usage: npm run --silent fit -- [--write] [FILE…]   (questions; tests/golden/base.yaml)";
const SEED_QUESTIONS = "tests/golden/seeds.yaml";
const WEIGHTS_FILE = "src/answers/ranking/weights.ts";
/** Golden questions were written for this day. */
const TODAY = "2026-11-21";
const FOLDS = 8;
/** Of the unanswerable questions, this share is to be refused when they were not trained on. */
const REFUSED = 0.94;
const DIGITS = 3;

const RELEVANCE = Object.keys(RELEVANCE_WEIGHTS) as (keyof typeof RELEVANCE_WEIGHTS)[];
const CONFIDENCE = Object.keys(
  CONFIDENCE_WEIGHTS.weights,
) as (keyof typeof CONFIDENCE_WEIGHTS.weights)[];

const { write, files } = readArguments();
/** In a small base words are rarer and scores lower: what is learned must hold for both. */
const questions = [
  ...(await train(await loadKnowledge("knowledge"), files)),
  ...(await train(await loadSeedKnowledge(), [SEED_QUESTIONS])),
];

const { minConfidence, figures } = crossValidate(questions);
console.table(figures);
const models = fitBoth(questions);
const source = weightsSource(models, minConfidence);
if (write) await writeFile(WEIGHTS_FILE, source);
else console.log(source);

async function train(knowledge: Knowledge, from: readonly string[]): Promise<TrainingQuestion[]> {
  const golden = (await Promise.all(from.map(readQuestions))).flat();
  const tuned = golden.filter(({ half }) => half === "tune");
  return trainingQuestions(knowledge, tuned, TODAY);
}

type Models = { relevance: LinearModel; confidence: LinearModel };

function fitBoth(training: readonly TrainingQuestion[]): Models {
  const relevance = fitChoice(
    training.map(({ candidates }) => ({
      rows: candidates.map(relevanceRow),
      isRight: candidates.map(({ isRight }) => isRight),
    })),
  );
  const confidence = fitDecision(
    training.flatMap(({ isAnswerable, candidates }) => {
      const [best] = inOrder(candidates, relevance);
      return best ? [{ row: confidenceRow(best), isTrue: isAnswerable }] : [];
    }),
  );
  return { relevance, confidence };
}

/** How the models do on questions that they were not fitted on, and the threshold that follows. */
function crossValidate(all: readonly TrainingQuestion[]) {
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const isOut = (at: number) => at % FOLDS === fold;
    const { relevance, confidence } = fitBoth(all.filter((_, at) => !isOut(at)));
    return all
      .filter((_, at) => isOut(at))
      .map(({ isAnswerable, candidates }) => {
        const ordered = inOrder(candidates, relevance);
        const [best] = ordered;
        return {
          isAnswerable,
          confidence: best
            ? dot(confidenceRow(best), confidence.weights) + confidence.bias
            : Number.NEGATIVE_INFINITY,
          isFirstRight: best?.isRight ?? false,
          isAmongThree: ordered.slice(0, 3).some(({ isRight }) => isRight),
        };
      });
  }).flat();
  const unanswerable = judged.filter((each) => !each.isAnswerable);
  const answerable = judged.filter((each) => each.isAnswerable);
  const byConfidence = unanswerable
    .map(({ confidence }) => confidence)
    .toSorted((left, right) => left - right);
  const minConfidence = byConfidence[Math.floor(REFUSED * byConfidence.length)] ?? 0;
  const answered = answerable.filter(({ confidence }) => confidence > minConfidence);
  const share = (count: number, of: number) => rounded(count / of);
  return {
    minConfidence,
    figures: {
      answerable: answerable.length,
      unanswerable: unanswerable.length,
      answered: share(answered.length, answerable.length),
      firstRight: share(
        answered.filter(({ isFirstRight }) => isFirstRight).length,
        answerable.length,
      ),
      amongThree: share(
        answered.filter(({ isAmongThree }) => isAmongThree).length,
        answerable.length,
      ),
    },
  };
}

function inOrder(candidates: readonly Candidate[], relevance: LinearModel): Candidate[] {
  const score = (candidate: Candidate) => dot(relevanceRow(candidate), relevance.weights);
  return candidates.toSorted((left, right) => score(right) - score(left));
}

function relevanceRow({ measures }: Candidate): number[] {
  return RELEVANCE.map((name) => measures[name]);
}

function confidenceRow({ measures }: Candidate): number[] {
  return CONFIDENCE.map((name) => measures[name]);
}

function weightsSource({ relevance, confidence }: Models, minConfidence: number): string {
  const table = (names: readonly string[], { weights }: LinearModel) =>
    names.map((name, at) => `  ${name}: ${rounded(weights[at] ?? 0)},\n`).join("");
  return `/** Written by \`npm run fit\`; see relevance.ts for what each measure is. */

export const RELEVANCE_WEIGHTS = {
${table(RELEVANCE, relevance)}} as const;

export const CONFIDENCE_WEIGHTS = {
  bias: ${rounded(confidence.bias)},
  weights: {
${table(CONFIDENCE, confidence).replaceAll(/^/gm, "  ").trimEnd()}
  },
} as const;

/** Below it the bot says that it does not know. */
export const MIN_CONFIDENCE = ${rounded(minConfidence)};
`;
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}

function readArguments() {
  return orUsage(USAGE, () => {
    const { values, positionals } = parseArgs({
      options: { write: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    return {
      write: values.write,
      files: positionals.length > 0 ? positionals : ["tests/golden/base.yaml"],
    };
  });
}
