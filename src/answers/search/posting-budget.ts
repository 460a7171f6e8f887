/**
 * minisearch needs about a microsecond for each document that a word stands in, and a question is
 * to be answered in 50 ms. Rare words go first; what is left out are words that stand nearly
 * everywhere and tell next to nothing.
 */
const MAX_POSTINGS = 10_000;

/**
 * The rarest words that are looked up in time, the rarest of all even where it takes too long:
 * `mayFind` then lets only the first of its documents through.
 */
export function withinBudget(
  words: readonly string[],
  postings: (word: string) => number,
): { words: string[]; mayFind: (() => number) | null } {
  const known = words
    .filter((word) => postings(word) > 0)
    .toSorted((left, right) => postings(left) - postings(right));
  let left = MAX_POSTINGS;
  const affordable = known.filter((word, at) => {
    left -= postings(word);
    return at === 0 || left >= 0;
  });
  const [rarest] = known;
  const isTooMuch = rarest !== undefined && postings(rarest) > MAX_POSTINGS;
  return { words: affordable, mayFind: isTooMuch ? firstDocuments() : null };
}

/** Where a single word stands in very many documents, the first ones are as good as any. */
function firstDocuments(): () => number {
  let found = 0;
  return () => {
    found += 1;
    return found <= MAX_POSTINGS ? 1 : 0;
  };
}
