import type { Language } from "../model.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a concept is called in a language: the first of its forms there, with a capital letter. */
export function conceptName(vocabulary: Vocabulary, key: string, language: Language): string {
  const concept = vocabulary.concepts.get(key);
  const name = concept?.names[language]?.[0] ?? concept?.name ?? key.replace(/^[^:]*:/, "");
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
