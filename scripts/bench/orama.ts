import { create, insertMultiple, search } from "@orama/orama";
import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemFrench } from "@orama/stemmers/french";
import { stemmer as stemRussian } from "@orama/stemmers/russian";
import { STOP_WORDS } from "../../src/answers/question/stop-words.ts";
import type { Language } from "../../src/model.ts";
import type { Document } from "./collection.ts";
import type { Engine } from "./engines.ts";

const TOKENIZERS = {
  en: { language: "english", stemming: true, stemmer: stemEnglish },
  fr: { language: "french", stemming: true, stemmer: stemFrench },
  ru: { language: "russian", stemming: true, stemmer: stemRussian },
};

export async function createOrama(
  documents: readonly Document[],
  language: Language,
): Promise<Engine> {
  const index = create({
    schema: { title: "string", text: "string" },
    components: { tokenizer: { ...TOKENIZERS[language], stopWords: [...STOP_WORDS[language]] } },
  });
  const add = async (more: readonly Document[]) => {
    const entries = more.map(({ id, title, text }) => ({ id, title, text }));
    await insertMultiple(index, entries, entries.length);
  };
  await add(documents);
  return {
    search: async (query, limit) => {
      const { hits } = await search(index, { term: query, limit });
      return hits.map(({ id }) => id);
    },
    add,
  };
}
