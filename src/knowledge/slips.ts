/** Which concepts a misspelt name may mean. */
import type { Concept } from "./concept.ts";
import { editDistanceAtMost, lettersOf, mayBeWithin } from "./edit-distance.ts";
import { once } from "./once.ts";
import { fold } from "./tokens.ts";

/** Folded words with the concepts that they name. */
type Words = Map<string, Set<string>>;
type Form = { form: string; letters: number; concepts: readonly string[] };

/** Below this length a slip makes another name. */
const MIN_NAME_LENGTH = 5;
const MIN_PART_LENGTH = 6;
const TWO_SLIPS_LENGTH = 8;
/** A word of many names tells none: Kazakhstan, Resources. */
const MAX_BEARERS = 2;

/** The concepts (`keyOf`) whose name, or a rare word of it, is a slip of the pen away from a word. */
export function createSlips(
  concepts: readonly Concept[],
  keyOf: (concept: Concept) => string,
): (word: string) => string[] {
  const names = once(() =>
    formsOf(
      wordsOf(concepts, keyOf, (name) => [name]),
      MIN_NAME_LENGTH,
    ),
  );
  const parts = once(() =>
    formsOf(rare(wordsOf(concepts, keyOf, (name) => name.split(/[^\p{L}]+/u))), MIN_PART_LENGTH),
  );
  return (word) => {
    const allowed = word.length >= TWO_SLIPS_LENGTH ? 2 : 1;
    const named = word.length < MIN_NAME_LENGTH ? [] : nearest(word, names(), allowed);
    if (named.length > 0 || word.length < MIN_PART_LENGTH) return named;
    return nearest(word, parts(), 1);
  };
}

function wordsOf(
  concepts: readonly Concept[],
  keyOf: (concept: Concept) => string,
  cut: (name: string) => string[],
): Words {
  const words: Words = new Map();
  for (const concept of concepts)
    for (const name of Object.values(concept.names).flat()) {
      // Where capitals decide, the word as such is another's: германия, Германия.
      if (concept.cased?.includes(name)) continue;
      for (const word of cut(fold(name)))
        if (/^\p{L}+$/u.test(word))
          words.getOrInsertComputed(word, () => new Set()).add(keyOf(concept));
    }
  return words;
}

function rare(words: Words): Words {
  return new Map([...words].filter(([, bearers]) => bearers.size <= MAX_BEARERS));
}

function formsOf(words: Words, minLength: number): Form[] {
  return [...words]
    .filter(([form]) => form.length >= minLength)
    .map(([form, concepts]) => ({ form, letters: lettersOf(form), concepts: [...concepts] }));
}

function nearest(word: string, forms: readonly Form[], allowed: number): string[] {
  const wordLetters = lettersOf(word);
  let found: readonly string[] = [];
  let least = allowed;
  for (const { form, letters, concepts } of forms) {
    if (!mayBeWithin(least, letters, wordLetters)) continue;
    const distance = editDistanceAtMost(word, form, least);
    if (distance === null) continue;
    found = distance < least ? concepts : [...found, ...concepts];
    least = distance;
  }
  return [...new Set(found)];
}
