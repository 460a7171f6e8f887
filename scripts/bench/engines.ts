/** The product's search and its peers behind one door; each peer is set up as its manual says. */
import type { Language } from "../../src/model.ts";
import type { Document } from "./collection.ts";

/** An index over documents of one language. */
export type Engine = {
  search: (query: string, limit: number) => string[] | Promise<string[]>;
  add: (documents: readonly Document[]) => void | Promise<void>;
};

export type EngineName = keyof typeof ENGINES;

/** Only the measured engine's library is loaded, so that starts can be compared. */
export const ENGINES = {
  product: async (documents: readonly Document[]): Promise<Engine> => {
    const { createPassageSearch } = await import("../../src/answers/search/passage-search.ts");
    return createPassageSearch(documents);
  },
  "minisearch (defaults)": async (documents: readonly Document[]) =>
    (await import("./minisearch.ts")).createMiniSearch(documents),
  "lunr (languages)": async (documents: readonly Document[], language: Language) =>
    (await import("./lunr.ts")).createLunr(documents, language),
  flexsearch: async (documents: readonly Document[], language: Language) =>
    (await import("./flexsearch.ts")).createFlexSearch(documents, language),
  "orama (stemmers)": async (documents: readonly Document[], language: Language) =>
    (await import("./orama.ts")).createOrama(documents, language),
  "wink-bm25 (stop words, stems)": async (documents: readonly Document[], language: Language) =>
    (await import("./wink.ts")).createWink(documents, language),
  "sqlite fts5": async (documents: readonly Document[], language: Language) =>
    (await import("./fts5.ts")).createFts5(documents, language),
};

export const ENGINE_NAMES = Object.keys(ENGINES).filter(isEngineName);

export function isEngineName(name: string): name is EngineName {
  return name in ENGINES;
}
