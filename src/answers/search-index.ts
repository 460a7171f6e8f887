/** Full-text search over documents in three languages; the only importer of minisearch. */
import MiniSearch, { type SearchOptions, type SearchResult } from "minisearch";
import { LANGUAGES, type Language } from "../model.ts";
import { analyzeSentences, type Word } from "./analyzer.ts";
import { inTurns } from "./in-turns.ts";

/** `concepts` are keys of the vocabulary that the text names in any language. */
export type SearchDocument = {
  id: string;
  title: string;
  text: string;
  language: Language;
  concepts?: readonly string[];
};

/** A document's words by sentence. */
export type AnalyzedText = { title: readonly Word[]; sentences: readonly (readonly Word[])[] };

/** Any of `words` (terms as the analyzer gives them, or vocabulary keys) fulfils it. */
export type QueryTerm = { words: readonly string[]; weight: number };

/** A document with its BM25 score times the root of its coverage; higher is better. */
export type Hit = { id: string; score: number; document: AnalyzedText };

export type SearchIndex = {
  /** Adds documents without blocking; one that has the id of another replaces it. */
  add: (documents: Iterable<SearchDocument>) => Promise<void>;
  /** Forgets the documents of these ids, in every language. */
  remove: (ids: Iterable<string>) => void;
  /** Hits best first. */
  search: (
    query: { language: Language; terms: readonly QueryTerm[] },
    limit: number,
  ) => readonly Hit[];
  /** In how many documents of a language a term or concept stands, titles left aside. */
  frequency: (word: string, language: Language) => number;
  /** How rare a word is: its inverse document frequency, titles counted. */
  rarity: (word: string, language: Language) => number;
  /** How many documents of a language there are. */
  size: (language: Language) => number;
  /** The indexed terms of a language that a mistyped one may stand for; itself when it is indexed. */
  known: (term: string, language: Language) => string[];
};

/** Set by measurement on other collections: see docs/search.md. */
const BM25 = { k: 1.6, b: 0.75, d: 0 };
const BOOST = { concepts: 2 };
const COVERAGE_POWER = 0.5;
/** Shorter words have too many neighbours. */
const MIN_FUZZY_LENGTH = 5;
const FUZZINESS = 0.2;
const MIN_PREFIX_LENGTH = 4;
const MAX_CORRECTIONS = 5;
/**
 * minisearch needs about a microsecond for each document that a word stands in, and a question is
 * to be answered in 50 ms. Rare words go first; what is left out are words that stand nearly
 * everywhere and tell next to nothing.
 */
const MAX_POSTINGS = 10_000;

/** minisearch's own order is close enough that what it places lower would not come up. */
const MAX_WEIGHED = 1000;

type Counts = { inText: number; inAll: number };
type Entry = AnalyzedText & { id: string; concepts: readonly string[] };
type LanguageIndex = {
  engine: MiniSearch<Entry>;
  entries: Map<string, Entry>;
  words: Map<string, Word>;
  counts: Map<string, Counts>;
  /** The terms as documents of their own, so that a slip is looked up in them alone. */
  lexicon: MiniSearch<{ id: string }>;
};

/** One index per language, since BM25 weighs a word against all documents of its index. */
export function createSearchIndex(): SearchIndex {
  const indexes: Record<Language, LanguageIndex> = {
    en: emptyIndex(),
    fr: emptyIndex(),
    ru: emptyIndex(),
  };
  return {
    add: (documents) => inTurns(documents, (document) => add(indexes[document.language], document)),
    remove: (ids) => {
      for (const id of ids) for (const language of LANGUAGES) remove(indexes[language], id);
    },
    search: ({ language, terms }, limit) => search(indexes[language], terms).slice(0, limit),
    frequency: (word, language) => indexes[language].counts.get(word)?.inText ?? 0,
    rarity: (word, language) => rarity(indexes[language], word),
    size: (language) => indexes[language].entries.size,
    known: (term, language) =>
      indexes[language].counts.has(term) ? [term] : corrections(indexes[language], term),
  };
}

function emptyIndex(): LanguageIndex {
  // Analysis depends on the language and the field, which minisearch does not tell, so terms
  // arrive ready-made.
  const readyMade = {
    tokenize: (text: string) => text.split("\n"),
    processTerm: (term: string) => term || null,
  };
  return {
    engine: new MiniSearch<Entry>({
      ...readyMade,
      fields: ["text", "title", "concepts"],
      extractField: (entry, field) =>
        field === "id"
          ? entry.id
          : field === "text"
            ? line(termsOf(entry.sentences.flat()))
            : field === "title"
              ? line(termsOf(entry.title))
              : line(entry.concepts),
    }),
    lexicon: new MiniSearch<{ id: string }>({ ...readyMade, fields: ["id"] }),
    entries: new Map(),
    words: new Map(),
    counts: new Map(),
  };
}

