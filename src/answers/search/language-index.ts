/** The documents of one language, ranked by minisearch and by how much of a query they name. */
import MiniSearch, { type SearchOptions, type SearchResult } from "minisearch";
import { type Token, tokenize } from "../../knowledge/tokens.ts";
import type { Language } from "../../model.ts";
import { analyze, analyzeSentences, type Word } from "./analyzer.ts";
import { coverageOf, type QueryTerm } from "./coverage.ts";
import { createLexicon } from "./lexicon.ts";
import { withinBudget } from "./posting-budget.ts";

/**
 * `concepts` are keys of the vocabulary that the text names in any language, `tokens` those of the
 * text, from whoever has read it already.
 */
export type IndexedText = {
  id: string;
  title: string;
  text: string;
  tokens?: readonly Token[];
  concepts?: readonly string[];
  /** Words that it may be looked up by and does not hold. */
  searchTerms?: string;
};

/** A document's words by sentence. */
export type AnalyzedText = { title: readonly Word[]; sentences: readonly (readonly Word[])[] };

/** A document with its BM25 score times the root of its coverage; higher is better. */
export type Hit = { id: string; score: number; document: AnalyzedText };

/** What `SearchIndex` has, in one language. */
export type LanguageIndex = {
  add: (document: IndexedText) => void;
  remove: (id: string) => void;
  search: (terms: readonly QueryTerm[], accepts?: (id: string) => boolean) => Hit[];
  frequency: (word: string) => number;
  rarity: (word: string) => number;
  size: () => number;
  known: (term: string) => readonly string[];
};

/** Set by measurement on other collections: see docs/search.md. */
const BM25 = { k: 1.6, b: 0.75, d: 0 };
const BOOST = { concepts: 2, searchTerms: 0.5 };
/** minisearch's own order is close enough that what it places lower would not come up. */
const MAX_WEIGHED = 1000;

type Entry = AnalyzedText & Pick<Terms, "concepts" | "searchTerms">;
type Terms = Record<"text" | "title" | "concepts" | "searchTerms", readonly string[]>;
/** In how many documents a word stands; titles and search terms left aside, and counted. */
type Counts = { inText: number; inAll: number };

export function createLanguageIndex(language: Language): LanguageIndex {
  // Analysis depends on the language, which minisearch does not know, so terms arrive ready-made.
  const engine = new MiniSearch<{ id: string }>({
    fields: ["text", "title", "concepts", "searchTerms"],
    tokenize: (line) => line.split("\n"),
    processTerm: (term) => term || null,
  });
  const lexicon = createLexicon();
  const entries = new Map<string, Entry>();
  const counts = new Map<string, Counts>();
  const words = new Map<string, Word>();
  let lastTitle: { text: string; words: readonly Word[] } = { text: "", words: [] };

  function add({ id, title, text, tokens, concepts = [], searchTerms = "" }: IndexedText): void {
    remove(id);
    const read = { text, tokens: tokens ?? tokenize(text, language) };
    const sentences = analyzeSentences(read, language, words);
    const entry = {
      title: titleWords(title),
      sentences,
      concepts,
      searchTerms: analyze(searchTerms, language),
    };
    const terms = termsOf(entry);
    engine.add(fieldsOf(id, terms));
    entries.set(id, entry);
    count(terms, 1);
  }

  function remove(id: string): void {
    const entry = entries.get(id);
    if (!entry) return;
    const terms = termsOf(entry);
    engine.remove(fieldsOf(id, terms));
    entries.delete(id);
    count(terms, -1);
  }

  /** The facts of an article follow each other and share their title. */
  function titleWords(title: string): readonly Word[] {
    if (title !== lastTitle.text) {
      const read = { text: title, tokens: tokenize(title, language) };
      lastTitle = { text: title, words: analyzeSentences(read, language, words).flat() };
    }
    return lastTitle.words;
  }

  function count({ text, title, concepts, searchTerms }: Terms, by: 1 | -1): void {
    const inText = new Set([...text, ...concepts]);
    for (const word of inText) tally(word, { inText: by, inAll: by });
    for (const word of new Set([...title, ...searchTerms]))
      if (!inText.has(word)) tally(word, { inText: 0, inAll: by });
  }

  function tally(word: string, { inText, inAll }: Counts): void {
    const counted = counts.get(word);
    if (!counted) {
      counts.set(word, { inText, inAll });
      lexicon.add(word);
      return;
    }
    counted.inText += inText;
    counted.inAll += inAll;
    if (counted.inAll > 0) return;
    counts.delete(word);
    lexicon.remove(word);
  }

  function search(terms: readonly QueryTerm[], accepts?: (id: string) => boolean): Hit[] {
    const weights = new Map<string, number>();
    for (const { words, weight } of terms)
      for (const word of words) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
    const { words, mayFind } = withinBudget([...weights.keys()], postings);
    if (words.length === 0) return [];
    const options: SearchOptions = {
      bm25: BM25,
      boost: BOOST,
      combineWith: "OR",
      boostTerm: (word) => weights.get(word) ?? 1,
      ...(mayFind && { boostDocument: mayFind }),
      ...(accepts && { filter: ({ id }) => accepts(String(id)) }),
    };
    const coverage = coverageOf(terms, rarity);
    return engine
      .search(words.join("\n"), options)
      .slice(0, MAX_WEIGHED)
      .flatMap((result) => {
        const id = String(result.id);
        const document = entries.get(id);
        const score = scoreOf(result) * coverage(result.queryTerms);
        return document ? [{ id, score, document }] : [];
      })
      .toSorted((left, right) => right.score - left.score);
  }

  function postings(word: string): number {
    return counts.get(word)?.inAll ?? 0;
  }

  function rarity(word: string): number {
    const frequency = postings(word);
    return Math.log(1 + (entries.size - frequency + 0.5) / (frequency + 0.5));
  }

  return {
    add,
    remove,
    search,
    frequency: (word) => counts.get(word)?.inText ?? 0,
    rarity,
    size: () => entries.size,
    known: (term) => (counts.has(term) ? [term] : lexicon.resembling(term)),
  };
}

function termsOf({ title, sentences, ...others }: Entry): Terms {
  return { ...others, text: sentences.flatMap(termsIn), title: termsIn(title) };
}

function termsIn(words: readonly Word[]): string[] {
  return words.flatMap(({ term }) => term ?? []);
}

function fieldsOf(id: string, { text, title, concepts, searchTerms }: Terms) {
  return {
    id,
    text: text.join("\n"),
    title: title.join("\n"),
    concepts: concepts.join("\n"),
    searchTerms: searchTerms.join("\n"),
  };
}

/** minisearch multiplies a score by the number of words that matched; coverage weighs that better. */
function scoreOf({ score, queryTerms }: SearchResult): number {
  return score / Math.max(queryTerms.length, 1);
}
