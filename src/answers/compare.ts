/** A comparison asks the same of two or more things, and wants an answer for each. */
import type { Query } from "./question.ts";
import type { Unit } from "./units.ts";

/** More things side by side are a table, not an answer. */
const MAX_SIDES = 4;

/** The questions that a question stands for: one for each thing compared, else itself. */
export function sidesOf(query: Query): Query[] {
  if (!query.intents.has("compare")) return [query];
  const [compared = []] = [...Map.groupBy(query.units, categoryOf)]
    .filter(([category, units]) => category !== null && units.length > 1)
    .map(([, units]) => units);
  if (compared.length === 0) return [query];
  return compared.slice(0, MAX_SIDES).map((side) => ({
    ...query,
    units: query.units.filter((unit) => unit === side || !compared.includes(unit)),
  }));
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
