/** Which concepts a misspelt name may mean. */
import type { Concept } from "../model.ts";
import { editDistanceAtMost } from "./edit-distance.ts";
import { fold } from "./tokens.ts";

/** Folded words with the concepts that they name. */
type Words = Map<string, string[]>;

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
  let words: { names: Words; parts: Words } | null = null;
  return (word) => {
    words ??= {
      names: wordsOf(concepts, keyOf, (name) => [name]),
      parts: rare(wordsOf(concepts, keyOf, (name) => name.split(/[^\p{L}]+/u))),
    };
    const named = nearest(word, words.names, {
      minLength: MIN_NAME_LENGTH,
      allowed: word.length >= TWO_SLIPS_LENGTH ? 2 : 1,
    });
    return named.length > 0
      ? named
      : nearest(word, words.parts, { minLength: MIN_PART_LENGTH, allowed: 1 });
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
          words.set(word, [...new Set([...(words.get(word) ?? []), keyOf(concept)])]);
    }
  return words;
}

function rare(words: Words): Words {
  return new Map([...words].filter(([, bearers]) => bearers.length <= MAX_BEARERS));
}

function nearest(
  word: string,
  words: Words,
  { minLength, allowed }: { minLength: number; allowed: number },
): string[] {
  if (word.length < minLength) return [];
  let found: string[] = [];
  let least = allowed;
  for (const [form, concepts] of words) {
    if (form.length < minLength) continue;
    const distance = editDistanceAtMost(word, form, least);
    if (distance === null) continue;
    found = distance < least ? concepts : [...found, ...concepts];
    least = distance;
  }
  return [...new Set(found)];
}
