/** Full-text search over documents in three languages. */
import { LANGUAGES, type Language } from "../../model.ts";
import type { QueryTerm } from "./coverage.ts";
import { inTurns } from "./in-turns.ts";
import { createLanguageIndex, type Hit, type IndexedText } from "./language-index.ts";

export type SearchDocument = IndexedText & { language: Language };

export type SearchIndex = {
  /** Adds documents without blocking; one that has the id of another replaces it. */
  add: (documents: Iterable<SearchDocument>) => Promise<void>;
  /** Forgets the documents of these ids, in every language. */
  remove: (ids: Iterable<string>) => void;
  /** Hits best first, of those documents that `accepts` lets through. */
  search: (
    query: {
      language: Language;
      terms: readonly QueryTerm[];
      accepts?: (id: string) => boolean;
    },
    limit: number,
  ) => readonly Hit[];
  /** In how many documents of a language a term or concept stands, titles left aside. */
  frequency: (word: string, language: Language) => number;
  /** How rare a word is: its inverse document frequency, titles counted. */
  rarity: (word: string, language: Language) => number;
  /** How many documents of a language there are. */
  size: (language: Language) => number;
  /** The indexed terms of a language that a mistyped one may stand for; itself when it is indexed. */
  known: (term: string, language: Language) => readonly string[];
};

/** One index per language, since BM25 weighs a word against all documents of its index. */
export function createSearchIndex(): SearchIndex {
  const indexes = {
    en: createLanguageIndex("en"),
    fr: createLanguageIndex("fr"),
    ru: createLanguageIndex("ru"),
  };
  return {
    add: (documents) => inTurns(documents, (document) => indexes[document.language].add(document)),
    remove: (ids) => {
      for (const id of ids) for (const language of LANGUAGES) indexes[language].remove(id);
    },
    search: ({ language, terms, accepts }, limit) =>
      indexes[language].search(terms, accepts).slice(0, limit),
    frequency: (word, language) => indexes[language].frequency(word),
    rarity: (word, language) => indexes[language].rarity(word),
    size: (language) => indexes[language].size(),
    known: (term, language) => indexes[language].known(term),
  };
}
