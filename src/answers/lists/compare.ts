/** A comparison asks the same of two or more things, and wants an answer for each. */

import type { Intent } from "../question/intents.ts";
import type { Query } from "../question/question.ts";
import type { Unit } from "../question/units.ts";
import type { Period } from "../time/period.ts";
import {
  comparesTimes,
  hasComparative,
  isJoint,
  joinsSides,
  offersChoice,
  setsAgainst,
} from "./comparing-words.ts";

/** One of the things or times compared, and the question about it alone. */
export type Side = { of: Unit | Period; query: Query };

/** More things side by side are a table, not an answer. */
const MAX_SIDES = 4;

/** One side for each thing or time compared; none where nothing is. */
export function sidesOf(query: Query): Side[] {
  if (!isComparison(query)) return [];
  const compared = comparedUnits(query);
  return compared.length > 1 ? byThing(query, compared) : byTime(query);
}

/** One side for each of two times that are named side by side: output in 2023 and 2024. */
export function timesOf(query: Query): Side[] {
  return query.period?.isSpan === false ? byTime(query) : [];
}

/** What is more or less, and how much each is, one fact of each side tells. */
export function asksForOneEach({ intents, text, language }: Query): boolean {
  return intents.has("how-much") || hasComparative(text, language);
}

function byThing(query: Query, compared: readonly Unit[]): Side[] {
  return compared.slice(0, MAX_SIDES).map((side) => ({
    of: side,
    query: {
      ...query,
      intents: withCompare(query),
      counted: null,
      units: query.units
        .filter((unit) => unit === side || !compared.includes(unit))
        .map((unit) => (unit === side || unit.kind === "thing" ? unit : asAspect(unit))),
    },
  }));
}

/** What two things are compared by: a fact need not name all of it. */
function asAspect(unit: Unit): Unit {
  return { ...unit, role: "aspect" };
}

/** "2023 against 2024"; a span has two ends only where they are to be compared. */
function byTime(query: Query): Side[] {
  const { period, intents } = query;
  if (period === null || period.times.length < 2) return [];
  if (period.isSpan && !intents.has("compare")) return [];
  return period.times.slice(0, MAX_SIDES).map((time) => ({
    of: time,
    query: {
      ...query,
      intents: withCompare(query),
      period: { ...period, ...time, times: [time], isSpan: true, isOfFact: !period.isOfArticle },
    },
  }));
}

/** "Which is bigger", "who makes more" ask for one of the sides, and for no name beside them. */
function withCompare(query: Query): Query["intents"] {
  const { intents, text, language } = query;
  if (hasComparative(text, language)) {
    const measure: Intent = comparesTimes(text, language) ? "when" : "how-much";
    return new Set([...intents.difference(CHOOSING), measure, "compare" as const]);
  }
  const asked = isChoice(query) ? intents.difference(CHOOSING) : intents;
  return new Set([...asked, "compare" as const]);
}

const CHOOSING: ReadonlySet<Intent> = new Set([
  "what",
  "who",
  "where",
  "person",
  "company",
  "country",
  "city",
  "mineral",
]);

function isComparison(query: Query): boolean {
  const { intents, text, language, period } = query;
  const isOfTimes = period !== null && setsAgainst(period.label, language);
  return intents.has("compare") || hasComparative(text, language) || isOfTimes || isChoice(query);
}

/** Who buys gallium, Japan or Europe? */
function isChoice({ units, text, language }: Query): boolean {
  return units.some((left, at) => {
    const right = units[at + 1];
    if (!right || left.kind !== "thing" || categoryOf(left) !== categoryOf(right)) return false;
    return offersChoice({ text, between: textBetween(left, right, text) }, language);
  });
}

/** The first kind of name of which the question has several: two countries, two companies. */
function comparedUnits(query: Query): readonly Unit[] {
  const kinds = [...Map.groupBy(query.units, categoryOf)].filter(
    ([category, units]) => category !== null && units.length > 1,
  );
  const [, units = []] = kinds[0] ?? [];
  if (units.length < 2) return joinedPair(query);
  return query.intents.has("compare") || joinsSides(query.text, query.language) ? units : [];
}

/** A mine and a company, or a name that the base does not know: told apart by the word between. */
function joinedPair({ units, text, language, intents }: Query): Unit[] {
  const names = units.filter(
    ({ kind }) => kind !== "word" && (kind !== "term" || intents.has("compare")),
  );
  for (const [at, left] of names.entries()) {
    const right = names[at + 1];
    if (!right || (left.kind !== "thing" && right.kind !== "thing")) continue;
    if (isJoint(textBetween(left, right, text), language)) return [left, right];
  }
  return [];
}

function textBetween(left: Unit, right: Unit, text: string): string {
  const from = text.indexOf(left.label) + left.label.length;
  return text.slice(from, text.indexOf(right.label, from));
}

/** The first of each list, then the second of each. */
export function inTurn<Entry>(lists: readonly (readonly Entry[])[]): Entry[] {
  const longest = Math.max(...lists.map((list) => list.length), 0);
  return Array.from({ length: longest }, (_, at) => at).flatMap((at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  );
}

/** Countries are compared with countries, minerals with minerals. */
function categoryOf({ kind, concepts }: Unit): string | null {
  const [first = ""] = concepts;
  return kind === "thing" ? first.slice(0, first.indexOf(":")) : null;
}
