/** How well a fact answers a question: what of it the fact names, and whether it tells what is asked. */
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { cueBonus } from "./cue-bonus.ts";
import { tellsWhatIsAsked } from "./cues.ts";
import type { FactProfile } from "./fact-profile.ts";
import { isNounTold } from "./names-asked.ts";
import type { Query } from "./question.ts";
import type { SearchIndex } from "./search-index.ts";
import { HEADLINE_STRENGTH, strength, type WeighedUnit, weigh } from "./strength.ts";
import { isDemanded } from "./units.ts";

/**
 * `coverage` from 0 to 1: how much of the question's weight the fact names; `core` the same
 * without countries. `isComplete`: every thing, the period and the kind of value asked for are in
 * the fact itself; `isOnSubject`: one thing only in the headline. `score` orders facts.
 */
export type Ranked = {
  profile: FactProfile;
  coverage: number;
  core: number;
  isComplete: boolean;
  isOnSubject: boolean;
  score: number;
};

const PROXIMITY_BONUS = 0.08;
const LEAD_BONUS = 0.02;
const SEARCH_BONUS = 0.1;
/** Two words this far apart no longer belong together. */
const NEAR_WORDS = 8;

/** Ranks candidate facts, best first; `scores` are the search engine's, for ties. */
export function rankFacts({
  query,
  candidates,
  index,
  vocabulary,
}: {
  query: Query;
  candidates: readonly { profile: FactProfile; score: number }[];
  index: SearchIndex;
  vocabulary: Vocabulary;
}): Ranked[] {
  const weighed = query.units.map((unit) => weigh({ unit, query, index, vocabulary }));
  const best = Math.max(...candidates.map(({ score }) => score), 1e-9);
  return candidates
    .map(({ profile, score }) => {
      const units = weighed.map((unit) => {
        const named = strength(unit, profile, query);
        return { ...unit, strength: isNounTold(unit, profile, query) ? 1 : named };
      });
      const things = units.filter(
        (unit) => isDemanded(unit.role) && (isThing(unit) || isFigure(unit)),
      );
      const lacking = things.filter((unit) => unit.strength <= HEADLINE_STRENGTH);
      const tells = tellsWhatIsAsked(profile, query, units);
      const coverage = share(units);
      return {
        profile,
        coverage,
        core: coreOf(units),
        isComplete: tells && isSupported(units) && lacking.length === 0,
        isOnSubject:
          tells &&
          isSupported(units) &&
          lacking.length <= 1 &&
          lacking.every((unit) => unit.strength > 0),
        score:
          coverage +
          cueBonus(profile, query) +
          PROXIMITY_BONUS * proximity(units, profile, query) +
          (profile.isLead ? LEAD_BONUS : 0) +
          SEARCH_BONUS * (score / best),
      };
    })
    .toSorted((left, right) => right.score - left.score);
}

/**
 * A place or one everyday word is too little to go by where the base has never heard the rest: the
 * best pizza in Almaty.
 */
function isSupported(units: readonly (WeighedUnit & { strength: number })[]): boolean {
  const demanded = units.filter(({ role }) => isDemanded(role));
  const told = demanded.filter((unit) => unit.strength > HEADLINE_STRENGTH);
  const unheard = demanded.filter(
    ({ kind, value, knownTerms }) => kind === "term" && value === null && knownTerms.length === 0,
  );
  if (told.some((unit) => isThing(unit) && !unit.concepts.some((c) => /^(country|place):/.test(c))))
    return true;
  return told.length > unheard.length || unheard.length === 0;
}

/** A figure with its decimals is remembered from somewhere; two or five may count anything. */
function isFigure({ value }: WeighedUnit): boolean {
  return value?.includes(".") ?? false;
}

function isThing({ kind }: WeighedUnit): boolean {
  return kind === "thing" || kind === "unknown-name";
}

function isCountry({ concepts }: WeighedUnit): boolean {
  return concepts.some((concept) => concept.startsWith("country:"));
}

/** The share of all but the countries; a headline is too little to tell a fact of its article. */
function coreOf(units: readonly (WeighedUnit & { strength: number })[]): number {
  return share(
    units
      .filter((unit) => !isCountry(unit) && unit.role !== "aspect")
      .map((unit) => ({
        ...unit,
        strength: isThing(unit) || unit.strength > HEADLINE_STRENGTH ? unit.strength : 0,
      })),
  );
}

/** The share of the units' weight that the fact names; 1 where there is nothing to name. */
function share(units: readonly (WeighedUnit & { strength: number })[]): number {
  const total = units.reduce((sum, unit) => sum + unit.weight, 0);
  if (total === 0) return 1;
  return units.reduce((sum, unit) => sum + unit.weight * unit.strength, 0) / total;
}

/** The share of the question's neighbouring words that stand near each other in the fact. */
function proximity(
  units: readonly WeighedUnit[],
  profile: FactProfile,
  { language }: Query,
): number {
  const places = units.map((unit) =>
    [...unit.concepts, ...unit.terms]
      .map((word) => profile.places[language].get(word))
      .find((at) => at !== undefined),
  );
  let near = 0;
  for (let at = 1; at < places.length; at += 1) {
    const [left, right] = [places[at - 1], places[at]];
    if (left !== undefined && right !== undefined && Math.abs(left - right) <= NEAR_WORDS)
      near += 1;
  }
  return places.length > 1 ? near / (places.length - 1) : 0;
}
