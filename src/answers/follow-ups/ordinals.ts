/** "The second one", "le deuxième", "подробнее о третьем": an item of what was just shown. */
import { type Token, tokenize } from "../../knowledge/tokens.ts";
import type { Language } from "../../model.ts";
import type { Query } from "../question/question.ts";
import { STOP_WORDS } from "../question/stop-words.ts";

/** Ordinals from the first on, folded; each pattern is a whole word. */
const ORDINALS: Record<Language, readonly RegExp[]> = {
  en: wholeWords("first|1st second|2nd third|3rd fourth|4th fifth|5th sixth|6th seventh|7th"),
  fr: wholeWords(
    `premier|premiere|1er|1ere deuxieme|second|seconde|2e|2eme troisieme|3e|3eme quatrieme|4e|4eme
    cinquieme|5e|5eme sixieme|6e|6eme septieme|7e|7eme`,
  ),
  ru: wholeWords(
    `перв(ый|ая|ое|ую|ом|ой|ого|ому|ым) втор(ой|ая|ое|ую|ом|ого|ому|ым)
    трет(ий|ья|ье|ью|ьем|ьей|ьего|ьему|ьим) четверт(ый|ая|ое|ую|ом|ой|ого|ому|ым)
    пят(ый|ая|ое|ую|ом|ой|ого|ому|ым) шест(ой|ая|ое|ую|ом|ого|ому|ым)
    седьм(ой|ая|ое|ую|ом|ого|ому|ым)`,
  ),
};
const LAST = /^(last|dernier|derniere|последн(ий|яя|ее|юю|ем|ей|его|ему|им))$/;
/** What may stand for an item of a list. */
const ITEM =
  /^(one|item|point|story|article|headline|news|entry|nouvelle|titre|actualite|info|пункт|новост|стать|заголов|сообщени)/;
/** "Number 2", "№ 2", "point 3". */
const NUMBERED =
  /(?:[#№]|(?<!\p{L})(?:no\.?|n°|number|item|point|story|numéro|номер|пункт\p{L}*))\s?(\d)(?!\d)/iu;

/**
 * Which of `count` items shown a question points at, from 0, and its words that tell so. Null where
 * it points at none: "the second plant" is a plant.
 */
export function itemPointedAt(
  { text, language }: Query,
  count: number,
): { at: number; words: string[] } | null {
  const numbered = text.match(NUMBERED);
  const tokens = tokenize(text, language);
  const found = numbered
    ? { at: Number(numbered[1]) - 1, words: wordsOf(tokenize(numbered[0], language)) }
    : tokens
        .map((_, place) => ordinalAt(tokens, { place, language, count }))
        .find((each) => each !== null);
  return found && found.at >= 0 && found.at < count ? found : null;
}

function ordinalAt(
  tokens: readonly Token[],
  { place, language, count }: { place: number; language: Language; count: number },
): { at: number; words: string[] } | null {
  const word = tokens[place]?.text ?? "";
  const at = LAST.test(word) ? count - 1 : ORDINALS[language].findIndex((each) => each.test(word));
  if (at < 0) return null;
  const [before, after] = [tokens[place - 1], tokens[place + 1]];
  const items = [before, after].filter((token) => token && ITEM.test(token.text));
  const isAlone = !after || STOP_WORDS[language].has(after.text);
  return items.length > 0 || isAlone ? { at, words: wordsOf([tokens[place], ...items]) } : null;
}

function wordsOf(tokens: readonly (Token | undefined)[]): string[] {
  return tokens.flatMap((token) => token?.raw ?? []);
}

function wholeWords(text: string): RegExp[] {
  return text.split(/\s+/).map((word) => new RegExp(`^(${word})$`));
}
