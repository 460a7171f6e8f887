/** The words that documents use, and which of them a mistyped word may stand for. */
import SearchableMap from "minisearch/SearchableMap";
import { remembering } from "../../knowledge/remembering.ts";

export type Lexicon = {
  add: (word: string) => void;
  remove: (word: string) => void;
  /** The likeliest first: those that go on as the word does, and those a few letters away. */
  resembling: (word: string) => readonly string[];
};

/** Shorter words have too many neighbours. */
const MIN_PREFIX_LENGTH = 4;
const MIN_FUZZY_LENGTH = 5;
/** Wrong letters to right ones. */
const FUZZINESS = 0.2;
const MAX_WRONG_LETTERS = 6;
const MAX_CORRECTIONS = 5;
/** Words that are mistyped or unknown, of the questions that are being answered. */
const MAX_ASKED = 100;
/** How minisearch weighs an unfinished word against a misspelt one, and letters more or wrong. */
const PREFIX_WEIGHT = 0.375;
const FUZZY_WEIGHT = 0.45;
const LETTER_MORE = 0.3;

export function createLexicon(): Lexicon {
  const words = new SearchableMap<true>();

  function longer(word: string): [string, number][] {
    return [...words.atPrefix(word).keys()].map((found) => {
      const more = found.length - word.length;
      return [found, (PREFIX_WEIGHT * found.length) / (found.length + LETTER_MORE * more)];
    });
  }

  function similar(word: string): [string, number][] {
    if (word.length < MIN_FUZZY_LENGTH) return [];
    const limit = Math.min(MAX_WRONG_LETTERS, Math.round(word.length * FUZZINESS));
    return [...words.fuzzyGet(word, limit)].map(([found, [, wrong]]) => [
      found,
      (FUZZY_WEIGHT * found.length) / (found.length + wrong),
    ]);
  }

  function likeliest(word: string): string[] {
    if (word.length < MIN_PREFIX_LENGTH || /\d/.test(word)) return [];
    // A word that goes on as this one does counts as that, though it be similar too.
    const weights = new Map(longer(word));
    for (const [found, weight] of similar(word))
      if (!weights.has(found)) weights.set(found, weight);
    return [...weights]
      .toSorted(([, left], [, right]) => right - left)
      .slice(0, MAX_CORRECTIONS)
      .map(([found]) => found);
  }

  /** A question asks for the same word several times over, as its search and its ranking go on. */
  let resembling = remembering(likeliest, MAX_ASKED);
  const changed = () => {
    resembling = remembering(likeliest, MAX_ASKED);
  };

  return {
    add: (word) => {
      // A concept's key is no word that anyone types.
      if (word.includes(":")) return;
      words.set(word, true);
      changed();
    },
    remove: (word) => {
      words.delete(word);
      changed();
    },
    resembling: (word) => resembling(word),
  };
}
