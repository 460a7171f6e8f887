/** Recognises the concepts of the vocabulary in a text, in any of its inflected forms. */
import {
  type Concept,
  type ConceptKind,
  type FormGuard,
  LANGUAGES,
  type Language,
} from "../model.ts";
import { createMending } from "./mending.ts";
import { remembering } from "./remembering.ts";
import { createSlips } from "./slips.ts";
import { fold, stem, type Token, tokenize } from "./tokens.ts";

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
  /** Puts right what is misspelt in names of several words; `isWord` tells what is none. */
  mended: ReturnType<typeof createMending>;
  /** The languages in which a folded word is a form of the vocabulary. */
  languagesOf: (word: string) => Language[];
};

/** The name of a concept across kinds: `mineral:lithium`. */
function conceptKey(concept: { kind: ConceptKind; id: string }): string {
  return `${concept.kind}:${concept.id}`;
}

/** Kinds that name one thing of the world, and so are recognised in a text of any language. */
const PROPER_KINDS: ReadonlySet<ConceptKind> = new Set([
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

/** Most words are none of the vocabulary. */
const NO_FORMS: readonly Form[] = [];

type Form = {
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
    resembling: createSlips(
      concepts.filter(({ kind }) => PROPER_KINDS.has(kind)),
      conceptKey,
    ),
    mended: createMending(concepts.filter(({ kind }) => PROPER_KINDS.has(kind))),
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

function formsOf(concept: Concept): Form[] {
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
function keyOf(word: string, language: Language | null): string {
  if (language === null || word.length <= SHORT_FORM_LENGTH) return word;
  if (CYRILLIC.test(word) !== (language === "ru")) return word;
  return stem(word, language);
}

type Place = { tokens: readonly Token[]; from: number; language: Language };

/** Whether a form whose first word is at hand stands there. */
function matches(form: Form, { tokens, from, language }: Place): boolean {
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
  return !isExact && keyOf(text, language) === keyOf(word, language);
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
