/** Text to terms: one analysis per language, the same for documents and questions. */
import { stem, type Token, tokenize } from "../knowledge/tokens.ts";
import type { Language } from "../model.ts";
import { STOP_WORDS } from "./stop-words.ts";

/** The terms of a text: folded, without elisions and stop words, stemmed; numbers as they are. */
export function analyze(text: string, language: Language): string[] {
  return tokenize(text, language).flatMap((token) => termOf(token, language) ?? []);
}

/** The term of one word; null for a stop word. */
export function termOf(token: Token, language: Language): string | null {
  if (token.isNumber) return token.text;
  // A letter alone is what an apostrophe or a hyphen left: va-t-elle, w/.
  if (token.text.length === 1) return null;
  return STOP_WORDS[language].has(token.text) ? null : stem(token.text, language);
}
