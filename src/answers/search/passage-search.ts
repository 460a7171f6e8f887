/** Search over any collection of texts: no vocabulary, store or Slack needed. */
import { isCapitalised, tokenize } from "../../knowledge/tokens.ts";
import { LANGUAGES, type Language } from "../../model.ts";
import { detectLanguage } from "../question/language.ts";
import { termOf } from "./analyzer.ts";
import { type Asked, type AskedTerm, rerank } from "./rerank.ts";
import { createSearchIndex, type SearchDocument, type SearchIndex } from "./search-index.ts";

export type PassageSearch = Pick<SearchIndex, "add" | "remove"> & {
  /** Ids of the documents that answer best, best first; those in the query's language first. */
  search: (query: string, limit: number) => string[];
};

/** The order within these is looked at closely; beyond them it is minisearch's. */
const MAX_RERANKED = 50;
/** Names and numbers tell more of what is meant than other words. */
const NAME_WEIGHT = 1.2;
/** What a mistyped word may stand for is a guess. */
const CORRECTION_WEIGHT = 0.5;
/** A person does not type more; a pasted page is judged by its beginning. */
const MAX_QUERY_WORDS = 100;

/** Indexes documents, without blocking meanwhile. */
export async function createPassageSearch(
  documents: Iterable<SearchDocument>,
): Promise<PassageSearch> {
  const index = createSearchIndex();
  await index.add(documents);
  return {
    add: index.add,
    remove: index.remove,
    search: (query, limit) => {
      const found = new Set<string>();
      for (const language of languagesFor(query, index)) {
        if (found.size >= limit) break;
        for (const id of searchIn(query, language, { index, limit })) found.add(id);
      }
      return [...found].slice(0, limit);
    },
  };
}

/** The languages that there are documents in: the query's first, then the one with the most. */
function languagesFor(query: string, index: SearchIndex): Language[] {
  const bySize = LANGUAGES.filter((language) => index.size(language) > 0).toSorted(
    (left, right) => index.size(right) - index.size(left),
  );
  if (bySize.length < 2) return bySize;
  const languagesOf = (word: string) =>
    bySize.filter((language) =>
      tokenize(word, language).some((token) => {
        const term = termOf(token, language);
        return term !== null && index.frequency(term, language) > 0;
      }),
    );
  const own = detectLanguage(query, { languagesOf }, bySize[0]);
  return [...new Set([own, ...bySize])].filter((language) => index.size(language) > 0);
}

function searchIn(
  query: string,
  language: Language,
  { index, limit }: { index: SearchIndex; limit: number },
): string[] {
  const asked = readQuery(query, language, index);
  const hits = index.search({ language, terms: asked.terms }, Math.max(limit, MAX_RERANKED));
  return [...rerank(hits.slice(0, MAX_RERANKED), asked), ...hits.slice(MAX_RERANKED)].map(
    ({ id }) => id,
  );
}

function readQuery(query: string, language: Language, index: SearchIndex): Asked {
  const tokens = tokenize(query, language).slice(0, MAX_QUERY_WORDS);
  const terms = new Map<string, AskedTerm>();
  const words = tokens.map((token) => {
    const term = termOf(token, language);
    if (term === null) return { exact: token.text, rarity: 0 };
    const words = index.known(term, language);
    const isCorrected = words[0] !== term;
    const isName = token.isNumber || (token.start > 0 && isCapitalised(token.raw));
    const weight = (isName ? NAME_WEIGHT : 1) * (isCorrected ? CORRECTION_WEIGHT : 1);
    const rarity = Math.max(index.rarity(term, language), 0);
    if (!terms.has(term)) terms.set(term, { words, weight, rarity });
    return { exact: token.text, rarity };
  });
  return { words, terms: [...terms.values()] };
}
