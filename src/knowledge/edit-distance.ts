/**
 * The number of letters to insert, drop, change or swap with their neighbour (optimal string
 * alignment, a form of Damerau–Levenshtein) that turns one word into the other; null over `limit`.
 */
export function editDistanceAtMost(left: string, right: string, limit: number): number | null {
  if (Math.abs(left.length - right.length) > limit) return null;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    if (Math.min(...current) > limit) return null;
    beforeLast = last;
    last = current;
  }
  const distance = at(last, right.length);
  return distance <= limit ? distance : null;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

const BITS = 32;

/** The letters that a word has, a bit for each (two letters may share one). */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % BITS);
  return letters;
}

/**
 * Whether the edit distance of words of these letters may be within the limit, found much faster
 * than the distance: an edit takes one letter away and brings another at most.
 */
export function mayBeWithin(limit: number, left: number, right: number): boolean {
  let different = left ^ right;
  for (let letter = 0; letter < 2 * limit; letter += 1) different &= different - 1;
  return different === 0;
}
