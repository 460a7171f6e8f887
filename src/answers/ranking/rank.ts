/** How well a fact answers a question: what of it the fact names, and whether it tells what is asked. */
import { isCountry, isMineral } from "../../knowledge/concept-kind.ts";
import type { Vocabulary } from "../../knowledge/vocabulary.ts";
import type { FactProfile } from "../facts/fact-profile.ts";
import { asksForAim, type Reasons } from "../facts/reasons.ts";
import type { Query } from "../question/question.ts";
import { isDemanded } from "../question/units.ts";
import type { SearchIndex } from "../search/search-index.ts";
import { cueBonus } from "./cue-bonus.ts";
import { tellsWhatIsAsked } from "./cues.ts";
import { isNounTold } from "./names-asked.ts";
import {
  type ConfidenceMeasures,
  confidenceOf,
  type RelevanceMeasures,
  relevanceOf,
} from "./relevance.ts";
import {
  HEADLINE_STRENGTH,
  SEARCH_TERM_STRENGTH,
  strength,
  type WeighedUnit,
  weigh,
} from "./strength.ts";

/**
 * `coverage` from 0 to 1: how much of the question's weight the fact names; `core` the same
 * without countries. `isComplete`: every thing, the period and the kind of value asked for are in
 * the fact itself; `isOnSubject`: one thing only in the headline. `isAdmissible`: no more than one
 * thing is missing. `namesThings`: none is missing, whatever is asked about them. `score` orders facts of lists and follow-ups, `relevance` those of one answer.
 */
export type Ranked = {
  profile: FactProfile;
  coverage: number;
  core: number;
  isComplete: boolean;
  isOnSubject: boolean;
  isAdmissible: boolean;
  namesThings: boolean;
  score: number;
  relevance: number;
  /** The logarithm of the odds that the base answers, were this its answer. */
  confidence: number;
  measures: RelevanceMeasures & ConfidenceMeasures;
};

/** A fact that shares only the country with the question is about something else. */
const MIN_CORE = 0.25;
const PROXIMITY_BONUS = 0.08;
const LEAD_BONUS = 0.02;
const SEARCH_BONUS = 0.1;
/** Two words this far apart no longer belong together. */
const NEAR_WORDS = 8;

/** A candidate with the question's units, each as strongly as the candidate names it. */
type Named = { profile: FactProfile; found: number; units: StrongUnit[] };
type StrongUnit = WeighedUnit & { strength: number };

/** Ranks candidate facts, best first; `score` of a candidate is the search engine's. */
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
  const named = candidates.map(({ profile, score }): Named => {
    const units = weighed.map((unit) => {
      const told = isNounTold(unit, profile, query);
      return { ...unit, strength: told ? 1 : strength(unit, profile, query) };
    });
    return { profile, found: score, units };
  });
  const best = Math.max(...candidates.map(({ score }) => score), 1e-9);
  const coverageOfArticle = articleCoverage(named);
  return named
    .map((each) => ranked(each, { query, best, articleCoverage: coverageOfArticle(each) }))
    .toSorted((left, right) => right.score - left.score);
}

function ranked(
  { profile, found, units }: Named,
  { query, best, articleCoverage }: { query: Query; best: number; articleCoverage: number },
): Ranked {
  const things = units.filter((unit) => isDemanded(unit.role) && (isThing(unit) || isFigure(unit)));
  const lacking = things.filter((unit) => unit.strength <= HEADLINE_STRENGTH);
  const tells = tellsWhatIsAsked(profile, query, units) && isSupported(units);
  const coverage = share(units);
  const core = coreOf(units);
  const cue = cueBonus(profile, query);
  const near = proximity(units, profile, query);
  const asksWhy = query.intents.has("why");
  const measures = {
    heardCoverage: share(units.filter(isHeard)),
    cue: asksWhy ? 0 : cue,
    cause: asksWhy ? causeFor(query, profile.reasons) : 0,
    aim: asksWhy ? profile.reasons.aim : 0,
    proximity: near,
    search: found / best,
    articleCoverage,
    unnamedThings: lacking.filter((unit) => unit.strength === 0).length,
    focus: profile.concepts.intersection(query.named).size / Math.max(1, profile.concepts.size),
    length: profile.fact[query.language].length / 100,
    coverage,
    core,
    lackingThings: lacking.length,
    searchScore: Math.log1p(found),
    units: units.length,
  };
  return {
    profile,
    coverage,
    core,
    isComplete: tells && lacking.length === 0,
    isOnSubject: tells && lacking.length <= 1 && lacking.every((unit) => unit.strength > 0),
    isAdmissible:
      tells &&
      core >= MIN_CORE &&
      lacking.length <= 1 &&
      !lacking.some((unit) => isOtherSubject(unit, profile)),
    namesThings:
      core >= MIN_CORE &&
      (things.length === 0 || lacking.length < things.length) &&
      lacking.every((unit) => unit.strength > 0 && !isOtherSubject(unit, profile)),
    score:
      coverage +
      cue +
      PROXIMITY_BONUS * near +
      (profile.isLead ? LEAD_BONUS : 0) +
      SEARCH_BONUS * (found / best),
    relevance: relevanceOf(measures),
    confidence: confidenceOf(measures),
    measures,
  };
}

