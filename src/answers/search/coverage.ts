/** How much of a query a document names. */

/** Any of `words` (terms as the analyzer gives them, or vocabulary keys) fulfils it. */
export type QueryTerm = { words: readonly string[]; weight: number };

/** Set by measurement on other collections: see docs/search.md. */
const COVERAGE_POWER = 0.5;

/** The share of the query that words of it make up, by rarity and weight, to a power. */
export function coverageOf(
  terms: readonly QueryTerm[],
  rarity: (word: string) => number,
): (named: readonly string[]) => number {
  const shares = terms.map(({ words, weight }) => ({
    words,
    worth: weight * Math.max(0, ...words.map(rarity)),
  }));
  const ofWord = new Map(
    shares.flatMap((share) => share.words.map((word) => [word, share] as const)),
  );
  const total = shares.reduce((sum, { worth }) => sum + worth, 0) || 1;
  return (words) => {
    const named = new Set<object>();
    let told = 0;
    for (const word of words) {
      const share = ofWord.get(word);
      if (!share || named.has(share)) continue;
      named.add(share);
      told += share.worth;
    }
    return (told / total) ** COVERAGE_POWER;
  };
}
