/** Text to words: the one reading of texts that vocabulary, index and number checks share. */
import { stemmer as stemFrench } from "@orama/stemmers/french";
import { stemmer as stemRussian } from "@orama/stemmers/russian";
import { stem as stemEnglish } from "porter2";
import type { Language } from "../model.ts";
import { remembering } from "./remembering.ts";

/**
 * One word or number of a text. `text` is folded (lower case, no accents; numbers in plain digits),
 * `raw` as written, `start` and `end` its place in the text, `elided` the French article or pronoun
 * that was cut off before it (`l` of `l'or`).
 */
export type Token = {
  text: string;
  raw: string;
  start: number;
  end: number;
  elided: string | null;
  isNumber: boolean;
};

const ELISIONS = new Set([
  "l",
  "d",
  "qu",
  "j",
  "m",
  "n",
  "s",
  "t",
  "c",
  "jusqu",
  "lorsqu",
  "puisqu",
]);
const SPACED_NUMBER = String.raw`\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)`;
const COMMA_NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)`;
const PLAIN_NUMBER = String.raw`\d+(?:[.,]\d+)?`;
/** C5+1 is one name, and its 1 no quantity. */
const WORD = String.raw`[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:\+\p{N}+)?`;
/** An English comma groups thousands; a French or Russian one is the decimal mark. */
const PATTERNS: Record<Language, RegExp> = {
  en: new RegExp(`${SPACED_NUMBER}|${COMMA_NUMBER}|${PLAIN_NUMBER}|${WORD}`, "gu"),
  fr: new RegExp(`${SPACED_NUMBER}|${PLAIN_NUMBER}|${WORD}`, "gu"),
  ru: new RegExp(`${SPACED_NUMBER}|${PLAIN_NUMBER}|${WORD}`, "gu"),
};
const APOSTROPHE = /['’ʼ`]/;

/** The words and numbers of a text, in order. */
export function tokenize(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  let elided: string | null = null;
  for (const match of text.matchAll(PATTERNS[language])) {
    const raw = match[0];
    const start = match.index;
    const end = start + raw.length;
    const isNumber = /^\d/.test(raw);
    const folded = isNumber ? plainNumber(raw, language) : fold(raw);
    if (APOSTROPHE.test(text.charAt(end)) && ELISIONS.has(folded)) {
      elided = folded;
      continue;
    }
    const isPossessive = folded === "s" && APOSTROPHE.test(text.charAt(start - 1));
    // Accents without a letter below them fold to nothing.
    if (!isPossessive && folded !== "")
      tokens.push({ text: folded, raw, start, end, elided, isNumber });
    elided = null;
  }
  return tokens;
}

const PLAIN_LETTERS = /^[a-zа-я]*$/;

/** Lower case without accents; ё is read as е, й stays a letter of its own. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most words have nothing to fold, and normalising takes most of the time of loading a base.
  if (PLAIN_LETTERS.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/(?<!и)\p{M}/gu, "")
    .normalize("NFC")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae");
}

/** `25,500`, `25 500` and `25500` are one number; the decimal mark becomes a point. */
function plainNumber(raw: string, language: Language): string {
  const digits = raw.replace(/[ \u00a0\u202f]/g, "");
  return language === "en" && new RegExp(`^${COMMA_NUMBER}$`).test(digits)
    ? digits.replaceAll(",", "")
    : digits.replace(",", ".");
}

const STEMMERS: Record<Language, (word: string) => string> = {
  en: stemEnglish,
  fr: stemFrench,
  ru: stemRussian,
};
const stems: Record<Language, (word: string) => string> = {
  en: remembering(STEMMERS.en),
  fr: remembering(STEMMERS.fr),
  ru: remembering(STEMMERS.ru),
};

/** Whether a word as written begins with a capital letter. */
export function isCapitalised(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

/** The Snowball stem of a folded word. */
export function stem(word: string, language: Language): string {
  return stems[language](word);
}
