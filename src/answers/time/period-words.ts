/** The words that tell times in English, French and Russian, folded; cases and accents do not matter. */
import { remembering } from "../../knowledge/remembering.ts";
import { fold } from "../../knowledge/tokens.ts";
import { LANGUAGES, type Language } from "../../model.ts";

const MONTHS: Record<Language, readonly RegExp[]> = {
  en: months(`jan(uary)? feb(ruary)? mar(ch)? apr(il)? may june? july? aug(ust)? sept?(ember)? oct(ober)?
    nov(ember)? dec(ember)?`),
  fr: months(`janv(ier)? fevr?(ier)? mars avr(il)? mai juin juil(let)? aout sept(embre)? oct(obre)?
    nov(embre)? dec(embre)?`),
  ru: months(`янв(ар(ь|я|ю|е|ем))? фев(р(ал(ь|я|ю|е|ем))?)? мар(т(а|у|е|ом)?)? апр(ел(ь|я|ю|е|ем))? ма([йяюе]|ем) июн(ь|я|ю|е|ем)?
    июл(ь|я|ю|е|ем)? авг(уст(а|у|е|ом)?)? сент?(ябр(ь|я|ю|е|ем))? окт(ябр(ь|я|ю|е|ем))? ноя(б(р(ь|я|ю|е|ем))?)? дек(абр(ь|я|ю|е|ем))?`),
};
/** Also verbs, numbers or names: they tell a month only beside a year, a day or "in". */
const MISTAKABLE = /^(may|march|august|april|mars|mai|март.*|ма[йяюе]|маем)$/;
/** These tell one only beside a year or a day: sept is seven, "dec" anything. */
const SHORT =
  /^(jan|feb|mar|apr|jul|jun|aug|sept?|oct|nov|dec|avr|янв|февр?|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек)$/;

/** About as many words as the facts of a base have in the three languages. */
const MAX_WORDS = 10_000;

/** The month, 1 to 12, that a word names in any of the languages; null for any other word. */
export const monthOf = readingOf((word): number | null => {
  const folded = fold(word);
  for (const language of LANGUAGES) {
    const index = MONTHS[language].findIndex((name) => name.test(folded));
    if (index >= 0) return index + 1;
  }
  return null;
});

/** Whether a month's name may stand for a month without "in", a day or a year beside it. */
export function isPlainMonth(word: string): boolean {
  return monthOf(word) !== null && !MISTAKABLE.test(word) && !isShortMonth(word);
}

export function isShortMonth(word: string): boolean {
  return SHORT.test(word);
}

/** Words before a month that make a month of it. */
export const BEFORE_MONTH =
  /^(in|of|since|from|until|till|before|after|by|during|this|last|next|early|late|mid|to|between|through|en|de|d|depuis|avant|apres|des|debut|fin|mi|du|au|a|entre|pour|courant|mois|month|в|во|с|со|до|по|за|к|после|от|между|начале|середине|конце|прошлом|этом|месяц.?)$/;

const NUMBERS: readonly RegExp[] = [
  "one|an?|une?|один|одну|одного|одной",
  "two|couple|deux|два|две|двух",
  "three|trois|три|трех",
  "four|quatre|четыре|четырех",
  "five|cinq|пять|пяти",
  "six|шесть|шести",
  "seven|sept|семь|семи",
  "eight|huit|восемь|восьми",
  "nine|neuf|девять|девяти",
  "ten|dix|десять|десяти",
  "eleven|onze|одиннадцать|одиннадцати",
  "twelve|douze|двенадцать|двенадцати",
].map(whole);

/** A period further back than this is a slip of the pen. */
const MAX_COUNT = 999;

/** A number in figures or words, 1 to 999; null for any other word. */
export const countOf = readingOf((word): number | null => {
  if (/^\d+$/.test(word))
    return Number(word) >= 1 && Number(word) <= MAX_COUNT ? Number(word) : null;
  const index = NUMBERS.findIndex((name) => name.test(word));
  return index < 0 ? null : index + 1;
});

const ORDINALS: readonly RegExp[] = [
  "first|1|i|premiere?s?|1er|перв(ый|ая|ое|ые|ых|ом|ой|ого|ую)",
  "second|2|ii|deuxieme|seconde?|втор(ой|ая|ое|ом|ого|ую)",
  "third|3|iii|troisieme|трет(ий|ья|ье|ьем|ьего|ью|ьей)",
  "fourth|4|iv|quatrieme|четверт(ый|ая|ое|ом|ого|ую|ой)",
].map(whole);

/** 1 to 4 for "first" to "fourth"; null for any other word. */
export const ordinalOf = readingOf((word): number | null => {
  const index = ORDINALS.findIndex((name) => name.test(word));
  return index < 0 ? null : index + 1;
});

/** What stands behind the figure of an ordinal or a day: 1st, 2e, 3-м. */
export const ORDINAL_ENDING = /^(st|nd|rd|th|er|ere|e|eme|nde?|го|ого|е|м|ом|й|ый|ой|я|ая)$/;

const SEASONS: readonly [RegExp, number][] = [
  [/^(spring|printemps|весн.{1,2})$/, 3],
  [/^(summer|ete|лет(о|ом|а|у))$/, 6],
  [/^(autumn|fall|automne|осен.{1,2})$/, 9],
];

