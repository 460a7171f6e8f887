/** Times told from today: this year, last month, in the last six months, two years ago. */
import type { Period } from "./period.ts";
import {
  AGO,
  BEFORE_PREVIOUS,
  countOf,
  DETERMINER,
  END,
  HALF_YEAR,
  isShortMonth,
  LAST,
  MIDDLE,
  monthOf,
  NEXT,
  OF,
  PAST,
  PREVIOUS,
  START,
  THIS,
  TOMORROW,
  type Unit,
  unitOf,
  YESTERDAY,
} from "./period-words.ts";
import { type Read, skip, skipOne, type TimedText, wordAt } from "./time-reading.ts";

/** The period that is told from today at a token, if one is. */
export function relativeAt(reading: TimedText, at: number, today: string): Read<Period> | null {
  const now = Temporal.PlainDate.from(today);
  return (
    rollingAt(reading, at, now) ??
    agoAt(reading, at, now) ??
    besideAt(reading, at, now) ??
    edgeAt(reading, at, now) ??
    monthBesideAt(reading, at, now)
  );
}

/** `depuis six mois`: so long back, until now. */
export function lengthAt(reading: TimedText, at: number, today: string): Read<Period> | null {
  const length = lengthOf(reading, at);
  return length && { value: rolling(Temporal.PlainDate.from(today), length.value), to: length.to };
}

/** `the last 6 months`, `past year`, `ces 3 derniers mois`, `за последний год`. */
function rollingAt(reading: TimedText, at: number, now: Temporal.PlainDate): Read<Period> | null {
  const word = wordAt(reading, at);
  const isLast = LAST.test(word) || PAST.test(word) || PREVIOUS.test(word);
  const length = isLast ? lengthOf(reading, at + 1) : countBeforeLast(reading, at);
  if (length) return { value: rolling(now, length.value), to: length.to };
  const noun = wordAt(reading, at + 1);
  const unit = unitOf(noun);
  if (unit === null || !isLast || PREVIOUS.test(word)) return null;
  const isOne = !PLURAL.test(word) && !SEVERAL.test(noun) && isRollingOne(reading, at, unit);
  return isOne || HALF_YEAR.test(noun) ? { value: rolling(now, unit), to: at + 2 } : null;
}

/** "Ces derniers mois" tell no length. */
const PLURAL = /^(dernier(e)?s|последни[ех]|прошедши[ех])$/;

/** "Last year" is the calendar's; "the last year" and "за последний год" end today. */
function isRollingOne(reading: TimedText, at: number, { count }: Unit): boolean {
  const word = wordAt(reading, at);
  if (word !== "last") return PAST.test(word) || count === 1 || count === 10;
  return DETERMINER.test(wordAt(reading, at - 1)) || count === 10;
}

/** `6 months`, `deux ans`. */
function lengthOf(reading: TimedText, at: number): Read<Unit> | null {
  const count = countOf(wordAt(reading, at));
  const noun = wordAt(reading, at + 1) === "of" ? at + 2 : at + 1;
  const unit = count === null ? null : unitOf(wordAt(reading, noun));
  return unit && count ? { value: { ...unit, count: unit.count * count }, to: noun + 1 } : null;
}

/** `3 derniers mois`. */
function countBeforeLast(reading: TimedText, at: number): Read<Unit> | null {
  const count = countOf(wordAt(reading, at));
  const last = wordAt(reading, at + 1);
  const unit = LAST.test(last) || PAST.test(last) ? unitOf(wordAt(reading, at + 2)) : null;
  return unit && count ? { value: { ...unit, count: unit.count * count }, to: at + 3 } : null;
}

function rolling(now: Temporal.PlainDate, { unit, count }: Unit): Period {
  return {
    from: now.subtract({ [unit]: count }).toString(),
    to: now.add({ days: 1 }).toString(),
  };
}

/** `two years ago`, `il y a deux ans`, `год назад`, `yesterday`, `tomorrow`. */
function agoAt(reading: TimedText, at: number, now: Temporal.PlainDate): Read<Period> | null {
  const word = wordAt(reading, at);
  const day = YESTERDAY.test(word) ? -1 : TOMORROW.test(word) ? 1 : null;
  if (day !== null) return { value: spanOf(now, { unit: "days", count: 1 }, day), to: at + 1 };
  const isFrench = [word, wordAt(reading, at + 1), wordAt(reading, at + 2)].join(" ") === "il y a";
  const alone = ONE.test(word) ? unitOf(word) : null;
  const length = isFrench
    ? lengthOf(reading, at + 3)
    : (lengthOf(reading, at) ?? (alone && { value: alone, to: at + 1 }));
  if (!length) return null;
  const to = isFrench ? length.to : skipOne(reading, length.to, /^тому$/);
  if (!isFrench && !AGO.test(wordAt(reading, to))) return null;
  const { unit, count } = length.value;
  return { value: spanOf(now, { unit, count: 1 }, -count), to: isFrench ? to : to + 1 };
}

