/** Days, months, quarters and years as people write them, before what they leave unsaid is added. */
import {
  BEFORE_MONTH,
  DECADE_ENDING,
  END,
  isPlainMonth,
  isShortMonth,
  MIDDLE,
  monthOf,
  OF,
  ORDINAL_ENDING,
  START,
  YEAR_BEHIND,
  YEAR_NOUN,
} from "./period-words.ts";
import {
  behindYear,
  isJoinedBy,
  isYearAt,
  type Moment,
  type Read,
  skip,
  skipOne,
  type TimedText,
  wordAt,
  yearAt,
} from "./time-reading.ts";
import { partOfYearAt } from "./year-parts.ts";

/** The moment that is told at a token, if one is; `isLoose` where only a moment can stand. */
export function momentAt(reading: TimedText, at: number, isLoose = false): Read<Moment> | null {
  return isoAt(reading, at) ?? figuresAt(reading, at) ?? namedAt(reading, at, isLoose);
}

const HYPHEN = /^-$/;

/** `2024-06` and `2024-06-11`. */
function isoAt(reading: TimedText, at: number): Read<Moment> | null {
  if (!isYearAt(reading, at) || !isJoinedBy(reading, at, HYPHEN)) return null;
  const [year, month, day] = [0, 1, 2].map((offset) => reading.tokens[at + offset]?.raw ?? "");
  if (!/^(0[1-9]|1[0-2])$/.test(month ?? "")) return null;
  const hasDay = isJoinedBy(reading, at + 1, HYPHEN) && /^\d\d$/.test(day ?? "");
  return {
    value: {
      year: Number(year),
      month: Number(month),
      months: 1,
      day: hasDay ? Number(day) : null,
    },
    to: at + (hasDay ? 3 : 2),
  };
}

/** `11.06.2024`, `11/06/2024`, `06/2024`; the day comes first, unless only the month can. */
const FIGURES = /^(?:(\d{1,2})([./]))?(\d{1,2})[./]((?:19|20)\d\d)(?![\d.,/])/;

function figuresAt({ text, tokens }: TimedText, at: number): Read<Moment> | null {
  const token = tokens[at];
  if (!token?.isNumber || /[\d./]/.test(text.charAt(token.start - 1))) return null;
  const match = FIGURES.exec(text.slice(token.start));
  if (!match) return null;
  const [whole, first, , second, year] = match;
  const isMonthFirst = first !== undefined && Number(second) > 12;
  const month = Number(isMonthFirst ? first : second);
  const day = first === undefined ? null : Number(isMonthFirst ? second : first);
  if (month < 1 || month > 12) return null;
  const end = token.start + whole.length;
  const to = tokens.findIndex((each) => each.start >= end);
  return { value: { year: Number(year), month, months: 1, day }, to: to < 0 ? tokens.length : to };
}

/** With "early", "the end of" before it or without; each is read as the whole. */
function namedAt(reading: TimedText, at: number, isLoose: boolean): Read<Moment> | null {
  const word = wordAt(reading, at);
  const isEdge = START.test(word) || MIDDLE.test(word) || END.test(word);
  const start = isEdge ? skip(reading, at + 1, OF) : at;
  const isCertain = isEdge || isLoose;
  return (
    partOfYearAt(reading, start) ??
    dayAt(reading, start) ??
    monthAt(reading, start, isCertain) ??
    yearAloneAt(reading, start)
  );
}

/** `11 juin 2024`, `11th of June`, `June 11, 2024`. */
function dayAt(reading: TimedText, at: number): Read<Moment> | null {
  const monthFirst = monthOf(wordAt(reading, at));
  const dayPlace = monthFirst === null ? at : at + 1;
  const day = dayOfMonth(wordAt(reading, dayPlace));
  if (day === null) return null;
  const behindDay = skipOne(reading, dayPlace + 1, ORDINAL_ENDING);
  const monthPlace = monthFirst === null ? skipOne(reading, behindDay, OF) : at;
  const month = monthOf(wordAt(reading, monthPlace));
  if (month === null) return null;
  const to = monthFirst === null ? monthPlace + 1 : behindDay;
  const year = yearAt(reading, to);
  if (year) return { value: { year: year.value, month, months: 1, day }, to: year.to };
  const isDay = monthFirst === null ? !isVerb(reading, monthPlace) : endsPhrase(reading, to - 1);
  return isDay ? { value: { year: null, month, months: 1, day }, to } : null;
}

/** `June 2024`, `juin de l'année 2024`, `in June`, `June last year`. */
function monthAt(reading: TimedText, at: number, isCertain: boolean): Read<Moment> | null {
  const word = wordAt(reading, at);
  const month = monthOf(word);
  if (month === null) return null;
  const year = yearAt(reading, at + 1);
  if (year) return { value: { year: year.value, month, months: 1, day: null }, to: year.to };
  const isTold = isCertain || BEFORE_MONTH.test(wordAt(reading, at - 1));
  if (isShortMonth(word) || !(isPlainMonth(word) || isTold)) return null;
  return { value: { year: null, month, months: 1, day: null }, to: at + 1 };
}

/** `2024`, `l'année 2024`, `2024 года`, `1990s`. */
function yearAloneAt(reading: TimedText, at: number): Read<Moment> | null {
  const start = YEAR_NOUN.test(wordAt(reading, at)) ? at + 1 : at;
  if (!isYearAt(reading, start)) return null;
  const year = Number(wordAt(reading, start));
  const isDecade =
    year % 10 === 0 &&
    isJoinedBy(reading, start, /^-?$/) &&
    DECADE_ENDING.test(wordAt(reading, start + 1));
  const to = isDecade ? start + 2 : behindYear(reading, start);
  return isDecade
    ? { value: { year, month: 1, months: 120, day: null }, to: skipOne(reading, to, YEAR_BEHIND) }
    : { value: { year, month: null, months: 12, day: null }, to };
}

function dayOfMonth(word: string): number | null {
  return /^\d{1,2}$/.test(word) && Number(word) >= 1 && Number(word) <= 31 ? Number(word) : null;
}

/** "May" and "march" in small letters are verbs, unless a year follows. */
function isVerb({ tokens }: TimedText, at: number): boolean {
  return /^(may|march|mar)$/.test(tokens[at]?.raw ?? "");
}

/** Behind "June 11" something else must begin, or the 11 counts what follows. */
function endsPhrase({ text, tokens }: TimedText, at: number): boolean {
  const token = tokens[at];
  return (
    token !== undefined && /^\s*(\p{P}|$|(and|to|until|through)\s)/u.test(text.slice(token.end))
  );
}
