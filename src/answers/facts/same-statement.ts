/** Several articles tell one happening in nearly the same words; a reader wants it once. */
import { englishTerms } from "../search/analyzer.ts";
import type { FactOutline } from "./fact-outline.ts";
import { quantitiesOf } from "./quantities.ts";

/** Sentences that share this much of their words and names say the same. */
const MIN_SHARED = 0.6;
/** So does one that says little more than the other does, and all of that. */
const MIN_SHARED_IN_DETAIL = 0.45;
const MIN_CONTAINED = 0.8;

/** What a fact states: its words and names, its numbers, and the years that it tells. */
type Statement = {
  concepts: ReadonlySet<string>;
  words: ReadonlySet<string>;
  numbers: string;
  years: ReadonlySet<string>;
};

/** The first of each group of facts that say the same, in order. */
export function withoutRepeats<Entry extends { profile: FactOutline }>(
  entries: readonly Entry[],
): Entry[] {
  const kept: { entry: Entry; statement: Statement }[] = [];
  for (const entry of entries) {
    const statement = statementOf(entry.profile);
    if (!kept.some((other) => isSame(other.statement, statement))) kept.push({ entry, statement });
  }
  return kept.map(({ entry }) => entry);
}

function statementOf({ fact, concepts, dates }: FactOutline): Statement {
  const numbers = quantitiesOf(fact.en, "en").map(({ value }) => value);
  return {
    concepts,
    words: new Set([...englishTerms(fact), ...concepts]),
    numbers: numbers.toSorted().join(" "),
    years: new Set(dates.map((date) => date.slice(0, 4))),
  };
}

/** Whether two facts state the same of the same things, with the same numbers. */
function isSame(left: Statement, right: Statement): boolean {
  if (left.numbers !== right.numbers || nameOthers(left.concepts, right.concepts)) return false;
  if (left.years.size > 0 && right.years.size > 0 && left.years.isDisjointFrom(right.years))
    return false;
  const shared = left.words.intersection(right.words).size;
  const all = left.words.size + right.words.size - shared;
  const isContained = shared >= MIN_CONTAINED * Math.min(left.words.size, right.words.size);
  return shared >= (isContained ? MIN_SHARED_IN_DETAIL : MIN_SHARED) * all;
}

/**
 * Whether each of two texts names something that the other does not. Where only one names more, it
 * tells the same in more detail.
 */
function nameOthers(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  const isTelling = (concept: string) => TELLING.test(concept);
  const own = left.difference(right).values();
  const others = right.difference(left).values();
  return own.some(isTelling) && others.some(isTelling);
}

/** Names, and the words of what is done: opened or closed. */
const TELLING =
  /^(mineral|country|organisation|person|place):|^word:(open|start|end|closure|suspend|resume|cancel|refuse|increase|decrease|import|exporter)$/;
