/** Several articles tell one happening in nearly the same words; a reader wants it once. */
import { tokenize } from "../knowledge/tokens.ts";
import { analyze } from "./analyzer.ts";
import type { FactProfile } from "./fact-profile.ts";

/** Sentences that share this much of their words and names say the same. */
const MIN_SHARED = 0.6;

/** Whether two facts state the same with the same numbers. */
function isSameStatement(left: FactProfile, right: FactProfile): boolean {
  const [leftWords, rightWords] = [wordsOf(left), wordsOf(right)];
  const shared = leftWords.intersection(rightWords).size;
  const all = leftWords.size + rightWords.size - shared;
  return shared >= MIN_SHARED * all && numbersOf(left) === numbersOf(right);
}

/** The first of each group of facts that say the same, in order. */
export function withoutRepeats<Entry extends { profile: FactProfile }>(
  entries: readonly Entry[],
): Entry[] {
  const kept: Entry[] = [];
  for (const entry of entries)
    if (!kept.some(({ profile }) => isSameStatement(profile, entry.profile))) kept.push(entry);
  return kept;
}

function wordsOf({ fact, concepts }: FactProfile): Set<string> {
  return new Set([...analyze(fact.en, "en"), ...concepts]);
}

function numbersOf({ fact }: FactProfile): string {
  const numbers = tokenize(fact.en, "en").flatMap((token) => (token.isNumber ? token.text : []));
  return numbers.toSorted().join(" ");
}
