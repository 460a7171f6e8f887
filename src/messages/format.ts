/** Dates and numbers as each language writes them. */
import type { Period } from "../answers/time/period.ts";
import { type Article, firstDay, type Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";

/** British order (2 November 2023), which no reader takes for another day. */
const LOCALES: Record<Language, string> = { en: "en-GB", fr: "fr", ru: "ru" };

/** A partial date as exact as it is: `2 Nov 2023`, `juin 2024`, `2022`. */
export function formatDate(date: string, language: Language): string {
  const options: Intl.DateTimeFormatOptions =
    date.length === 4
      ? { year: "numeric" }
      : date.length === 7
        ? { year: "numeric", month: "long" }
        : { year: "numeric", month: "short", day: "numeric" };
  return dateFormat(language, { ...options, timeZone: "UTC" }).format(utcDay(date));
}

/** A date among others of one year, which days and months of it leave out. */
export function formatDateIn(date: string, reader: { language: Language; year: string }): string {
  const { language, year } = reader;
  if (date.length === "YYYY".length || !date.startsWith(year)) return formatDate(date, language);
  if (date.length === "YYYY-MM-DD".length) return formatDay(date, language);
  return dateFormat(language, { month: "long", timeZone: "UTC" }).format(utcDay(date));
}

/** The date of an article with what is uncertain about it said; without its year if that is `year`. */
export function formatPublished(
  article: { published: string | null; dateBasis: Article["date_basis"] },
  language: Language,
  year = "",
): string {
  const { answer } = stringsIn(language);
  if (article.published === null) return answer.dateUnknown;
  const date = year
    ? formatDateIn(article.published, { language, year })
    : formatDate(article.published, language);
  return article.dateBasis === "inferred" ? answer.dateInferred(date) : date;
}

/** The days from `from` to the day before `to`: `10–16 June 2024`. */
export function formatWindow(window: { from: string; to: string }, language: Language): string {
  const last = Temporal.PlainDate.from(window.to).subtract({ days: 1 }).toString();
  const format = dateFormat(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return last <= window.from
    ? format.format(utcDay(window.from))
    : format.formatRange(utcDay(window.from), utcDay(last));
}

/** A period as short as it can be said: `2024`, `June 2024`, `1 – 13 June 2024`, `since 1 June 2024`. */
export function formatPeriod(period: Period, language: Language): string {
  const { since, before } = stringsIn(language).period;
  const { from, to } = period;
  if (from === null) return to === null ? "" : before(formatDate(to, language));
  if (to === null) return since(formatDate(from, language));
  const start = Temporal.PlainDate.from(from);
  const isFrom = (length: Temporal.DurationLike) => start.add(length).equals(to);
  if (isFrom({ years: 1 }) && start.month === 1) return formatDate(from.slice(0, 4), language);
  if (isFrom({ months: 1 }) && start.day === 1) return formatDate(from.slice(0, 7), language);
  return formatWindow({ from, to }, language);
}

/** An instant on the clocks of a zone, with the zone's city: `Mon 17 Jun, 09:00 Almaty`. */
export function formatMoment(instant: Date, timeZone: string, language: Language): string {
  const moment = dateFormat(language, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(instant);
  return `${moment} ${cityOf(timeZone)}`;
}

/** A day without its year, `23 Nov`. */
export function formatDay(day: string, language: Language): string {
  return dateFormat(language, { day: "numeric", month: "short", timeZone: "UTC" }).format(
    utcDay(day),
  );
}

/** The time of day on a zone's clocks, `09:00`. */
export function formatTime(instant: Date, timeZone: string, language: Language): string {
  return dateFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(instant);
}

/** The day of the week in a zone, `Mon`. */
export function formatWeekday(instant: Date, timeZone: string, language: Language): string {
  return dateFormat(language, { weekday: "short", timeZone }).format(instant);
}

export function formatNumber(number: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(number);
}

/** `1.1 billion EUR`: the code, since symbols are shared between currencies. */
export function formatAmount(amount: number, currency: string | null, language: Language): string {
  const number = isRound(amount)
    ? new Intl.NumberFormat(LOCALES[language], {
        notation: "compact",
        compactDisplay: "long",
        maximumFractionDigits: MAX_DECIMALS,
      }).format(amount)
    : formatNumber(amount, language);
  return currency ? `${number} ${currency}` : number;
}

const MILLION = 1_000_000;
const MAX_DECIMALS = 2;

/** Whether millions or more say it exactly. */
function isRound(amount: number): boolean {
  if (amount < MILLION) return false;
  const scale = 1_000 ** Math.floor(Math.log10(amount) / 3);
  return amount % (scale / 10 ** MAX_DECIMALS) === 0;
}

/** A sentence as a title among others, without its full stop. */
export function asTitle(sentence: string): string {
  return sentence.replace(/(?<!\.)\.$/, "");
}

/** The city that a zone is named after. */
export function cityOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}

function utcDay(date: string): Date {
  return new Date(`${firstDay(date)}T00:00:00Z`);
}

/** Making a format takes longer than using it a hundred times; there are some for each zone. */
const formats = new Map<string, Intl.DateTimeFormat>();
const MAX_FORMATS = 1_000;

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], options);
  if (formats.size >= MAX_FORMATS) formats.clear();
  formats.set(key, format);
  return format;
}