/** `this year`, `le mois dernier`, `на прошлой неделе`, `next quarter`. */
function besideAt(reading: TimedText, at: number, now: Temporal.PlainDate): Read<Period> | null {
  const { noun, offset } = pairAt(reading, at);
  const unit = SEVERAL.test(noun) ? null : unitOf(noun);
  if (unit && offset !== null && unit.unit !== "days")
    return { value: spanOf(now, unit, offset), to: skipOne(reading, at + 2, /^ci$/) };
  const underway = unitOf(wordAt(reading, at));
  const isUnderway = wordAt(reading, at + 1) === "en" && wordAt(reading, at + 2) === "cours";
  return underway && isUnderway ? { value: spanOf(now, underway, 0), to: at + 3 } : null;
}

/** French puts "last" behind the noun: l'année dernière. */
const BEHIND_NOUN = /^(derniere?|passee?|prochaine?|suivante?|precedente?|courante?)$/;

function pairAt(reading: TimedText, at: number): { noun: string; offset: number | null } {
  const [first, second] = [wordAt(reading, at), wordAt(reading, at + 1)];
  return BEHIND_NOUN.test(second)
    ? { noun: first, offset: offsetOf(second) }
    : { noun: second, offset: offsetOf(first) };
}

/** Russian leaves out the one: год назад. */
const ONE = /^(год|месяц|неделю|полгода|день|квартал)$/;

function offsetOf(word: string): number | null {
  if (PLURAL.test(word)) return null;
  if (THIS.test(word)) return 0;
  if (NEXT.test(word)) return 1;
  if (BEFORE_PREVIOUS.test(word)) return -2;
  return LAST.test(word) || PREVIOUS.test(word) ? -1 : null;
}

/** `the end of the year`, `с начала года`: of this year, where no other is said. */
function edgeAt(reading: TimedText, at: number, now: Temporal.PlainDate): Read<Period> | null {
  const word = wordAt(reading, at);
  if (!(START.test(word) || MIDDLE.test(word) || END.test(word))) return null;
  const start = skip(reading, at + 1, OF);
  const beside = besideAt(reading, start, now);
  if (beside) return beside;
  const unit = SEVERAL.test(wordAt(reading, start)) ? null : unitOf(wordAt(reading, start));
  return unit && unit.unit !== "days" ? { value: spanOf(now, unit, 0), to: start + 1 } : null;
}

/** "The early years" are not this one. */
const SEVERAL = /^(years|months|weeks|quarters|annees|ans|trimestres|лет|год(ы|ов|ах))$/;

/** `last June`, `juin dernier`, `в прошлом июне`: before this month. */
function monthBesideAt(
  reading: TimedText,
  at: number,
  now: Temporal.PlainDate,
): Read<Period> | null {
  const { noun, offset } = pairAt(reading, at);
  const month = isShortMonth(noun) || isVerb(reading, at + 1) ? null : monthOf(noun);
  if (month === null || offset === null) return null;
  const years =
    offset === 0 ? 0 : offset > 0 ? (month > now.month ? 0 : 1) : month < now.month ? 0 : -1;
  const from = now.with({ month, day: 1 }).add({ years });
  return { value: { from: from.toString(), to: from.add({ months: 1 }).toString() }, to: at + 2 };
}

/** "This may change" and "next march to": no months. */
function isVerb(reading: TimedText, at: number): boolean {
  return /^(may|march)$/.test(reading.tokens[at]?.raw ?? "") && !LAST.test(wordAt(reading, at - 1));
}

/** The calendar's year, half-year, quarter, month, week or day around today, moved by `offset`. */
function spanOf(now: Temporal.PlainDate, { unit, count }: Unit, offset: number): Period {
  const from = startOf(now, { unit, count }).add({ [unit]: offset * count });
  return { from: from.toString(), to: from.add({ [unit]: count }).toString() };
}

function startOf(now: Temporal.PlainDate, { unit, count }: Unit): Temporal.PlainDate {
  if (unit === "days") return now;
  if (unit === "weeks") return now.subtract({ days: now.dayOfWeek - 1 });
  if (unit === "months") return now.with({ month: now.month - ((now.month - 1) % count), day: 1 });
  return now.with({ year: now.year - (count > 1 ? now.year % count : 0), month: 1, day: 1 });
}
