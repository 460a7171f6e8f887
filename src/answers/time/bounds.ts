/** Times with one open end: since 2024, avant juin 2025, после 2023 года. */
import { daysOfPoint } from "./moment-days.ts";
import { momentAt } from "./moments.ts";
import type { Period } from "./period.ts";
import { DETERMINER, END, monthOf } from "./period-words.ts";
import { type Point, pointAt } from "./ranges.ts";
import { lengthAt } from "./relative-times.ts";
import { isYearAt, type Read, type TimedText, wordAt } from "./time-reading.ts";

/** `since` and `until` include the time that is named, `after` and `before` leave it out. */
type Bound = "since" | "after" | "before" | "until";

const PHRASES: readonly [Bound, RegExp][] = [
  [
    "since",
    /^(since|starting (?:from|in|with)|starting|beginning in|as from|depuis|des|a partir d[eu]?|a partir|a compter d[eu]?|a compter|начиная со?|с|со) /,
  ],
  ["after", /^(later than|after|post|apres|позже|позднее|после) /],
  ["before", /^(prior to|earlier than|before|pre|avant|ранее|раньше|до) /],
  [
    "until",
    /^(up to|up until|until|till|through|jusqu a|jusqu au|jusqu en|jusqu|jusque|вплоть до|не позднее|по) /,
  ],
];
/** The longest phrase, "up until", "à compter du", with a word behind it. */
const MAX_PHRASE_WORDS = 4;
/** From 2024 on; without it, "news from 2024" are news of 2024. */
const ONWARDS = /^(on|onwards?|forward)$/;
/** по 2024 год is an end, по 2024 году is the year. */
const DATIVE = /^(году|годам)$/;

/** The period with an open end that is told at a token, closed where another bound follows. */
export function boundAt(reading: TimedText, at: number, today: string): Read<Period> | null {
  const first = oneBoundAt(reading, at, today);
  if (!first) return null;
  const next = /^(and|et|и|but|mais|но)$/.test(wordAt(reading, first.to)) ? first.to + 1 : first.to;
  const second = oneBoundAt(reading, next, today);
  const from = first.value.from ?? second?.value.from ?? null;
  const to = first.value.to ?? second?.value.to ?? null;
  const isClosed = second !== null && from !== null && to !== null && from < to;
  return isClosed ? { value: { from, to }, to: second.to } : first;
}

function oneBoundAt(reading: TimedText, at: number, today: string): Read<Period> | null {
  if (wordAt(reading, at) === "from") return onwardsAt(reading, at + 1, today);
  const phrase = phraseAt(reading, at);
  if (!phrase) return null;
  if (wordAt(reading, at) === "des" && momentAt(reading, phrase.to) === null) return null;
  const since = phrase.value === "since" ? lengthAt(reading, phrase.to, today) : null;
  if (since) return { value: { from: since.value.from, to: null }, to: since.to };
  const point = boundedPointAt(reading, phrase.to);
  if (!point) return null;
  const isDative = wordAt(reading, at) === "по" && DATIVE.test(wordAt(reading, point.to - 1));
  const days = isDative ? null : daysOfPoint(point.value, today);
  return days && { value: cut(days, boundOf(reading, phrase)), to: point.to };
}

function onwardsAt(reading: TimedText, at: number, today: string): Read<Period> | null {
  const point = pointAt(reading, at, true);
  if (!point || !ONWARDS.test(wordAt(reading, point.to))) return null;
  const days = daysOfPoint(point.value, today);
  return days && { value: { from: days.from, to: null }, to: point.to + 1 };
}

function phraseAt({ tokens }: TimedText, at: number): Read<Bound> | null {
  const words = tokens
    .slice(at, at + MAX_PHRASE_WORDS)
    .flatMap(({ text, elided }) => (elided === "jusqu" ? [elided, text] : [text]));
  const text = `${words.join(" ")} `;
  for (const [bound, pattern] of PHRASES) {
    const [, phrase] = pattern.exec(text) ?? [];
    // The elided "jusqu" belongs to the token behind it.
    if (phrase) return { value: bound, to: at + lengthOf(phrase) };
  }
  return null;
}

function lengthOf(phrase: string): number {
  const words = phrase.split(" ").length;
  return phrase.startsWith("jusqu ") || phrase === "jusqu" ? words - 1 : words;
}

/** "Before the 2024 summit" is no bound: the year belongs to the summit. */
function boundedPointAt(reading: TimedText, at: number): Read<Point> | null {
  if (!DETERMINER.test(wordAt(reading, at))) return pointAt(reading, at, true);
  const isOfThing = isYearAt(reading, at + 1) || monthOf(wordAt(reading, at + 1)) !== null;
  return isOfThing ? null : pointAt(reading, at + 1, true);
}

/** "Before the end of 2024" lets 2024 in. */
function boundOf(reading: TimedText, { value, to }: Read<Bound>): Bound {
  const start = DETERMINER.test(wordAt(reading, to)) ? to + 1 : to;
  return value === "before" && END.test(wordAt(reading, start)) ? "until" : value;
}

function cut({ from, to }: Period, bound: Bound): Period {
  switch (bound) {
    case "since":
      return { from, to: null };
    case "after":
      return { from: to, to: null };
    case "before":
      return { from: null, to: from };
    case "until":
      return { from: null, to };
  }
}