/** "What for" is answered by an aim as well as "why" is by a cause. */
function causeFor({ text, language }: Query, { cause, aim }: Reasons): number {
  return asksForAim(text, language) ? Math.max(cause, aim) : cause;
}

/**
 * A place or one everyday word is too little to go by where the base has never heard the rest: the
 * best pizza in Almaty.
 */
function isSupported(units: readonly StrongUnit[]): boolean {
  const demanded = units.filter(({ role }) => isDemanded(role));
  const told = demanded.filter((unit) => unit.strength > SEARCH_TERM_STRENGTH);
  const unheard = demanded.filter(
    ({ kind, value, knownTerms }) => kind === "term" && value === null && knownTerms.length === 0,
  );
  if (told.some((unit) => isThing(unit) && !unit.concepts.some(isPlaced))) return true;
  return told.length > unheard.length || unheard.length === 0;
}

function isPlaced(concept: string): boolean {
  return /^(country|place):/.test(concept);
}

/** A figure with its decimals is remembered from somewhere; two or five may count anything. */
function isFigure({ value }: WeighedUnit): boolean {
  return value?.includes(".") ?? false;
}

/** Another mineral or country than the one asked about is no answer, however well the rest fits. */
function isOtherSubject({ concepts, strength }: StrongUnit, { certain }: FactProfile): boolean {
  if (concepts.some(isMineral) && [...certain].some(isMineral)) return true;
  return strength === 0 && concepts.some((concept) => isMineral(concept) || isCountry(concept));
}

/** What the candidates of an article name together: a question's words may stand in several. */
function articleCoverage(named: readonly Named[]): (each: Named) => number {
  const byArticle = Map.groupBy(named, ({ profile }) => profile.article.id);
  const coverages = new Map(
    [...byArticle].map(([id, facts]) => {
      const strongest = (_unit: StrongUnit, at: number) =>
        Math.max(...facts.map(({ units }) => units[at]?.strength ?? 0));
      return [id, share(facts[0]?.units ?? [], strongest)] as const;
    }),
  );
  return ({ profile }) => coverages.get(profile.article.id) ?? 0;
}

/** Whether the base uses any word for it. */
function isHeard({ concepts, knownTerms, value }: WeighedUnit): boolean {
  return concepts.length > 0 || knownTerms.length > 0 || value !== null;
}

function isThing({ kind }: WeighedUnit): boolean {
  return kind === "thing" || kind === "unknown-name";
}

function isOfCountry({ concepts }: WeighedUnit): boolean {
  return concepts.some(isCountry);
}

/** The share of all but the countries; a headline is too little to tell a fact of its article. */
function coreOf(units: readonly StrongUnit[]): number {
  return share(
    units.filter((unit) => !isOfCountry(unit) && unit.role !== "aspect"),
    (unit) => (isThing(unit) || unit.strength > HEADLINE_STRENGTH ? unit.strength : 0),
  );
}

/** The share of the units' weight that the fact names; 1 where there is nothing to name. */
function share(
  units: readonly StrongUnit[],
  strengthOf: (unit: StrongUnit, at: number) => number = ({ strength }) => strength,
): number {
  const total = units.reduce((sum, unit) => sum + unit.weight, 0);
  if (total === 0) return 1;
  return units.reduce((sum, unit, at) => sum + unit.weight * strengthOf(unit, at), 0) / total;
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
