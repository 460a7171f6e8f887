/** In which language a question is put: by script, stop words, accents and vocabulary. */
import { fold, type Token, tokenize } from "../../knowledge/tokens.ts";
import type { Vocabulary } from "../../knowledge/vocabulary.ts";
import { LANGUAGES, type Language } from "../../model.ts";
import {
  FOREIGN_CYRILLIC,
  FOREIGN_LATIN,
  FOREIGN_MARKS,
  FOREIGN_SCRIPT,
  SMALL_WORDS,
  TELLING_WORDS,
} from "./foreign-words.ts";
import { cyrillicOf } from "./romanised-russian.ts";
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
  if (cyrillicOf(text, vocabulary) !== null) return "ru";
  const scores: Record<Language, number> = {
    en: 0,
    fr: Math.min(count(text, FRENCH_LETTERS), 3),
    ru: 0,
  };
  for (const token of tokenize(text, "en")) {
    if (token.isNumber) continue;
    const speaking = LANGUAGES.filter((language) => STOP_WORDS[language].has(token.text));
    for (const language of speaking) scores[language] += 2;
    // A small word begins names and phrases of the vocabulary too, which tells nothing.
    if (speaking.length > 0) continue;
    const named = vocabulary.languagesOf(token.text);
    const [only] = named;
    if (only && named.length === 1) scores[only] += 1;
  }
  if (scores.fr === scores.en) return fallback === "fr" ? "fr" : "en";
  return scores.fr > scores.en ? "fr" : "en";
}

const LATIN_STOP_WORDS = STOP_WORDS.en.union(STOP_WORDS.fr);
const TELLING_POINTS = 2;
/** One small word may be a name or a slip of the pen; two are a language. */
const MIN_FOREIGN_POINTS = 2;

/**
 * Whether a question is surely put in none of the three languages; names and keywords alone, in
 * whatever spelling, never say so.
 */
export function isForeign(text: string, vocabulary: Pick<Vocabulary, "recognise">): boolean {
  const script = count(text, FOREIGN_SCRIPT);
  const cyrillic = count(text, CYRILLIC);
  const latin = count(text, LATIN);
  if (script > cyrillic + latin) return true;
  const tokens = tokenize(text, "en");
  const isCyrillic = cyrillic * 2 >= latin && cyrillic > 0;
  const own = isCyrillic ? STOP_WORDS.ru : LATIN_STOP_WORDS;
  const evidence = tokens.filter(
    ({ text: word, elided }) => elided !== null || (own.has(word) && !SMALL_WORDS.has(word)),
  ).length;
  if (script > 1 && evidence === 0) return true;
  const marks = FOREIGN_MARKS.test(text) ? TELLING_POINTS : 0;
  const points = marks + foreignPoints(tokens, { own, vocabulary });
  return points >= MIN_FOREIGN_POINTS && points > evidence;
}

/** Each word counts once; those of names that the vocabulary has do not count. */
function foreignPoints(
  tokens: readonly Token[],
  { own, vocabulary }: { own: ReadonlySet<string>; vocabulary: Pick<Vocabulary, "recognise"> },
): number {
  const names = vocabulary.recognise(tokens, "en");
  const isNamed = (at: number) => names.some(({ from, to }) => at >= from && at < to);
  const points = new Map<string, number>();
  let hasForeignName = false;
  for (const [at, { raw }] of tokens.entries()) {
    const word = plainLetters(raw);
    const isCapitalised = raw !== raw.toLowerCase();
    const hasForeignLetter = FOREIGN_CYRILLIC.test(raw) || FOREIGN_LATIN.test(raw);
    if (isCapitalised && hasForeignLetter && at > 0) hasForeignName = true;
    if (isCapitalised && (at > 0 || isNamed(at))) continue;
    if (TELLING_WORDS.has(word)) points.set(word, TELLING_POINTS);
    else if (FOREIGN_CYRILLIC.test(raw)) points.set(word, isCapitalised ? 1 : TELLING_POINTS);
    else if (FOREIGN_LATIN.test(raw)) points.set(word, 1);
    else if (SMALL_WORDS.has(word) && !own.has(word)) points.set(word, 1);
  }
  const sum = [...points.values()].reduce((total, each) => total + each, 0);
  return sum + (hasForeignName && sum > 0 ? 1 : 0);
}

/** Folded, and without the letters that have no accent to lose: ı, ł. */
function plainLetters(word: string): string {
  return fold(word).replaceAll("ı", "i").replaceAll("ł", "l");
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
