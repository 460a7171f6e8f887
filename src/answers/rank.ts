/** How well a fact answers a question: what of it the fact names, and whether it tells what is asked. */
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { FactProfile } from "./fact-profile.ts";
import { calendar, overlaps, type Period } from "./period.ts";
import type { Intent, Query, Unit } from "./question.ts";
import type { SearchIndex } from "./search-index.ts";

/**
 * `coverage` from 0 to 1: how much of the question's weight the fact names. `isComplete`: every
 * thing, the period and the kind of value asked for are in the fact itself. `score` orders facts.
 */
export type Ranked = {
  profile: FactProfile;
  coverage: number;
  isComplete: boolean;
  isOnSubject: boolean;
  score: number;
};

/** A unit with its weight (idf) and the terms of the base that it may stand for. */
type WeighedUnit = Unit & {
  weight: number;
  accepted: ReadonlySet<string>;
  knownTerms: readonly string[];
};

/** A headline tells what the article is about, but the fact will be quoted without it. */
const HEADLINE_STRENGTH = 0.4;
const CORRECTED_STRENGTH = 0.85;
/** A word that neither base nor vocabulary knows is more often a paraphrase than a subject. */
const UNHEARD = 0.35;
const CUE_BONUS = 0.12;
const PROXIMITY_BONUS = 0.08;
const LEAD_BONUS = 0.02;
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
  const units = query.units.map((unit) => weigh({ unit, query, index, vocabulary }));
  const total = units.reduce((sum, unit) => sum + unit.weight, 0) || 1;
  const best = Math.max(...candidates.map(({ score }) => score), 1e-9);
  return candidates
    .map(({ profile, score }) => {
      const strengths = units.map((unit) => strength(unit, profile, query));
      const covered = units.reduce((sum, unit, at) => sum + unit.weight * (strengths[at] ?? 0), 0);
      const coverage = covered / total;
      const things = units.flatMap((unit, at) =>
        unit.kind === "thing" || unit.kind === "unknown-name" ? [strengths[at] ?? 0] : [],
      );
      const tells = tellsWhatIsAsked(profile, query);
      const inPeriod = query.period === null || isWithin(profile, query.period);
      return {
        profile,
        coverage,
        isComplete: tells && inPeriod && things.every((each) => each > HEADLINE_STRENGTH),
        isOnSubject: tells && inPeriod && things.every((each) => each > 0),
        score:
          coverage +
          (hasCue(profile, query) ? CUE_BONUS : 0) +
          PROXIMITY_BONUS * proximity(units, profile, query) +
          (profile.isLead ? LEAD_BONUS : 0) +
          0.1 * (score / best),
      };
    })
    .toSorted((left, right) => right.score - left.score);
}

function weigh({
  unit,
  query,
  index,
  vocabulary,
}: {
  unit: Unit;
  query: Query;
  index: SearchIndex;
  vocabulary: Vocabulary;
}): WeighedUnit {
  const { language } = query;
  const size = index.size(language);
  const accepted = new Set(unit.concepts.flatMap((concept) => acceptedBy(concept, vocabulary)));
  const knownTerms =
    unit.concepts.length > 0 ? [] : unit.terms.flatMap((term) => index.known(term, language));
  const words = unit.concepts.length > 0 ? [...accepted] : knownTerms;
  const frequency = Math.min(
    size,
    words.reduce((sum, word) => sum + index.frequency(word, language), 0),
  );
  const idf = Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
  const isUnheard = unit.kind === "term" && frequency === 0;
  return { ...unit, accepted, knownTerms, weight: Math.max(idf, 0.1) * (isUnheard ? UNHEARD : 1) };
}

/** The concepts that a fact may name to be about one: itself, what it is made of, what it accepts. */
function acceptedBy(key: string, vocabulary: Vocabulary): string[] {
  const concept = vocabulary.concepts.get(key);
  if (!concept) return [key];
  const { kind, id, accepts = [], umbrella = false } = concept;
  const others = [...vocabulary.concepts.values()]
    .filter(
      (each) => each.kind === kind && (umbrella || each.parent === id || accepts.includes(each.id)),
    )
    .map((each) => `${kind}:${each.id}`);
  return [key, ...others];
}

function strength(unit: WeighedUnit, profile: FactProfile, query: Query): number {
  if (unit.concepts.length > 0) {
    if (unit.concepts.some((concept) => profile.concepts.has(concept))) return 1;
    if ([...unit.accepted].some((concept) => profile.concepts.has(concept))) return 0.9;
    return [...unit.accepted].some((concept) => profile.subject.has(concept))
      ? HEADLINE_STRENGTH
      : 0;
  }
  const terms = profile.terms[query.language];
  if (unit.terms.every((term) => terms.has(term))) return 1;
  if (unit.knownTerms.some((term) => terms.has(term))) return CORRECTED_STRENGTH;
  const headline = profile.headlineTerms[query.language];
  return unit.terms.every((term) => headline.has(term)) ? HEADLINE_STRENGTH : 0;
}

/** A question for a number or a date is answered only by a fact that has one. */
function tellsWhatIsAsked(profile: FactProfile, { intents }: Query): boolean {
  if (intents.has("how-much") && !profile.hasQuantity) return false;
  return !(intents.has("when") && profile.dates.length === 0);
}

const CUE_KINDS: Partial<Record<Intent, RegExp>> = {
  who: /^(person|organisation|country):/,
  where: /^(place|country):/,
};

/** Whether the fact names the kind of thing asked for, besides what the question names itself. */
function hasCue(profile: FactProfile, query: Query): boolean {
  if (query.intents.has("how-much")) return profile.hasQuantity;
  if (query.intents.has("when")) return profile.dates.length > 0;
  const asked = new Set(query.units.flatMap((unit) => unit.concepts));
  for (const intent of ["who", "where"] as const) {
    if (!query.intents.has(intent)) continue;
    const kinds = CUE_KINDS[intent];
    return [...profile.concepts].some(
      (concept) => kinds?.test(concept) && concept !== "country:KZ" && !asked.has(concept),
    );
  }
  return false;
}

/** The share of the question's neighbouring words that stand near each other in the fact. */
function proximity(
  units: readonly WeighedUnit[],
  profile: FactProfile,
  { language }: Query,
): number {
  const places = units.map((unit) =>
    unit.terms.map((term) => profile.terms[language].get(term)).find((at) => at !== undefined),
  );
  let near = 0;
  for (let at = 1; at < places.length; at += 1) {
    const [left, right] = [places[at - 1], places[at]];
    if (left !== undefined && right !== undefined && Math.abs(left - right) <= NEAR_WORDS)
      near += 1;
  }
  return places.length > 1 ? near / (places.length - 1) : 0;
}

/** The time that a fact tells of; where it tells none, the time of its article. */
function isWithin({ dates, article }: FactProfile, period: Period): boolean {
  const told = dates.length > 0 ? dates : article.published ? [article.published] : [];
  return told.some((date) => {
    const days = calendar(date);
    return days !== null && overlaps(days, period);
  });
}
