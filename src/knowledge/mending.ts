/** Slips of the pen inside names of several words and in phrases that ask: rare earts, how mutch. */
import type { Concept } from "../model.ts";
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
