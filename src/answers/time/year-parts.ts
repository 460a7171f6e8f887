/** Quarters, half-years, "the first nine months" and seasons, with their year where one is told. */
import {
  countOf,
  HALF,
  LAST,
  MONTH_NOUN,
  ORDINAL_ENDING,
  ordinalOf,
  QUARTER,
  seasonOf,
} from "./period-words.ts";
import {
  isYearAt,
  type Moment,
  type Read,
  skipOne,
  type TimedText,
  wordAt,
  yearAt,
} from "./time-reading.ts";

/** Months of a year; `needsYear` where the words alone may say something else. */
type Part = { month: number; months: number; needsYear: boolean };

/** `Q1 2025`, `premier semestre 2024`, `2025 first half`, `the first nine months of 2024`. */
export function partOfYearAt(reading: TimedText, at: number): Read<Moment> | null {
  const yearFirst = isYearAt(reading, at) ? partAt(reading, at + 1) : null;
  if (yearFirst && !yearAt(reading, yearFirst.to))
    return { value: moment(yearFirst.value, Number(wordAt(reading, at))), to: yearFirst.to };
  const part = partAt(reading, at);
  if (!part) return null;
  const year = yearAt(reading, part.to);
  if (year) return { value: moment(part.value, year.value), to: year.to };
  return part.value.needsYear ? null : { value: moment(part.value, null), to: part.to };
}

function moment({ month, months }: Part, year: number | null): Moment {
  return { year, month, months, day: null };
}

function partAt(reading: TimedText, at: number): Read<Part> | null {
  return (
    shortAt(reading, at) ?? ordinalAt(reading, at) ?? monthsAt(reading, at) ?? seasonAt(reading, at)
  );
}

/** `Q1`, `T1`, `H2`, `S2`, `1Q`, `2H`; all but the first may mean something else. */
function shortAt(reading: TimedText, at: number): Read<Part> | null {
  const [word, next] = [wordAt(reading, at), wordAt(reading, at + 1)];
  const joined = /^[1-4]$/.test(word) && /^[qhts]$/.test(next) ? `${next}${word}` : word;
  const to = joined === word ? at + 1 : at + 2;
  const [, letter = "", figure = ""] = /^([qhts])([1-4])$/.exec(joined) ?? [];
  if (letter === "") return null;
  const months = letter === "h" || letter === "s" ? 6 : 3;
  return part({ index: Number(figure), months, needsYear: letter !== "q", to });
}

/** `first quarter`, `2e trimestre`, `в 3-м квартале`, `IV кв.`, `last quarter of 2024`. */
function ordinalAt(reading: TimedText, at: number): Read<Part> | null {
  const word = wordAt(reading, at);
  const isLast = LAST.test(word);
  const ordinal = ordinalOf(word);
  if (ordinal === null && !isLast) return null;
  const noun = skipOne(reading, at + 1, ORDINAL_ENDING);
  const name = wordAt(reading, noun);
  const months = QUARTER.test(name) ? 3 : HALF.test(name) ? 6 : null;
  if (months === null) return null;
  // "The last quarter" alone is the one before this.
  const needsYear = isLast || AMBIGUOUS_HALF.test(name);
  return part({ index: ordinal ?? 12 / months, months, needsYear, to: noun + 1 });
}

/** Of a year or of anything else. */
const AMBIGUOUS_HALF = /^(half|moitie|половин.*)$/;

/** `first six months of 2024`, `neuf premiers mois de 2024`, `за 9 месяцев 2024 года`. */
function monthsAt(reading: TimedText, at: number): Read<Part> | null {
  const isFirst = (place: number) => ordinalOf(wordAt(reading, place)) === 1;
  const isFirstAhead = isFirst(at) && !/^\d/.test(wordAt(reading, at));
  const count = isFirstAhead ? at + 1 : at;
  const noun = !isFirstAhead && isFirst(count + 1) ? count + 2 : count + 1;
  const months = countOf(wordAt(reading, count));
  if (months === null || months < 2 || months > 11 || !MONTH_NOUN.test(wordAt(reading, noun)))
    return null;
  return part({ index: 1, months, needsYear: true, to: noun + 1 });
}

function seasonAt(reading: TimedText, at: number): Read<Part> | null {
  const month = seasonOf(wordAt(reading, at));
  // Output may fall in 2024.
  if (wordAt(reading, at) === "fall" && !BEFORE_SEASON.test(wordAt(reading, at - 1))) return null;
  return month === null ? null : { value: { month, months: 3, needsYear: true }, to: at + 1 };
}

const BEFORE_SEASON = /^(?:|in|the|this|last|next|since|by|until|of|early|late|from|before|after)$/;

function part({
  index,
  months,
  needsYear,
  to,
}: {
  index: number;
  months: number;
  needsYear: boolean;
  to: number;
}): Read<Part> | null {
  const month = (index - 1) * months + 1;
  return month > 12 ? null : { value: { month, months, needsYear }, to };
}
