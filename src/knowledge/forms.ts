/** How the names of a concept stand in a text: inflected, in another language, in capitals. */

import { LANGUAGES, type Language } from "../model.ts";
import type { Concept, ConceptKind, FormGuard } from "./concept.ts";
import { stem, type Token, tokenize } from "./tokens.ts";

/** The name of a concept across kinds: `mineral:lithium`. */
export function conceptKey(concept: { kind: ConceptKind; id: string }): string {
  return `${concept.kind}:${concept.id}`;
}

/** Kinds that name one thing of the world, and so are recognised in a text of any language. */
export const PROPER_KINDS: ReadonlySet<ConceptKind> = new Set([
  "mineral",
  "country",
  "organisation",
  "person",
  "place",
]);

/** A form this short is another word of the next language, unless it is written in capitals. */
const SHORT_FORM_LENGTH = 3;
/** A stem this short is another word's too: that of сталь is стал, that of fonte is font. */
const MAX_COLLIDING_STEM_LENGTH = 4;

export type Form = {
  concept: string;
  /** The language of the form; null for languages that are matched letter by letter. */
  language: Language | null;
  isProper: boolean;
  /** Folded, not stemmed. */
  written: readonly string[];
  /**
   * Whether no inflection stands for it. Question words and the shortest names have stems that say
   * something else: почем is no почему.
   */
  isExact: boolean;
  /** As written, where capitals decide. */
  cased: readonly string[] | null;
  guard: FormGuard | null;
};

export function formsOf(concept: Concept): Form[] {
  const key = conceptKey(concept);
  const isProper = PROPER_KINDS.has(concept.kind);
  return Object.entries(concept.names).flatMap(([code, names]) => {
    const language = LANGUAGES.find((each) => each === code) ?? null;
    return names.flatMap((name) => {
      const tokens = tokenize(name, language ?? "en");
      const [first] = tokens;
      if (!first) return [];
      const isShort =
        tokens.length === 1 && keyOf(first.text, language).length <= MAX_COLLIDING_STEM_LENGTH;
      return {
        concept: key,
        language,
        isProper,
        written: tokens.map((token) => token.text),
        isExact:
          (isProper && isShort) ||
          concept.kind === "question-word" ||
          (concept.unstemmed?.includes(name) ?? false),
        cased: concept.cased?.includes(name) ? tokens.map((token) => token.raw) : null,
        guard: concept.guards?.find((guard) => guard.form === name) ?? null,
      };
    });
  });
}

const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Short words are compared as they are: their stems collide. So are words of another script. */
export function keyOf(word: string, language: Language | null): string {
  if (language === null || word.length <= SHORT_FORM_LENGTH) return word;
  if (CYRILLIC.test(word) !== (language === "ru")) return word;
  return stem(word, language);
}

type Place = { tokens: readonly Token[]; from: number; language: Language };

/** Whether a form whose first word is at hand stands there. */
export function matches(form: Form, { tokens, from, language }: Place): boolean {
  const { written, cased, guard } = form;
  for (let at = 1; at < written.length; at += 1)
    if (!isForm(tokens[from + at]?.text, written[at], form)) return false;
  if (cased?.some((word, at) => tokens[from + at]?.raw !== word)) return false;
  const to = from + written.length;
  if (form.language !== language && isMistakable(tokens.slice(from, to))) return false;
  return guard === null || isAllowed({ guard, tokens, from, to });
}

function isForm(
  text: string | undefined,
  word: string | undefined,
  { language, isExact }: Form,
): boolean {
  if (text === undefined || word === undefined || text === word) return text === word;
  // No stem changes its first letter, and most words differ in that already.
  const mayInflect = !isExact && text[0] === word[0];
  return mayInflect && keyOf(text, language) === keyOf(word, language);
}

/** Short words of one language are other words of another, unless they are capitals. */
function isMistakable(tokens: readonly Token[]): boolean {
  const written = tokens.map(({ raw }) => raw);
  return written.join("").length <= SHORT_FORM_LENGTH && !isCapitals(written);
}

function isCapitals(words: readonly string[]): boolean {
  return words.every((word) => word === word.toUpperCase());
}

function isAllowed({
  guard,
  tokens,
  from,
  to,
}: {
  guard: FormGuard;
  tokens: readonly Token[];
  from: number;
  to: number;
}): boolean {
  const before = tokens[from]?.elided ?? tokens[from - 1]?.text ?? "";
  const after = tokens[to]?.text ?? "";
  // A question of one word can only mean the thing.
  if (tokens.length === to - from) return true;
  if (guard.only_after && !guard.only_after.includes(before)) return false;
  return !guard.not_after?.includes(before) && !guard.not_before?.includes(after);
}
