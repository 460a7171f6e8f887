/** Several articles tell one happening in nearly the same words; a reader wants it once. */
import { tokenize } from "../knowledge/tokens.ts";
import { analyze } from "./analyzer.ts";
import type { FactOutline } from "./fact-outline.ts";

/** Sentences that share this much of their words and names say the same. */
const MIN_SHARED = 0.6;

/** Whether two facts state the same of the same things, with the same numbers. */
function isSameStatement(left: FactOutline, right: FactOutline): boolean {
  if (nameOthers(left.concepts, right.concepts)) return false;
  const [leftWords, rightWords] = [wordsOf(left), wordsOf(right)];
  const shared = leftWords.intersection(rightWords).size;
  const all = leftWords.size + rightWords.size - shared;
  return shared >= MIN_SHARED * all && numbersOf(left) === numbersOf(right);
}

/** The first of each group of facts that say the same, in order. */
export function withoutRepeats<Entry extends { profile: FactOutline }>(
  entries: readonly Entry[],
): Entry[] {
  const kept: Entry[] = [];
  for (const entry of entries)
    if (!kept.some(({ profile }) => isSameStatement(profile, entry.profile))) kept.push(entry);
  return kept;
}

/**
 * Whether each of two texts names something that the other does not, by the concepts of each. Where
 * only one names more, it tells the same in more detail.
 */
export function nameOthers(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  const isTelling = (concept: string) => TELLING.test(concept);
  const own = left.difference(right).values();
  const others = right.difference(left).values();
  return own.some(isTelling) && others.some(isTelling);
}

/** Names, and the words of what is done: opened or closed. */
const TELLING =
  /^(mineral|country|organisation|person|place):|^word:(open|start|end|closure|suspend|resume|cancel|refuse|increase|decrease|import|exporter)$/;

function wordsOf({ fact, concepts }: FactOutline): Set<string> {
  return new Set([...analyze(fact.en, "en"), ...concepts]);
}

function numbersOf({ fact }: FactOutline): string {
  const numbers = tokenize(fact.en, "en").flatMap((token) => (token.isNumber ? token.text : []));
  return numbers.toSorted().join(" ");
}
