/** Slips of the pen inside names of several words (rare earts) and in words that ask (conbien). */

import type { Language } from "../model.ts";
import type { Concept } from "./concept.ts";
import { editDistanceAtMost } from "./edit-distance.ts";
import { keyOf } from "./forms.ts";
import { once } from "./once.ts";
import { type Token, tokenize } from "./tokens.ts";

/** The word beside it tells the name already; below this length a slip makes another word. */
const MIN_LENGTH = 4;
const TWO_SLIPS_LENGTH = 8;

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

/** Puts right a word that stands where a name of several words has a very similar one. */
export function createMending(
  concepts: readonly Concept[],
): (tokens: readonly Token[], isWord: (word: string) => boolean) => readonly Token[] {
  const neighbours = once(() => neighboursIn(concepts));
  return (tokens, isWord) =>
    tokens.map((token, at) => {
      if (token.isNumber || token.text.length < MIN_LENGTH || isWord(token.text)) return token;
      const { after, before } = neighbours();
      const meant = [
        ...(after.get(formOf(tokens[at - 1]?.text)) ?? []),
        ...(before.get(formOf(tokens[at + 1]?.text)) ?? []),
      ];
      const text = nearest(token.text, meant);
      return text === null ? token : { ...token, text };
    });
}

/** Alone, a slip makes another word sooner. */
const MIN_LENGTH_ALONE = 6;

/**
 * Puts right a word that is a letter away from a word of these concepts, and of no two that mean
 * something else; the first letter is hardly ever wrong.
 */
export function createWordMending(
  concepts: readonly Concept[],
  language: Language,
): (word: string) => string | null {
  const words = once(() => longWordsOf(concepts, language));
  return (word) => {
    if (word.length < MIN_LENGTH_ALONE) return null;
    const near = [...words()].filter(
      ([each]) => each[0] === word[0] && editDistanceAtMost(word, each, 1) !== null,
    );
    const [meant] = near;
    const isOne = near.every(([, bearers]) => !bearers.isDisjointFrom(meant?.[1] ?? bearers));
    return meant && isOne ? meant[0] : null;
  };
}

/** The longer words of names, with the concepts that bear them. */
function longWordsOf(concepts: readonly Concept[], language: Language): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>();
  for (const { id, names } of concepts)
    for (const { text } of (names[language] ?? []).flatMap((name) => tokenize(name, language)))
      if (text.length >= MIN_LENGTH_ALONE) words.getOrInsertComputed(text, () => new Set()).add(id);
  return words;
}

/** Names are inflected: в южной афрке. A Latin word has the form that it has in every language. */
function formOf(word = ""): string {
  return keyOf(word, "ru");
}

function nearest(word: string, meant: readonly string[]): string | null {
  const written = formOf(word);
  let found: string | null = null;
  let least = word.length >= TWO_SLIPS_LENGTH ? 2 : 1;
  for (const each of meant) {
    const form = formOf(each);
    const distance = form.length < MIN_LENGTH ? null : editDistanceAtMost(written, form, least);
    if (distance === null || (found !== null && distance === least)) continue;
    found = each;
    least = distance;
  }
  return found;
}

/** Which words stand right after and right before each word of a name. */
function neighboursIn(concepts: readonly Concept[]): { after: Neighbours; before: Neighbours } {
  const after = new Map<string, Set<string>>();
  const before = new Map<string, Set<string>>();
  for (const { names } of concepts)
    for (const name of Object.values(names).flat()) {
      const words = tokenize(name, "en").map(({ text }) => text);
      for (const [at, word] of words.entries()) {
        const next = words[at + 1];
        if (next === undefined) continue;
        after.getOrInsertComputed(formOf(word), () => new Set()).add(next);
        before.getOrInsertComputed(formOf(next), () => new Set()).add(word);
      }
    }
  return { after, before };
}
