/** Full-text search over documents in three languages; the only importer of minisearch. */
import MiniSearch, { type SearchOptions } from "minisearch";
import { LANGUAGES, type Language } from "../model.ts";
import { analyze } from "./analyzer.ts";
import { inTurns } from "./in-turns.ts";

/** `concepts` are keys of the vocabulary that the text names in any language. */
export type SearchDocument = {
  id: string;
  title: string;
  text: string;
  language: Language;
  concepts?: readonly string[];
};

/** `terms` as the analyzer gives them; `concepts` as vocabulary keys. */
type SearchQuery = {
  language: Language;
  terms: readonly string[];
  concepts: readonly string[];
};

/** A document with its BM25 score, higher is better. */
type Hit = { id: string; score: number };

export type SearchIndex = {
  /** Adds documents without blocking; one that has the id of another replaces it. */
  add: (documents: Iterable<SearchDocument>) => Promise<void>;
  /** Forgets the documents of these ids, in every language. */
  remove: (ids: Iterable<string>) => void;
  /** Hits best first. */
  search: (query: SearchQuery, limit: number) => Hit[];
  /** In how many documents of a language a term or concept stands. */
  frequency: (word: string, language: Language) => number;
  /** How many documents of a language there are. */
  size: (language: Language) => number;
  /** The indexed terms of a language that a mistyped one may stand for; itself when it is indexed. */
  known: (term: string, language: Language) => string[];
};

/** Set by measurement on other collections: see docs/search.md. */
const BM25 = { k: 1.6, b: 0.75, d: 0 };
const BOOST = { title: 1.5, concepts: 2 };
/** Shorter words have too many neighbours. */
const MIN_FUZZY_LENGTH = 5;
const FUZZINESS = 0.2;
const MIN_PREFIX_LENGTH = 4;
const MAX_CORRECTIONS = 5;

type Entry = { id: string; title: string[]; text: string[]; concepts: string[] };
type LanguageIndex = {
  engine: MiniSearch<Entry>;
  entries: Map<string, Entry>;
  frequencies: Map<string, number>;
};

/** One index per language, since BM25 weighs a word against all documents of its index. */
export function createSearchIndex(): SearchIndex {
  const indexes: Record<Language, LanguageIndex> = {
    en: emptyIndex(),
    fr: emptyIndex(),
    ru: emptyIndex(),
  };

  const frequency = (word: string, language: Language) =>
    indexes[language].frequencies.get(word) ?? 0;

  return {
    add: (documents) => inTurns(documents, (document) => add(indexes[document.language], document)),
    remove: (ids) => {
      for (const id of ids) for (const language of LANGUAGES) remove(indexes[language], id);
    },
    search: (query, limit) => search(indexes[query.language].engine, query).slice(0, limit),
    frequency,
    size: (language) => indexes[language].engine.documentCount,
    known: (term, language) =>
      frequency(term, language) > 0 ? [term] : corrections(indexes[language], term),
  };
}

function emptyIndex(): LanguageIndex {
  const engine = new MiniSearch<Entry>({
    fields: ["text", "title", "concepts"],
    // Analysis depends on the language and the field, which minisearch does not tell, so terms
    // arrive ready-made.
    extractField: (entry, field) =>
      field === "id"
        ? entry.id
        : field === "text"
          ? line(entry.text)
          : field === "title"
            ? line(entry.title)
            : line(entry.concepts),
    tokenize: (text) => text.split("\n"),
    processTerm: (term) => term || null,
  });
  return { engine, entries: new Map(), frequencies: new Map() };
}

function line(terms: readonly string[]): string {
  return terms.join("\n");
}

function add(index: LanguageIndex, document: SearchDocument): void {
  remove(index, document.id);
  const entry = {
    id: document.id,
    title: analyze(document.title, document.language),
    text: analyze(document.text, document.language),
    concepts: [...(document.concepts ?? [])],
  };
  index.engine.add(entry);
  index.entries.set(entry.id, entry);
  for (const word of new Set([...entry.text, ...entry.concepts]))
    index.frequencies.set(word, (index.frequencies.get(word) ?? 0) + 1);
}

function remove({ engine, entries, frequencies }: LanguageIndex, id: string): void {
  const entry = entries.get(id);
  if (!entry) return;
  engine.remove(entry);
  entries.delete(id);
  for (const word of new Set([...entry.text, ...entry.concepts])) {
    const left = (frequencies.get(word) ?? 0) - 1;
    if (left > 0) frequencies.set(word, left);
    else frequencies.delete(word);
  }
}

function search(engine: MiniSearch<Entry>, query: SearchQuery): Hit[] {
  const words = [...query.terms, ...query.concepts];
  if (words.length === 0) return [];
  const options: SearchOptions = { bm25: BM25, boost: BOOST, combineWith: "OR" };
  // minisearch multiplies a score by the number of words that matched; ranking weighs that itself.
  return engine
    .search(line(words), options)
    .map((result) => ({ id: String(result.id), score: result.score / result.queryTerms.length }));
}

function corrections({ engine, frequencies }: LanguageIndex, term: string): string[] {
  if (term.length < MIN_PREFIX_LENGTH || /\d/.test(term)) return [];
  const found = engine.search(term, {
    fields: ["text"],
    prefix: true,
    fuzzy: term.length >= MIN_FUZZY_LENGTH ? FUZZINESS : false,
  });
  return [...new Set(found.flatMap((result) => result.terms))]
    .filter((each) => frequencies.has(each))
    .slice(0, MAX_CORRECTIONS);
}
