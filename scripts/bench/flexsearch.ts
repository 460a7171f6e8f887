import { Charset, Encoder, Index } from "flexsearch";
import english from "flexsearch/lang/en";
import french from "flexsearch/lang/fr";
import type { Language } from "../../src/model.ts";
import type { Document } from "./collection.ts";
import type { Engine } from "./engines.ts";

/** There is no pack of Russian. */
const ENCODERS: Record<Language, () => Encoder> = {
  en: () => new Encoder(Charset.Default).assign(english),
  fr: () => new Encoder(Charset.Default).assign(french),
  ru: () => new Encoder(Charset.Default),
};

export function createFlexSearch(documents: readonly Document[], language: Language): Engine {
  const index = new Index({ encoder: ENCODERS[language]() });
  const add = (more: readonly Document[]) => {
    for (const { id, title, text } of more) index.add(id, `${title} ${text}`);
  };
  add(documents);
  return {
    // Without `suggest` every word of a question would have to match.
    search: (query, limit) => index.search(query, { limit, suggest: true }).map(String),
    add,
  };
}
