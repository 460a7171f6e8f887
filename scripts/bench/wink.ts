import createEngine from "wink-bm25-text-search";
import { analyze } from "../../src/answers/search/analyzer.ts";
import type { Language } from "../../src/model.ts";
import type { Document } from "./collection.ts";
import type { Engine } from "./engines.ts";

/** It prepares no text itself, so it gets the product's stop words and stems. */
export function createWink(documents: readonly Document[], language: Language): Engine {
  let all = documents;
  let index = build(all, language);
  return {
    search: (query, limit) => index.search(query, limit).map(([id]) => id),
    // A consolidated index cannot be changed, only built again.
    add: (more) => {
      all = [...all, ...more];
      index = build(all, language);
    },
  };
}

function build(documents: readonly Document[], language: Language) {
  const index = createEngine();
  index.defineConfig({ fldWeights: { title: 1, text: 1 } });
  index.definePrepTasks([(text) => analyze(text, language)]);
  for (const { id, title, text } of documents) index.addDoc({ title, text }, id);
  index.consolidate();
  return index;
}
