import type { Language } from "../model.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a concept is called in a language, as it stands within a sentence: its first form there. */
export function plainName(vocabulary: Vocabulary, key: string, language: Language): string {
  const concept = vocabulary.concepts.get(key);
  return concept?.names[language]?.[0] ?? concept?.name ?? key.replace(/^[^:]*:/, "");
}

/** The same with a capital letter. */
export function conceptName(vocabulary: Vocabulary, key: string, language: Language): string {
  return capitalised(plainName(vocabulary, key, language), language);
}

export function capitalised(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
