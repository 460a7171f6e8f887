/** Times named in a question: years, months, days, since and before, this and last year. */
import { fold, tokenize } from "../knowledge/tokens.ts";
import { firstDay, LANGUAGES, type Language } from "../model.ts";

/** Days from `from` (included) to `to` (not included), `YYYY-MM-DD`; null where open. */
export type Period = { from: string | null; to: string | null };

/** A period and the words of the question that told it, as token positions. */
export type NamedPeriod = { period: Period; from: number; to: number };

type Words = ReturnType<typeof tokenize>;
type Read = { period: Period; length: number };

/** French and Russian names by their stems' beginnings, so that cases and accents do not matter. */
const MONTHS: Record<Language, readonly RegExp[]> = {
  en: months("jan|feb|mar(?:ch)?$|apr|may$|june?$|july?$|aug|sept?|oct|nov|dec"),
  fr: months("janv|fev|mars$|avr|mai$|juin$|juil|aout|sept|oct|nov|dec"),
  ru: months("январ|феврал|март|апрел|ма[йяею]$|июн|июл|август|сентябр|октябр|ноябр|декабр"),
};
const SINCE = /^(since|after|from|depuis|apres|des|с|со|после)$/;
const BEFORE = /^(before|until|avant|до)$/;
const THIS = /^(this|cette|ce|этом|этот|эту|нынешнем|текущем)$/;
const LAST = /^(last|previous|derniere?|passee?|прошлом|прошлый|прошлую|прошлой)$/;
const YEAR_WORD = /^(year|annee|an|год|году|года)$/;
const MONTH_WORD = /^(month|mois|месяц|месяце|месяца)$/;
const WEEK_WORD = /^(week|semaine|недел[яею])$/;
const FILLER = /^(the|le|la|l|en|in|of|de)$/;

/** The period that a question names, if any; `today` is `YYYY-MM-DD`. */
export function readPeriod(text: string, language: Language, today: string): NamedPeriod | null {
  const tokens = tokenize(text, language);
  for (let at = 0; at < tokens.length; at += 1) {
    const read = bounded(tokens, at, today) ?? plain(tokens, at, today);
    if (read) return { period: read.period, from: at, to: at + read.length };
  }
  return null;
}

/** `since 2024`, `avant juin 2025`: one side of the period is open. */
function bounded(tokens: Words, at: number, today: string): Read | null {
  const word = tokens[at]?.text ?? "";
  const isSince = SINCE.test(word);
  if (!isSince && !BEFORE.test(word)) return null;
  const start = FILLER.test(tokens[at + 1]?.text ?? "") ? at + 2 : at + 1;
  const isYearWord = YEAR_WORD.test(tokens[start]?.text ?? "");
  const read = plain(tokens, start, today) ?? (isYearWord ? after(year(tokens, start + 1)) : null);
  if (!read) return null;
  const period = isSince
    ? { from: read.period.from, to: null }
    : { from: null, to: read.period.from };
  return { period, length: read.length + start - at };
}

/** `l'année 2025`: the year with the word before it. */
function after(read: Read | null): Read | null {
  return read && { ...read, length: read.length + 1 };
}

function plain(tokens: Words, at: number, today: string): Read | null {
  return (
    isoDate(tokens, at) ?? namedDate(tokens, at) ?? relative(tokens, at, today) ?? year(tokens, at)
  );
}

/** `2024-06` and `2024-06-11`. */
function isoDate(tokens: Words, at: number): Read | null {
  const first = tokens[at];
  const second = tokens[at + 1];
  if (!first || !second || !isYear(first.text) || !isHyphenated(first, second)) return null;
  const third = tokens[at + 2];
  const hasDay = third !== undefined && isHyphenated(second, third) && /^\d\d$/.test(third.text);
  const text = [first.text, second.text, ...(hasDay ? [third.text] : [])].join("-");
  const period = calendar(text);
  return period && { period, length: hasDay ? 3 : 2 };
}

function isHyphenated(left: Words[number], right: Words[number]): boolean {
  return right.start === left.end + 1;
}

/** `June 2024`, `11 juin 2024`, `June 11, 2024`, `в июне 2024 года`. */
function namedDate(tokens: Words, at: number): Read | null {
  for (const [dayAt, monthAt, yearAt, length] of [
    [0, 1, 2, 3],
    [1, 0, 2, 3],
    [null, 0, 1, 2],
  ] as const) {
    const month = monthOf(tokens[at + monthAt]?.text);
    const yearText = tokens[at + yearAt]?.text ?? "";
    const day = dayAt === null ? null : tokens[at + dayAt]?.text;
    if (month === null || !isYear(yearText)) continue;
    if (dayAt !== null && !/^\d{1,2}$/.test(day ?? "")) continue;
    const period = calendar([yearText, two(month), ...(day ? [two(Number(day))] : [])].join("-"));
    if (period) return { period, length };
  }
  return null;
}

function relative(tokens: Words, at: number, today: string): Read | null {
  const [first = "", second = ""] = [tokens[at]?.text, tokens[at + 1]?.text];
  // French puts "last" behind the noun: l'année dernière.
  const isLast = LAST.test(first) || LAST.test(second);
  if (!isLast && !THIS.test(first)) return null;
  const noun = LAST.test(second) ? first : second;
  const now = Temporal.PlainDate.from(today);
  const back = isLast ? 1 : 0;
  if (YEAR_WORD.test(noun))
    return { period: span(now.with({ month: 1, day: 1 }), "years", back), length: 2 };
  if (MONTH_WORD.test(noun))
    return { period: span(now.with({ day: 1 }), "months", back), length: 2 };
  if (WEEK_WORD.test(noun))
    return { period: span(now.subtract({ days: now.dayOfWeek - 1 }), "weeks", back), length: 2 };
  return null;
}

function span(start: Temporal.PlainDate, unit: "years" | "months" | "weeks", back: number): Period {
  const from = start.subtract({ [unit]: back });
  return { from: from.toString(), to: from.add({ [unit]: 1 }).toString() };
}

function year(tokens: Words, at: number): Read | null {
  const text = tokens[at]?.text ?? "";
  const period = isYear(text) ? calendar(text) : null;
  return period && { period, length: 1 };
}

/** The days of a partial date, or null when there is no such date. */
export function calendar(date: string): Period | null {
  try {
    const from = Temporal.PlainDate.from(firstDay(date), { overflow: "reject" });
    const unit = date.length === 4 ? "years" : date.length === 7 ? "months" : "days";
    return { from: from.toString(), to: from.add({ [unit]: 1 }).toString() };
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

/** Whether two periods share a day. */
export function overlaps(left: Period, right: Period): boolean {
  const startsInTime = left.from === null || right.to === null || left.from < right.to;
  const endsInTime = left.to === null || right.from === null || right.from < left.to;
  return startsInTime && endsInTime;
}

function isYear(text: string): boolean {
  return /^(19|20)\d\d$/.test(text);
}

function monthOf(word: string | undefined): number | null {
  if (!word) return null;
  for (const language of LANGUAGES) {
    const index = MONTHS[language].findIndex((name) => name.test(fold(word)));
    if (index >= 0) return index + 1;
  }
  return null;
}

/** Whether a folded word names a month in any of the languages. */
export function isMonthName(word: string): boolean {
  return monthOf(word) !== null;
}

function months(names: string): RegExp[] {
  return names.split("|").map((name) => new RegExp(`^${name}`, "u"));
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
