/** What is said of a question without an answer: what is missing, and the nearest reading. */
import type { Article } from "../model.ts";
import { isThing } from "./follow-ups/follow-up-units.ts";
import type { Query } from "./question/question.ts";
import type { Unit } from "./question/units.ts";
import type { Ranked } from "./ranking/rank.ts";

const MAX_NEAREST = 3;

/**
 * What no candidate names. Where one names all things, the words that it lacks; where each is named
 * but never together, the things.
 */
export function missing(query: Query, ranked: readonly Ranked[]): string[] {
  const isNamedIn = ({ profile }: Ranked, { concepts, terms }: Unit) =>
    concepts.some((concept) => profile.concepts.has(concept)) ||
    terms.some((term) => profile.places[query.language].has(term));
  const things = query.units.filter(isThing);
  const unnamed = query.units.filter((unit) => !ranked.some((each) => isNamedIn(each, unit)));
  if (ranked.length === 0 || unnamed.some(isThing)) return labels(unnamed);
  const best = ranked.find((each) => things.every((unit) => isNamedIn(each, unit)));
  return labels(best ? query.units.filter((unit) => !isNamedIn(best, unit)) : things);
}

function labels(units: readonly Unit[]): string[] {
  return units.map(({ label }) => label);
}

/** The articles of the facts that fit best. */
export function nearest(ranked: readonly Ranked[]): Article[] {
  return [...new Set(ranked.map(({ profile }) => profile.article))].slice(0, MAX_NEAREST);
}
