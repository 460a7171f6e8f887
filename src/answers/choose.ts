/** Which of the ranked facts are quoted: as few as answer. */
import type { Intent } from "./intents.ts";
import type { Query } from "./question.ts";
import type { Ranked } from "./rank.ts";

const MAX_CITATIONS = 3;
const MAX_LISTED = 10;
/** Chosen on tests/golden: below it, what the fact leaves out is what was asked. */
const MIN_COVERAGE = 0.5;
/** A fact that shares only the country with the question is about something else. */
const MIN_CORE = 0.4;
/** A thing that only the headline names needs the rest of the question to fit well. */
const MIN_COVERAGE_BY_HEADLINE = 0.65;
/** Further citations are as good as the first, or they are noise. */
const AS_GOOD = 0.95;
const AS_GOOD_FOR_LIST = 0.75;
/** What one fact answers: a name, a date, a number, a description. */
const ASKS_FOR_ONE: readonly Intent[] = [
  "who",
  "person",
  "company",
  "country",
  "city",
  "when",
  "where",
  "how-much",
  "definition",
  "office",
];

/** Whether a question wants several facts. */
export function wantsList({ intents }: Query): boolean {
  return intents.has("list") || intents.has("latest");
}

/** The facts to quote, best first; none where no fact answers. */
export function chooseFacts(ranked: readonly Ranked[], query: Query): Ranked[] {
  const fitting = fittingFacts(ranked);
  const [best] = fitting;
  if (!best) return [];
  if (wantsList(query))
    return fitting
      .filter((each) => each.score >= best.score * AS_GOOD_FOR_LIST)
      .slice(0, MAX_LISTED);
  const asked = ASKS_FOR_ONE.some((intent) => query.intents.has(intent)) ? 1 : MAX_CITATIONS;
  return fitting
    .filter((each) => each.score >= best.score * AS_GOOD && each.coverage >= best.coverage)
    .slice(0, asked);
}

function fittingFacts(ranked: readonly Ranked[]): Ranked[] {
  const covering = ranked.filter((each) => each.core >= MIN_CORE);
  const complete = covering.filter((each) => each.isComplete && each.coverage >= MIN_COVERAGE);
  return complete.length > 0
    ? complete
    : covering.filter((each) => each.isOnSubject && each.coverage >= MIN_COVERAGE_BY_HEADLINE);
}