/** The first month of the season that a word names; a winter belongs to two years. */
export const seasonOf = readingOf(
  (word): number | null => SEASONS.find(([name]) => name.test(word))?.[1] ?? null,
);

/** A length of time: so many of Temporal's units. */
export type Unit = { unit: "years" | "months" | "weeks" | "days"; count: number };

const UNITS: readonly [RegExp, Unit][] = [
  [whole("years?|annees?|ans?|год|года|году|годом|годов|лет"), { unit: "years", count: 1 }],
  [whole("months?|mois|месяц.{0,3}"), { unit: "months", count: 1 }],
  [whole("weeks?|semaines?|недел.{1,3}"), { unit: "weeks", count: 1 }],
  [whole("days?|jours?|день|дня|дне|дней|днями|дни"), { unit: "days", count: 1 }],
  [whole("quarters?|trimestres?|квартал.{0,3}"), { unit: "months", count: 3 }],
  [whole("semestres?|полугоди.{1,2}|полгода"), { unit: "months", count: 6 }],
  [whole("decades?|decennies?|десятилети.{1,2}"), { unit: "years", count: 10 }],
];

export const unitOf = readingOf(
  (word): Unit | null => UNITS.find(([name]) => name.test(word))?.[1] ?? null,
);

/** Six months in a word need no number: за последние полгода. */
export const HALF_YEAR = /^полгода$/;
export const QUARTER = whole("quarters?|qtr|trimestre|trim|квартал.{0,2}|кв");
/** Half of a year; in English only with its year. */
export const HALF = whole("half|semestre|moitie|полугоди.{1,2}|половин.{1,2}");
export const MONTH_NOUN = whole("months?|mois|месяц.{0,3}");
/** The word "year" around its number: l'année 2024, 2024 году, 2024 г. */
export const YEAR_NOUN = whole("year|annee|an|год|года|году|годом|г");
export const YEAR_BEHIND = whole("год|года|году|годом|г|гг|годы|годах|годов|годам");
/** 1990s, 2020-е, 2020-х. */
export const DECADE_ENDING = /^(s|е|ые|х|ых|th)$/;

export const THIS = whole(
  "this|current|cette|cet|ce|courante?|эт(от|ом|ого|у|ой|а)|нынешн.+|текущ.+|сего",
);
export const LAST = whole("last|dernieres?|derniers?|последн.+");
export const PAST = whole("past|прошедш.+");
export const PREVIOUS = whole("previous|preceding|passee?|precedente?|прошл.+|минувш.+|предыдущ.+");
export const BEFORE_PREVIOUS = whole("позапрошл.+");
export const NEXT = whole("next|coming|upcoming|prochaine?|suivante?|следующ.+|будущ.+");
export const AGO = whole("ago|назад");
export const YESTERDAY = whole("yesterday|hier|вчера");
export const TOMORROW = whole("tomorrow|demain|завтра");
export const NOW = whole("now|today|present|date|aujourd|maintenant|сегодня|сейчас");

/** "Early 2024", "the end of 2024" are read as the year or month itself. */
export const START = whole("early|start|beginning|debut|начал.{1,2}");
export const MIDDLE = whole("mid|middle|mi|milieu|середин.{1,2}");
export const END = whole("late|end|close|fin|кон(ец|ца|це|цу|цом)");

/** What may stand between the parts of a date: first quarter *of the* year. */
export const OF = whole("of|de|d|du|in|the|la|le|l|en");
export const DETERMINER = whole("the|le|la|l");

/** Words around a time that say nothing else: during, au cours de, в течение, за период. */
export const AROUND = whole(
  "in|on|at|during|over|for|within|throughout|the|of|from|past|en|au|aux|cours|de|du|des|d|le|la|les|l|ces|pendant|durant|dans|lors|courant|в|во|за|на|течение|период|ходе|к|by|months?|mois|месяце",
);

/** A number before these counts or measures, and is no year. */
export const MEASURE = whole(
  "tonn?e?s?|tons|t|kg|km|km2|m|mm|mw|gw|kw|mwh|gwh|percent|per|million|millions|billions?|thousand|dollars?|usd|eur|euros?|tenge|yen|won|people|persons?|jobs|workers|employees|hectares?|ha|met(er|re)s?|metres?|kilomet(er|re)s?|ounces?|oz|pounds?|milliards?|mille|personnes|emplois|habitants|fois|times|тонн.?|т|кг|км|м|мвт|гвт|квт|млн|млрд|тыс|тысяч.?|миллион.{0,2}|миллиард.{0,2}|процент.{0,2}|доллар.{0,2}|евро|тенге|человек.?|людей|чел|рабоч.{1,2}|га|гектар.{0,2}|метр.{0,2}|километр.{0,2}|унци.|раз",
);
function months(names: string): RegExp[] {
  return names.split(/\s+/).map(whole);
}

function whole(words: string): RegExp {
  return new RegExp(`^(?:${words})$`, "u");
}

/** Every word of every fact is read in each of these ways, and words come again. */
function readingOf<Value>(
  make: (word: string) => Value | null,
): (word: string | undefined) => Value | null {
  const known = remembering(make, MAX_WORDS);
  return (word) => (word === undefined ? null : known(word));
}
