/** Russian typed on a Latin keyboard: "skolko stoit", "kogda podpisali". */
import { isCapitalised, type Token, tokenize } from "../../knowledge/tokens.ts";
import type { Vocabulary } from "../../knowledge/vocabulary.ts";
import { STOP_WORDS } from "./stop-words.ts";

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Shorter ones are words of other languages too: on, na, do. */
const MIN_TELLING = 3;
/** Nobody types the soft sign. */
const TELLING = new Map([...STOP_WORDS.ru].map((word) => [word.replaceAll("ь", ""), word]));
/** KZ, EV, REE stay as they are. */
const ABBREVIATION = /^\p{Lu}[\p{Lu}\d]{0,4}$/u;

/** Longer spellings first. */
const LETTERS: readonly (readonly [latin: string, cyrillic: string])[] = [
  ["shch", "щ"],
  ["iya", "ия"],
  ["iye", "ие"],
  ["iyu", "ию"],
  ["sch", "щ"],
  ["zh", "ж"],
  ["kh", "х"],
  ["ts", "ц"],
  ["ch", "ч"],
  ["sh", "ш"],
  ["yu", "ю"],
  ["ju", "ю"],
  ["ya", "я"],
  ["ja", "я"],
  ["yo", "ё"],
  ["ye", "е"],
  ["iy", "ий"],
  ["yy", "ый"],
  ["a", "а"],
  ["b", "б"],
  ["c", "ц"],
  ["d", "д"],
  ["e", "е"],
  ["f", "ф"],
  ["g", "г"],
  ["h", "х"],
  ["i", "и"],
  ["j", "й"],
  ["k", "к"],
  ["l", "л"],
  ["m", "м"],
  ["n", "н"],
  ["o", "о"],
  ["p", "п"],
  ["q", "к"],
  ["r", "р"],
  ["s", "с"],
  ["t", "т"],
  ["u", "у"],
  ["v", "в"],
  ["w", "в"],
  ["x", "х"],
  ["z", "з"],
];
const VOWELS = new Set("аеёиоуыэюя");

/** A small word of Russian is one for sure; two that the vocabulary has are no chance either. */
const SMALL_WORD_POINTS = 2;
const MIN_POINTS = 2;

type Names = Pick<Vocabulary, "languagesOf">;

/** The text in Cyrillic letters; null where it is no Russian in Latin ones. */
export function cyrillicOf(text: string, names: Names): string | null {
  if (CYRILLIC.test(text)) return null;
  const tokens = tokenize(text, "en");
  const points = sum(tokens.map((token) => pointsOf(token, names)));
  const others = tokens.filter(({ text: word }) => isSmallElsewhere(word)).length;
  if (points < MIN_POINTS || others * SMALL_WORD_POINTS > points) return null;
  let converted = "";
  let end = 0;
  for (const token of tokens) {
    const isKept = keeps(token, names);
    converted += text.slice(end, token.start);
    converted += isKept ? token.raw : wordInCyrillic(token.text, names);
    end = token.end;
  }
  return converted + text.slice(end);
}

/** How much a word says that the text is Russian. */
function pointsOf(token: Token, names: Names): number {
  const { text, raw, isNumber } = token;
  // "Net" is no, and the net of a net profit.
  const isOther = isSmallElsewhere(text) || names.languagesOf(text).length > 0;
  if (isNumber || isOther || raw.length < MIN_TELLING || ABBREVIATION.test(raw)) return 0;
  if (TELLING.has(inCyrillic(text))) return SMALL_WORD_POINTS;
  return isRussian(wordInCyrillic(text, names), names) ? 1 : 0;
}

function isSmallElsewhere(word: string): boolean {
  return STOP_WORDS.en.has(word) || STOP_WORDS.fr.has(word);
}

/** Names stay as the vocabulary has them; its other words may be Russian too: plan, bank. */
function keeps(token: Token, names: Names): boolean {
  if (token.isNumber || ABBREVIATION.test(token.raw)) return true;
  if (names.languagesOf(token.text).length === 0) return false;
  return isCapitalised(token.raw) || !isRussian(wordInCyrillic(token.text, names), names);
}

function isRussian(word: string, { languagesOf }: Names): boolean {
  return languagesOf(word).includes("ru");
}

/** The spelling that the vocabulary has: what Latin letters leave out is tried. */
function wordInCyrillic(word: string, names: Names): string {
  const letters = inCyrillic(word);
  const stopWord = TELLING.get(letters);
  if (stopWord) return stopWord;
  return spellings(letters).find((spelling) => isRussian(spelling, names)) ?? letters;
}

/** Pokupat, volfram and eksport lack a soft sign, or have one е for two letters. */
function spellings(letters: string): string[] {
  const within = letters.replaceAll(/л(?=[бвгджзкмнпрстфхцчшщ])/g, "ль");
  const variants = [...new Set([letters, within])].flatMap((each) => [each, `${each}ь`]);
  return [...variants, ...variants.map((each) => each.replace(/^е/, "э"))];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function inCyrillic(word: string): string {
  const latin = word.toLowerCase();
  let cyrillic = "";
  for (let at = 0; at < latin.length; ) {
    const isAfterConsonant = cyrillic !== "" && !VOWELS.has(cyrillic.at(-1) ?? "");
    // Novye, but Yermak and dejstviye.
    const pair = LETTERS.find(
      ([spelling]) => latin.startsWith(spelling, at) && !(spelling === "ye" && isAfterConsonant),
    );
    if (pair) {
      cyrillic += pair[1];
      at += pair[0].length;
    } else {
      // After a vowel it is short; an apostrophe is the soft sign.
      const before = cyrillic.at(-1) ?? "";
      const letter = latin[at] ?? "";
      cyrillic += letter === "y" ? (VOWELS.has(before) ? "й" : "ы") : letter === "'" ? "ь" : letter;
      at += 1;
    }
  }
  return cyrillic;
}