function termsOf(words: readonly Word[]): string[] {
  return words.flatMap((word) => word.term ?? []);
}

function line(terms: readonly string[]): string {
  return terms.join("\n");
}

function add(index: LanguageIndex, { id, title, text, language, concepts }: SearchDocument): void {
  remove(index, id);
  const entry: Entry = {
    id,
    title: analyzeSentences(title, language, index.words).flat(),
    sentences: analyzeSentences(text, language, index.words),
    concepts: [...(concepts ?? [])],
  };
  index.engine.add(entry);
  index.entries.set(id, entry);
  count(index, entry, 1);
}

function remove(index: LanguageIndex, id: string): void {
  const entry = index.entries.get(id);
  if (!entry) return;
  index.engine.remove(entry);
  index.entries.delete(id);
  count(index, entry, -1);
}

function count({ counts, lexicon }: LanguageIndex, entry: Entry, by: 1 | -1): void {
  const inText = new Set([...termsOf(entry.sentences.flat()), ...entry.concepts]);
  for (const word of inText.union(new Set(termsOf(entry.title)))) {
    const before = counts.get(word) ?? { inText: 0, inAll: 0 };
    const after = {
      inText: before.inText + (inText.has(word) ? by : 0),
      inAll: before.inAll + by,
    };
    if (after.inAll > 0) counts.set(word, after);
    else counts.delete(word);
    if (before.inAll === 0) lexicon.add({ id: word });
    else if (after.inAll === 0) lexicon.remove({ id: word });
  }
}

function rarity({ entries, counts }: LanguageIndex, word: string): number {
  const frequency = counts.get(word)?.inAll ?? 0;
  return Math.log(1 + (entries.size - frequency + 0.5) / (frequency + 0.5));
}

function search(index: LanguageIndex, terms: readonly QueryTerm[]): Hit[] {
  const weights = new Map<string, number>();
  for (const { words, weight } of terms)
    for (const word of words) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
  const { words, mayFind } = withinBudget(index, [...weights.keys()]);
  if (words.length === 0) return [];
  const options: SearchOptions = {
    bm25: BM25,
    boost: BOOST,
    combineWith: "OR",
    boostTerm: (word) => weights.get(word) ?? 1,
    ...(mayFind && { boostDocument: mayFind }),
  };
  const coverage = coverageBy(index, terms);
  return index.engine
    .search(line(words), options)
    .slice(0, MAX_WEIGHED)
    .flatMap((result) => {
      const id = String(result.id);
      const document = index.entries.get(id);
      return document ? [{ id, score: scoreOf(result) * coverage(result), document }] : [];
    })
    .toSorted((left, right) => right.score - left.score);
}

/** The rarest words that are looked up in time; the rarest of all even where it takes too long. */
function withinBudget({ counts }: LanguageIndex, words: readonly string[]) {
  const frequency = (word: string) => counts.get(word)?.inAll ?? 0;
  const known = words
    .filter((word) => frequency(word) > 0)
    .toSorted((left, right) => frequency(left) - frequency(right));
  let left = MAX_POSTINGS;
  const affordable = known.filter((word, at) => {
    left -= frequency(word);
    return at === 0 || left >= 0;
  });
  const [rarest] = known;
  const isTooMuch = rarest !== undefined && frequency(rarest) > MAX_POSTINGS;
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

/** minisearch multiplies a score by the number of words that matched; coverage weighs that better. */
function scoreOf({ score, queryTerms }: SearchResult): number {
  return score / Math.max(queryTerms.length, 1);
}

/** The share of the query that a document names, by rarity and weight, to a power. */
function coverageBy(
  index: LanguageIndex,
  terms: readonly QueryTerm[],
): (result: SearchResult) => number {
  const shares = new Map(
    terms.map((term) => {
      const rarest = Math.max(0, ...term.words.map((word) => rarity(index, word)));
      return [term, term.weight * rarest] as const;
    }),
  );
  const ofWord = new Map(terms.flatMap((term) => term.words.map((word) => [word, term] as const)));
  const worth = (named: Iterable<QueryTerm>) =>
    [...named].reduce((sum, term) => sum + (shares.get(term) ?? 0), 0);
  const total = worth(terms) || 1;
  return ({ queryTerms }) => {
    const named = new Set(queryTerms.flatMap((word) => ofWord.get(word) ?? []));
    return (worth(named) / total) ** COVERAGE_POWER;
  };
}

function corrections({ lexicon }: LanguageIndex, term: string): string[] {
  if (term.length < MIN_PREFIX_LENGTH || /\d/.test(term)) return [];
  return lexicon
    .search(term, {
      prefix: true,
      fuzzy: term.length >= MIN_FUZZY_LENGTH ? FUZZINESS : false,
    })
    .map(({ id }) => String(id))
    .filter((id) => !id.includes(":"))
    .slice(0, MAX_CORRECTIONS);
}
