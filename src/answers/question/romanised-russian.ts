/** Russian typed on a Latin keyboard: "skolko stoit", "kogda podpisali". */
import { type Token, tokenize } from "../../knowledge/tokens.ts";
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

/** The text in Cyrillic letters; null where it is no Russian in Latin ones. */
export function cyrillicOf(
  text: string,
  { languagesOf }: Pick<Vocabulary, "languagesOf">,
): string | null {
  if (CYRILLIC.test(text)) return null;
  const tokens = tokenize(text, "en");
  // "Net" is no, and the net of a net profit.
  const isKept = ({ isNumber, raw, text: word }: Token) =>
    isNumber || ABBREVIATION.test(raw) || languagesOf(word).length > 0;
  const russian = tokens.filter((token) => isRussianWord(token) && !isKept(token)).length;
  const others = tokens.filter(
    ({ text: word }) => STOP_WORDS.en.has(word) || STOP_WORDS.fr.has(word),
  ).length;
  if (russian === 0 || others > russian) return null;
  let converted = "";
  let end = 0;
  for (const token of tokens) {
    converted += text.slice(end, token.start);
    converted += isKept(token) ? token.raw : wordInCyrillic(token.text, languagesOf);
    end = token.end;
  }
  return converted + text.slice(end);
}

function isRussianWord({ text, raw }: Token): boolean {
  return (
    raw.length >= MIN_TELLING &&
    !STOP_WORDS.en.has(text) &&
    !STOP_WORDS.fr.has(text) &&
    TELLING.has(inCyrillic(text))
  );
}

/** Pokupat is an infinitive, stoit is none. */
function wordInCyrillic(word: string, languagesOf: Vocabulary["languagesOf"]): string {
  const letters = inCyrillic(word);
  const stopWord = TELLING.get(letters);
  if (stopWord) return stopWord;
  const softened = `${letters}ь`;
  return languagesOf(letters).length === 0 && languagesOf(softened).length > 0 ? softened : letters;
}

function inCyrillic(word: string): string {
  const latin = word.toLowerCase();
  let cyrillic = "";
  for (let at = 0; at < latin.length; ) {
    const pair = LETTERS.find(([spelling]) => latin.startsWith(spelling, at));
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
