/** Filters as people write them behind a command. */
import { type Filter, parseFilter } from "../answers/filter.ts";
import { detectLanguage } from "../answers/question/language.ts";
import { tokenize } from "../knowledge/tokens.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";

/**
 * Reads words as a filter; null where they are rather the rest of a question. `isSubject`: the words
 * before them ask for one, so that strange words make them none.
 */
export function readFilter(
  text: string,
  { today, vocabulary, isSubject }: { today: string; vocabulary: Vocabulary; isSubject: boolean },
): Filter | null {
  const filter = parseFilter({ text, today, vocabulary });
  if (text.includes("?")) return null;
  return !isSubject && isOfQuestion(filter, text, vocabulary) ? null : filter;
}

/** Words that mean something, and nothing to a filter, or more strange words than others. */
function isOfQuestion(filter: Filter, text: string, vocabulary: Vocabulary): boolean {
  const { notUnderstood } = filter;
  if (notUnderstood.length === 0) return false;
  const language = detectLanguage(text, vocabulary);
  const isKnown = (word: string) =>
    vocabulary.recognise(tokenize(word, language), language).length > 0;
  if (notUnderstood.some(isKnown)) return true;
  return notUnderstood.length > Math.max(understood(filter), 1);
}

function understood({ period, notUnderstood: _, ...lists }: Filter): number {
  return Object.values(lists).flat().length + (period ? 1 : 0);
}

/** The language that words are plainly written in; null where they may be of several. */
export function plainLanguage(text: string, vocabulary: Vocabulary): Language | null {
  const language = detectLanguage(text, vocabulary, "en");
  return language === detectLanguage(text, vocabulary, "fr") ? language : null;
}
