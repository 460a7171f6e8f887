/** In which language a question is put: by script, stop words, accents and vocabulary. */
import { tokenize } from "../knowledge/tokens.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { LANGUAGES, type Language } from "../model.ts";
import { STOP_WORDS } from "./stop-words.ts";

const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}/gu;
const FRENCH_LETTERS = /[àâçèêëîïôùûœæ]|é|\b(?:l|d|qu|c|j|n|s)['’]/giu;

/** The question's language; `fallback` when nothing in it tells. */
export function detectLanguage(
  text: string,
  vocabulary: Pick<Vocabulary, "languagesOf">,
  fallback: Language = "en",
): Language {
  const cyrillic = count(text, CYRILLIC);
  if (cyrillic > 0 && cyrillic * 2 >= count(text, LATIN)) return "ru";
  const scores: Record<Language, number> = {
    en: 0,
    fr: Math.min(count(text, FRENCH_LETTERS), 3),
    ru: 0,
  };
  for (const token of tokenize(text, "en")) {
    if (token.isNumber) continue;
    for (const language of LANGUAGES)
      if (STOP_WORDS[language].has(token.text)) scores[language] += 2;
    const named = vocabulary.languagesOf(token.text);
    const [only] = named;
    if (only && named.length === 1) scores[only] += 1;
  }
  if (scores.fr === scores.en) return fallback === "fr" ? "fr" : "en";
  return scores.fr > scores.en ? "fr" : "en";
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
