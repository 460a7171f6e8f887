/** What a question is about, so that questions about one thing are found to be that. */

import { isIdle } from "../answers/question/idle-words.ts";
import { termOf } from "../answers/search/analyzer.ts";
import { fingerprint } from "../knowledge/fingerprint.ts";
import { tokenize } from "../knowledge/tokens.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";

/**
 * Questions with the same `missingKey` lack the same thing, those with the same `wordsKey` say the
 * same in the same words; neither key tells the words, and null is like nothing. `subjects` are keys
 * of concepts, or words as they were written.
 */
export type QuestionSubject = {
  missingKey: string | null;
  wordsKey: string | null;
  subjects: readonly string[];
};

/** Kinds of concept that name one thing of the world. */
const NAMING = ["mineral:", "country:", "organisation:", "person:", "place:"];

/** `missing` are the words of the question that the base has nothing on. */
export function subjectOf(
  {
    question,
    missing,
    language,
  }: { question: string; missing: readonly string[]; language: Language },
  vocabulary: Vocabulary,
): QuestionSubject {
  const lacks = missing.flatMap((label) => {
    const words = wordsOf(label, language, vocabulary);
    return words.length > 0 ? [{ label, words }] : [];
  });
  // What is named is missing, whatever was asked about it.
  const named = lacks.filter(({ words }) => words.some(isName));
  const told = named.length > 0 ? named : lacks;
  const all = wordsOf(question, language, vocabulary);
  return {
    missingKey: keyOf(
      told.flatMap(({ words }) => (named.length > 0 ? words.filter(isName) : words)),
    ),
    wordsKey: keyOf(all),
    subjects:
      told.length > 0
        ? told.map(({ label, words }) => words.find(isName) ?? label)
        : [...new Set(all.filter(isName))],
  };
}

/** The concepts that a text names, and the stems of its other words. */
function wordsOf(text: string, language: Language, vocabulary: Vocabulary): string[] {
  const tokens = tokenize(text, language);
  const mentions = vocabulary
    .recognise(tokens, language)
    .map((mention) => ({ ...mention, concepts: mention.concepts.filter(isOfSubject) }))
    .filter(({ concepts }) => concepts.length > 0);
  return tokens.flatMap((token, at) => {
    const mention = mentions.find(({ from, to }) => at >= from && at < to);
    if (isIdle(mention?.concepts ?? [], token.raw)) return [];
    if (!mention) return termOf(token, language) ?? [];
    if (at > mention.from) return [];
    return mention.concepts.find(isName) ?? mention.concepts.toSorted().join("|");
  });
}

/** How it is asked is no part of what about. */
function isOfSubject(concept: string): boolean {
  return !concept.startsWith("question-word:");
}

function isName(word: string): boolean {
  return NAMING.some((prefix) => word.startsWith(prefix));
}

function keyOf(words: readonly string[]): string | null {
  return words.length > 0 ? fingerprint(...new Set(words.toSorted())) : null;
}
