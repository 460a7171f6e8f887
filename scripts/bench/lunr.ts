import lunr from "lunr";
import addFrench from "lunr-languages/lunr.fr.js";
import addRussian from "lunr-languages/lunr.ru.js";
import addStemmers from "lunr-languages/lunr.stemmer.support.js";
import type { Language } from "../../src/model.ts";
import type { Document } from "./collection.ts";
import type { Engine } from "./engines.ts";

addStemmers(lunr);
addFrench(lunr);
addRussian(lunr);

export function createLunr(documents: readonly Document[], language: Language): Engine {
  let all = documents;
  let index = build(all, language);
  return {
    // As a list of words: as one text, a colon or a minus would be an operator.
    search: (query, limit) =>
      index
        .query((asked) => asked.term(lunr.tokenizer(query), {}))
        .slice(0, limit)
        .map(({ ref }) => ref),
    // An index of lunr cannot be changed, only built again.
    add: (more) => {
      all = [...all, ...more];
      index = build(all, language);
    },
  };
}

function build(documents: readonly Document[], language: Language): lunr.Index {
  return lunr((builder) => {
    if (language === "fr") builder.use(lunr.fr);
    if (language === "ru") builder.use(lunr.ru);
    builder.ref("id");
    builder.field("title");
    builder.field("text");
    for (const document of documents) builder.add(document);
  });
}
