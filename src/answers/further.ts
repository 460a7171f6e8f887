/** Further reading: what else the base tells on the things of a question, behind what answers it. */
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { factKey } from "../model.ts";
import type { FactProfile } from "./facts/fact-profile.ts";
import type { Profiles } from "./facts/profiles.ts";
import { withoutRepeats } from "./facts/same-statement.ts";
import type { FactFinder } from "./find-facts.ts";
import { browse, isBrowsing } from "./lists/browse.ts";
import { inTurn, sidesOf, timesOf } from "./lists/compare.ts";
import { happeningsOf, newsDay, type Scored } from "./lists/happenings.ts";
import type { Query } from "./question/question.ts";
import { wantsList } from "./ranking/choose.ts";
import type { Ranked } from "./ranking/rank.ts";
import { isWithin } from "./time/fact-times.ts";

/** As many as somebody reads through; the search finds fifty facts at most. */
const MAX_FURTHER = 50;
/** Words without a thing among them must mostly be in the fact. */
const MIN_COVERAGE = 0.45;

/** Keys of facts on the question's things, likeliest first, without those that repeat `cited` ones. */
export type FindFurther = (query: Query, cited: readonly string[]) => string[];

export function createFurther({
  finder,
  profiles,
  vocabulary,
}: {
  finder: FactFinder;
  profiles: Profiles;
  vocabulary: Vocabulary;
}): FindFurther {
  function onThings(query: Query): { profile: Scored["profile"] }[] {
    if (isBrowsing(query)) return newestFirst(browse(query, profiles.outlines(), vocabulary));
    const named = sidesOf(query);
    const sides = named.length > 1 ? named : timesOf(query);
    return sides.length > 1
      ? inTurn(sides.map((side) => onThingsOf(side.query)))
      : onThingsOf(query);
  }

  function onThingsOf(query: Query): Ranked[] {
    const fitting = finder.ranked(query).filter((each) => isOnThings(each, query));
    return wantsList(query)
      ? fitting
      : fitting.toSorted((left, right) => right.relevance - left.relevance);
  }

  return (query, cited) => {
    const known = cited.flatMap((key) => profiles.get(key) ?? []).map((profile) => ({ profile }));
    const distinct = withoutRepeats([...known, ...onThings(query).slice(0, MAX_FURTHER)]);
    const keys = distinct.map(({ profile }) => factKey(profile));
    return keys.filter((key) => !cited.includes(key));
  };
}

function isOnThings({ namesThings, coverage, profile }: Ranked, query: Query): boolean {
  const { period, units } = query;
  const excluded = units.filter(({ role }) => role === "excluded");
  return (
    namesThings &&
    (units.some(({ kind }) => kind === "thing") || coverage >= MIN_COVERAGE) &&
    (period === null || isWithin(profile, period)) &&
    !excluded.some(({ concepts }) => concepts.some((each) => names(profile, each)))
  );
}

function names({ concepts }: FactProfile, concept: string): boolean {
  return concepts.has(concept);
}

/** Each happening by its best fact. */
function newestFirst(facts: readonly Scored[]): Scored[] {
  return happeningsOf(facts, newsDay)
    .toSorted((left, right) => right.day.localeCompare(left.day))
    .flatMap((happening) => happening.facts.slice(0, 1));
}
