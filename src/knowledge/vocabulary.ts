/** Recognises the concepts of the vocabulary in a text, in any of its inflected forms. */

import { LANGUAGES, type Language } from "../model.ts";
import type { Concept } from "./concept.ts";
import { conceptKey, type Form, formsOf, keyOf, matches, PROPER_KINDS } from "./forms.ts";
import { createMending, createWordMending } from "./mending.ts";
import { remembering } from "./remembering.ts";
import { createSlips } from "./slips.ts";
import { fold, type Token } from "./tokens.ts";

/** Words `from` to `to` (exclusive) of a text name any of `concepts` (keys, `kind:id`). */
export type Mention = { from: number; to: number; concepts: string[] };

export type Vocabulary = {
  concepts: ReadonlyMap<string, Concept>;
  /** Mentions from left to right, never overlapping; the longest form wins. */
  recognise: (tokens: readonly Token[], language: Language) => Mention[];
  /** Every mention, those inside longer names and those that overlap too. */
  everyMention: (tokens: readonly Token[], language: Language) => Mention[];
  /** The concepts whose name, or a rare word of it, is a slip of the pen away from a word. */
  resembling: (word: string) => string[];
  /** Puts right names of several words and words that ask; `isWord` tells what is not misspelt. */
  mended: (
    tokens: readonly Token[],
    language: Language,
    isWord: (word: string) => boolean,
  ) => readonly Token[];
  /** The languages in which a folded word is a form of the vocabulary. */
  languagesOf: (word: string) => Language[];
};

/** Most words are none of the vocabulary. */
const NO_FORMS: readonly Form[] = [];

/** Indexes the forms of all concepts by their first word. */
export function createVocabulary(concepts: readonly Concept[]): Vocabulary {
  const forms = concepts.flatMap(formsOf);
  const byFirstWord = new Map(
    [null, ...LANGUAGES].map((language) => {
      const own = forms.filter((form) => form.language === language);
      return [
        language,
        Map.groupBy(own, ({ written }) => keyOf(written[0] ?? "", language)),
      ] as const;
    }),
  );
  const properWords = properWordForms(concepts);

  /** The forms that a word can begin in a text of each language. */
  const formsAt: Record<Language, (word: string) => readonly Form[]> = {
    en: remembering((word) => formsFrom(word, "en")),
    fr: remembering((word) => formsFrom(word, "fr")),
    ru: remembering((word) => formsFrom(word, "ru")),
  };

  function formsFrom(word: string, language: Language): readonly Form[] {
    const forms = [null, ...LANGUAGES].flatMap((own) => {
      const beginning = byFirstWord.get(own)?.get(keyOf(word, own)) ?? [];
      return beginning.filter(
        (form) =>
          (own === language || form.isProper) &&
          (form.written[0] === word || !form.isExact) &&
          !isAnothersName(form, word),
      );
    });
    return forms.length > 0 ? forms : NO_FORMS;
  }

  const proper = concepts.filter(({ kind }) => PROPER_KINDS.has(kind));
  const asking = concepts.filter(({ kind }) => kind === "question-word");
  const resembling = createSlips(proper, conceptKey);
  const mendNames = createMending([...proper, ...asking]);
  const mendWord = {
    en: createWordMending(asking, "en"),
    fr: createWordMending(asking, "fr"),
    ru: createWordMending(asking, "ru"),
  };

  /** From left to right, longest first; overlapping ones too. */
  function mentionsIn(tokens: readonly Token[], language: Language): Mention[] {
    const mentions: Mention[] = [];
    for (const [from, { text }] of tokens.entries()) {
      const forms = formsAt[language](text);
      if (forms.length === 0) continue;
      const here = forms.filter((form) => matches(form, { tokens, from, language }));
      if (here.length > 0) mentions.push(...mentionsOf(here, from));
    }
    return mentions;
  }

  /** Германия is no inflection of германий: a word that is some name as it stands is that name. */
  function isAnothersName({ concept, isProper, written }: Form, word: string): boolean {
    if (!isProper || written.length > 1 || written[0] === word) return false;
    const owners = properWords.get(word);
    return owners !== undefined && !owners.includes(concept);
  }

  return {
    concepts: new Map(concepts.map((concept) => [conceptKey(concept), concept])),
    recognise: (tokens, language) => withoutInner(mentionsIn(tokens, language)),
    everyMention: mentionsIn,
    resembling,
    mended: (tokens, language, isWord) =>
      mendNames(tokens, isWord).map((token) => {
        const isName = token.raw !== token.raw.toLowerCase();
        if (token.isNumber || isName || isWord(token.text)) return token;
        if (resembling(token.text).length > 0) return token;
        return { ...token, text: mendWord[language](token.text) ?? token.text };
      }),
    languagesOf: (word) =>
      LANGUAGES.filter((language) => byFirstWord.get(language)?.has(keyOf(word, language))),
  };
}

/** Of every mention the longest from the left; concepts that share their words share a mention. */
export function withoutInner(every: readonly Mention[]): Mention[] {
  const mentions: Mention[] = [];
  for (const { from, to, concepts } of every) {
    const last = mentions.at(-1);
    if (last?.from === from && last.to === to) last.concepts.push(...concepts);
    else if (!last || from >= last.to) mentions.push({ from, to, concepts: [...concepts] });
  }
  return mentions;
}

/** Concepts that share their words share a mention's place, not the mention; the longest first. */
function mentionsOf(forms: readonly Form[], from: number): Mention[] {
  const [only, second] = forms;
  if (only && !second) return [{ from, to: from + only.written.length, concepts: [only.concept] }];
  const ends = new Map<string, number>();
  for (const { concept, written } of forms)
    ends.set(concept, Math.max(ends.get(concept) ?? 0, from + written.length));
  return [...ends]
    .map(([concept, to]) => ({ from, to, concepts: [concept] }))
    .toSorted((left, right) => right.to - left.to);
}

/** One-word names, folded, with the concepts that bear them. */
function properWordForms(concepts: readonly Concept[]): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const concept of concepts) {
    if (!PROPER_KINDS.has(concept.kind)) continue;
    const key = conceptKey(concept);
    for (const name of Object.values(concept.names).flat()) {
      // Where capitals decide, the word as such is another's: германия, Германия.
      if (concept.cased?.includes(name)) continue;
      const word = fold(name);
      if (/[^\p{L}]/u.test(word)) continue;
      const bearers = forms.get(word);
      if (!bearers) forms.set(word, [key]);
      else if (!bearers.includes(key)) bearers.push(key);
    }
  }
  return forms;
}
