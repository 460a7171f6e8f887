/** A second, closer look at the best hits of a search. */
import type { Word } from "./analyzer.ts";
import type { QueryTerm } from "./coverage.ts";
import type { AnalyzedText, Hit } from "./language-index.ts";

/** A term of the question with its rarity. */
export type AskedTerm = QueryTerm & { rarity: number };

/** A question: its terms, and all its words as written, in order, stop words too. */
export type Asked = {
  terms: readonly AskedTerm[];
  words: readonly { exact: string; rarity: number }[];
};

/** Set by measurement on other collections: see docs/search.md. */
const SENTENCE_WEIGHT = 1.2;
const NEIGHBOUR_WEIGHT = 1.5;
/** Two stop words side by side tell something too: "c'est quoi". */
const MIN_PAIR_WORTH = 2;
/** A title says what all sentences are about, but a sentence that says it again is surer. */
const TITLE_SHARE = 0.8;

/**
 * Orders hits by how much of the question one sentence names, and how many of its neighbouring
 * words stand side by side there too, as written.
 */
export function rerank(hits: readonly Hit[], asked: Asked): Hit[] {
  const lookUp = lookUpOf(asked);
  const total = worthOf(asked.terms);
  if (total === 0) return [...hits];
  return hits
    .map((hit) => {
      const { sentence, neighbours } = compare(hit.document, lookUp);
      const bonus =
        SENTENCE_WEIGHT * (sentence / total) +
        NEIGHBOUR_WEIGHT * (neighbours / (lookUp.pairTotal || 1));
      return { ...hit, score: hit.score * (1 + bonus) };
    })
    .toSorted((left, right) => right.score - left.score);
}

/** A question as its words are met in a document, one after the other. */
type LookUp = {
  byTerm: ReadonlyMap<string, AskedTerm>;
  /** The worth of neighbours by the right one, then the left one: the rarity of the rarer. */
  pairs: ReadonlyMap<string, ReadonlyMap<string, number>>;
  pairTotal: number;
};

function lookUpOf({ terms, words }: Asked): LookUp {
  const pairs = new Map<string, Map<string, number>>();
  let pairTotal = 0;
  for (const [at, { exact, rarity }] of words.entries()) {
    const left = words[at - 1];
    const lefts = pairs.get(exact) ?? new Map<string, number>();
    if (!left || lefts.has(left.exact)) continue;
    const worth = Math.max(left.rarity, rarity, MIN_PAIR_WORTH);
    pairs.set(exact, lefts.set(left.exact, worth));
    pairTotal += worth;
  }
  return {
    byTerm: new Map(terms.flatMap((term) => term.words.map((word) => [word, term] as const))),
    pairs,
    pairTotal,
  };
}

/** What a document shares with the question: its fullest sentence, and neighbours. */
function compare({ title, sentences }: AnalyzedText, lookUp: LookUp) {
  const inTitle = sharedBy(title, lookUp);
  const neighbours = new Map(inTitle.neighbours);
  let sentence = TITLE_SHARE * worthOf(inTitle.terms);
  for (const words of sentences) {
    const shared = sharedBy(words, lookUp);
    const onlyInTitle = inTitle.terms.difference(shared.terms);
    sentence = Math.max(sentence, worthOf(shared.terms) + TITLE_SHARE * worthOf(onlyInTitle));
    for (const [pair, worth] of shared.neighbours) neighbours.set(pair, worth);
  }
  return {
    sentence,
    neighbours: [...neighbours.values()].reduce((sum, worth) => sum + worth, 0),
  };
}

function sharedBy(words: readonly Word[], { byTerm, pairs }: LookUp) {
  const terms = new Set<AskedTerm>();
  const neighbours = new Map<string, number>();
  let left: Word | null = null;
  for (const word of words) {
    const named = word.term === null ? undefined : byTerm.get(word.term);
    if (named) terms.add(named);
    const worth = left && pairs.get(word.exact)?.get(left.exact);
    if (left && worth) neighbours.set(`${left.exact} ${word.exact}`, worth);
    left = word;
  }
  return { terms, neighbours };
}

function worthOf(terms: Iterable<AskedTerm>): number {
  let sum = 0;
  for (const { weight, rarity } of terms) sum += weight * rarity;
  return sum;
}
