/** Sums of money in a text. */
import type { Language } from "../model.ts";

export type Sum = { amount: number; currency: string };

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(thousand|mille|тыс|тысяч)/i, 1e3],
  [/^(million|mln|mn|миллион|млн|m$)/i, 1e6],
  [/^(billion|bln|bn|milliard|mrd|миллиард|млрд|b$)/i, 1e9],
  [/^(trillion|триллион|трлн)/i, 1e12],
];
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(us\$|\$|usd|(us |american |американск\p{L}* )?(dollars?|доллар\p{L}*|долл))/iu, "USD"],
  [/^(€|eur|euros?|евро)/iu, "EUR"],
  [/^(£|gbp|pounds? sterling|фунт\p{L}* стерлинг)/iu, "GBP"],
  [/^(₸|kzt|tenges?|тенге)/iu, "KZT"],
  [/^(cny|rmb|yuans?|юан\p{L}*)/iu, "CNY"],
  [/^(rub|roubles?|rubles?|рубл\p{L}*|руб)/iu, "RUB"],
];
const NUMBER = String.raw`\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?`;
const SCALE = String.raw`thousands?|mille|millions?|mln|mn|billions?|bln|bn|milliards?|mrd|trillions?|тыс\.?|тысяч\p{L}*|миллион\p{L}*|млн|миллиард\p{L}*|млрд|триллион\p{L}*|трлн`;
const BEFORE = new RegExp(String.raw`(US\$|\$|€|£|₸)\s?(${NUMBER})\s?(${SCALE}|[mb]\b)?`, "giu");
const BEHIND = new RegExp(
  String.raw`(${NUMBER})\s?(?:(${SCALE})\.?\s+)?(?:d['’]|de )?((?:us |american |американск\p{L}* )?(?:dollars?|доллар\p{L}*|долл)|usd|€|eur\b|euros?|евро|gbp|pounds? sterling|фунт\p{L}* стерлинг\p{L}*|₸|kzt|tenges?|тенге|cny|rmb|yuans?|юан\p{L}*|rub\b|roubles?|rubles?|рубл\p{L}*)`,
  "giu",
);

/** Every sum that a text names in figures, from left to right. */
export function sumsIn(text: string, language: Language): Sum[] {
  const before = [...text.matchAll(BEFORE)].map((match) => {
    const [, currency = "", number = "", scale = ""] = match;
    return { at: match.index, sum: sumOf(number, scale, currency, language) };
  });
  const behind = [...text.matchAll(BEHIND)].map((match) => {
    const [, number = "", scale = "", currency = ""] = match;
    return { at: match.index, sum: sumOf(number, scale, currency, language) };
  });
  return [...before, ...behind]
    .toSorted((left, right) => left.at - right.at)
    .flatMap(({ sum }) => sum ?? []);
}

function sumOf(number: string, scale: string, sign: string, language: Language): Sum | null {
  const currency = CURRENCIES.find(([form]) => form.test(sign))?.[1];
  // A French billion is a thousand English ones, except where it was translated badly.
  const isUnsure = language === "fr" && /^b(il)?l/i.test(scale);
  const factor = scale === "" ? 1 : SCALES.find(([form]) => !isUnsure && form.test(scale))?.[1];
  const amount = Number(plain(number, language)) * (factor ?? Number.NaN);
  // 1.1 * 1e9 is not quite 1100000000.
  return currency && amount > 0 ? { amount: Number(amount.toPrecision(12)), currency } : null;
}

/** An English comma groups thousands; a French or Russian one is the decimal mark. */
function plain(number: string, language: Language): string {
  const joined = number.replace(/[ \u00a0\u202f]/g, "");
  return language === "en" ? joined.replaceAll(",", "") : joined.replace(",", ".");
}
