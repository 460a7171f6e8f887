/** A comparison asks the same of two or more things, and wants an answer for each. */
import { calendar } from "./period.ts";
import type { Query } from "./question.ts";
import type { Unit } from "./units.ts";

/** More things side by side are a table, not an answer. */
const MAX_SIDES = 4;

/** The questions that a question stands for: one for each thing or year compared, else itself. */
export function sidesOf(query: Query): Query[] {
  if (!isComparison(query)) return [query];
  const compared = comparedUnits(query);
  return compared.length > 1 ? bySide(query, compared) : byYear(query);
}

function bySide(query: Query, compared: readonly Unit[]): Query[] {
  return compared.slice(0, MAX_SIDES).map((side) => ({
    ...query,
    intents: new Set([...query.intents, "compare" as const]),
    counted: null,
    units: query.units
      .filter((unit) => unit === side || !compared.includes(unit))
      .map((unit) => (unit === side ? unit : { ...unit, role: "aspect" as const })),
  }));
}

/** "2023 against 2024": a year that the period does not hold is the other side. */
function byYear(query: Query): Query[] {
  const years = query.units.filter(({ label }) => YEAR.test(label));
  const others = years
    .flatMap(({ label }) => calendar(label) ?? [])
    .map((period) => ({ ...period, isOfArticle: false }));
  if (query.period === null || others.length === 0) return [query];
  const units = query.units.filter((unit) => !years.includes(unit));
  return [query.period, ...others].map((period) => ({
    ...query,
    units,
    period,
    intents: new Set([...query.intents, "compare" as const]),
  }));
}

const YEAR = /^(19|20)\d\d$/;

/** Which is bigger, A or B: said with a word of comparison, or with "or" between the names. */
const COMPARATIVE: Record<Query["language"], RegExp> = {
  en: /\b(more|most|less|least|bigger|larger|higher|greater|smaller|lower|ahead of|longer|older|earlier|later|who is first)\b/i,
  fr: /(?<!\p{L})(le plus|la plus|plus|davantage|moins|lequel|laquelle|lesquels|lesquelles|devant)(?!\p{L})/iu,
  ru: /(?<!\p{L})(больше|меньше|более|менее|крупнее|выше|ниже|раньше|позже|кто из|что из)(?!\p{L})/iu,
};

function isComparison({ intents, text, language }: Query): boolean {
  return intents.has("compare") || COMPARATIVE[language].test(text);
}

/** The first kind of name of which the question has several: two countries, two companies. */
function comparedUnits(query: Query): readonly Unit[] {
  const kinds = [...Map.groupBy(query.units, categoryOf)].filter(
    ([category, units]) => category !== null && units.length > 1,
  );
  const [, units = []] = kinds[0] ?? [];
  return query.intents.has("compare") || OR[query.language].test(query.text) ? units : [];
}

const OR: Record<Query["language"], RegExp> = {
  en: /\b(or|and|versus|vs|than)\b/i,
  fr: /(?<!\p{L})(ou|et|que)(?!\p{L})/iu,
  ru: /(?<!\p{L})(или|и|чем)(?!\p{L})/iu,
};

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
