/** The numbers of a text that are no dates: what each counts, a share, money, or things. */
import { remembering } from "../../knowledge/remembering.ts";
import { type Token, tokenize } from "../../knowledge/tokens.ts";
import type { Language } from "../../model.ts";
import { isMonthName } from "../time/period.ts";

/** A number; `at` is its place as a token, `value` its plain digits. */
export type Quantity = { at: number; kind: "count" | "share" | "money"; value: string };

const SHARE_UNIT = "%|percent|per cent|pour cent|процент";
const SHARE = new RegExp(`^\\s*(?:${SHARE_UNIT})`, "iu");
const SHARE_ANYWHERE = new RegExp(SHARE_UNIT, "iu");
/** Between a number and its currency stand a scale and the name of a country. */
const MONEY =
  /^\s*(?:(?:thousand|milli|billion|trillion|тыс|млн|млрд|трлн|милли)\p{L}*\.?\s*)?(?:d['’]|de |of )?(?:(?:us|american|australian|американск|австралийск)\p{L}* )?(?:dollar|euro|tenge|доллар|евро|тенге|usd|eur|kzt|\$|€|£)/iu;
const CURRENCY_BEFORE = /[$€£]\s?$/u;
/** "25 to 30 percent": the unit stands behind the second number. */
const RANGE = /^\s*(?:–|-|to|à|до|and|et|и)\s*\d[\d\s.,]*(?=\D)/iu;

/** From two on; "one" and "first" mostly count nothing. */
const NUMBER_WORDS: Record<Language, readonly RegExp[]> = {
  en: words(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
  ),
  fr: words(
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
  ),
  ru: words(
    `(дв(а|е|ух|ум|умя)|втор(ое|ой|ая|ом)) (тр(и|ех|ем|емя)|треть(е|ей|я|ем)|третий)
    (четыр(е|ех|ем|ьмя)|четверт..) (пят(ь|и|ью)|пят(ое|ый|ая|ом)) (шест(ь|и|ью)|шест(ое|ой|ая|ом))
    сем(ь|и|ью) вос(емь|ьми|емью) девят(ь|и|ью) десят(ь|и|ью) одиннадцат. двенадцат. тринадцат. четырнадцат.
    пятнадцат. шестнадцат.`,
  ),
};
const FIRST_NUMBER_WORD = 2;

/** The quantities of a text, from left to right. */
export function quantitiesOf(text: string, language: Language): Quantity[] {
  const tokens = tokenize(text, language);
  return tokens.flatMap((token, at) => {
    const value = numberOf(token, language) ?? numberOfScale(tokens, at);
    if (value === null || isDateNumber(tokens, at)) return [];
    return [{ at, kind: kindOf(text, token), value }];
  });
}

/** Whether a text tells what share something has. */
export function tellsShare(text: string, language: Language): boolean {
  return (
    SHARE_ANYWHERE.test(text) && quantitiesOf(text, language).some(({ kind }) => kind === "share")
  );
}

/**
 * "One million tonnes", "около миллиона тонн": no number stands before the scale. Tens of millions
 * are a quantity too, though no digits say it.
 */
function numberOfScale(tokens: readonly Token[], at: number): string | null {
  const [before, scale] = [tokens[at - 1], tokens[at]];
  if (!scale || before?.isNumber) return null;
  if (SCALE.test(scale.text)) return "1";
  return SCALES.test(scale.text) ? UNTOLD : null;
}

const UNTOLD = "";
const SCALES =
  /^(?:tens|dozens|hundreds|thousands|millions|billions|dizaines|centaines|milliers|milliards|десятк[иао]\p{L}?|сотн[ия]|тысячи|миллион(?:ы|ов)|миллиард(?:ы|ов))$/u;

const SCALE = /^(million|billion|trillion|milliard|миллион[ау]?|миллиард[ау]?|триллион[ау]?)$/;

/** Written short, or in any case of Russian. */
const OTHER_SCALES =
  /^(?:thousand|mille|bn|mln|mrd|тыс\p{L}*|млн|млрд|трлн|милли(?:он|ард)\p{L}*)$/u;

/** Whether a word multiplies a number, and is none itself. */
export function isScale(word: string): boolean {
  return [SCALE, SCALES, OTHER_SCALES].some((scale) => scale.test(word));
}

/** The digits of a number or a number word; null for other words. */
export function numberOf({ isNumber, text }: Token, language: Language): string | null {
  return isNumber ? text : numberWords[language](text);
}

const numberWords: Record<Language, (word: string) => string | null> = {
  en: remembering((word) => numberIn(word, "en")),
  fr: remembering((word) => numberIn(word, "fr")),
  ru: remembering((word) => numberIn(word, "ru")),
};

function numberIn(word: string, language: Language): string | null {
  const index = NUMBER_WORDS[language].findIndex((name) => name.test(word));
  return index < 0 ? null : String(index + FIRST_NUMBER_WORD);
}

function kindOf(text: string, { start, end }: Token): Quantity["kind"] {
  const behind = text.slice(end).replace(RANGE, "");
  if (SHARE.test(behind)) return "share";
  const isMoney = MONEY.test(behind) || CURRENCY_BEFORE.test(text.slice(0, start));
  return isMoney ? "money" : "count";
}

/** Years, and days that stand beside a month: `11–13 June`, `June 11`. */
function isDateNumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || isYear(token)) return true;
  if (!token.isNumber) return false;
  return [at - 1, at + 1, at + 2].some((near) => isMonthName(tokens[near]?.text ?? ""));
}

/** 2,000 and 2 000 are quantities. */
function isYear(token: Token): boolean {
  return /^(19|20)\d\d$/.test(token.raw);
}

function words(text: string): RegExp[] {
  return text.split(/\s+/).map((word) => new RegExp(`^${word}$`));
}
