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
  const shares = new Map(
    terms.map((term) => [term, term.weight * Math.max(0, ...term.words.map(rarity))] as const),
  );
  const ofWord = new Map(terms.flatMap((term) => term.words.map((word) => [word, term] as const)));
  const worth = (named: Iterable<QueryTerm>) =>
    [...named].reduce((sum, term) => sum + (shares.get(term) ?? 0), 0);
  const total = worth(terms) || 1;
  return (words) => {
    const named = new Set(words.flatMap((word) => ofWord.get(word) ?? []));
    return (worth(named) / total) ** COVERAGE_POWER;
  };
}
