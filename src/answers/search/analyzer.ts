/** Text to terms: one analysis per language, the same for documents and questions. */
import { onceForEach } from "../../knowledge/once.ts";
import { stem, type Token, tokenize } from "../../knowledge/tokens.ts";
import type { Language } from "../../model.ts";
import { STOP_WORDS } from "../question/stop-words.ts";

/** A word as written but folded, and its term; null for a stop word. */
export type Word = { exact: string; term: string | null };

/** The end of a sentence, or a line of its own: a heading, an item of a list. */
const SENTENCE_END = /(?<=[.!?…;])\s+|\s*\n\s*/gu;

/** The terms of a text: folded, without elisions and stop words, stemmed; numbers as they are. */
export function analyze(text: string, language: Language): string[] {
  return tokenize(text, language).flatMap((token) => termOf(token, language) ?? []);
}

/** The terms of the English of a text that is kept: a fact, the name of a deal. */
export const englishTerms = onceForEach(({ en }: { en: string }): readonly string[] =>
  analyze(en, "en"),
);

/** The words of each sentence; `intern` keeps one object for all occurrences of a word. */
export function analyzeSentences(
  { text, tokens }: { text: string; tokens: readonly Token[] },
  language: Language,
  intern: Map<string, Word>,
): Word[][] {
  const sentences: Word[][] = [];
  let at = 0;
  for (const end of [...text.matchAll(SENTENCE_END).map(({ index }) => index), text.length]) {
    const words: Word[] = [];
    for (let token = tokens[at]; token && token.start < end; token = tokens[at]) {
      words.push(wordOf(token, language, intern));
      at += 1;
    }
    if (words.length > 0) sentences.push(words);
  }
  return sentences;
}

/** The term of one word; null for a stop word. */
export function termOf(token: Token, language: Language): string | null {
  if (token.isNumber) return token.text;
  // A letter alone is what an apostrophe or a hyphen left: va-t-elle, w/.
  if (token.text.length === 1) return null;
  return STOP_WORDS[language].has(token.text) ? null : stem(token.text, language);
}

function wordOf(token: Token, language: Language, intern: Map<string, Word>): Word {
  const known = intern.get(token.text);
  if (known) return known;
  const word = { exact: token.text, term: termOf(token, language) };
  intern.set(token.text, word);
  return word;
}
