/** Which facts of the base answer a question by itself, or which of a few given ones. */
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { factKey } from "../model.ts";
import type { FactProfile } from "./facts/fact-profile.ts";
import type { Profiles } from "./facts/profiles.ts";
import { names } from "./follow-ups/follow-up-units.ts";
import {
  browse,
  isBrowsing,
  maySelect,
  namesAll,
  silentAlternatives,
  thingsOf,
} from "./lists/browse.ts";
import { asksForOneEach, inTurn, type Side, sidesOf, timesOf } from "./lists/compare.ts";
import type { Scored } from "./lists/happenings.ts";
import { listed, newestOn } from "./lists/listing.ts";
import { namesSubjectAlone } from "./lists/subject-alone.ts";
import type { Query } from "./question/question.ts";
import { chooseFacts, wantsByTime, wantsList } from "./ranking/choose.ts";
import { type Ranked, rankFacts } from "./ranking/rank.ts";
import type { SearchIndex } from "./search/search-index.ts";
import { isWithin } from "./time/fact-times.ts";

/** A question as it was understood, with the keys (`article/fact`) of what answers it, best first. */
export type Found = {
  query: Query;
  ranked: readonly Ranked[];
  keys: readonly string[];
  isList: boolean;
  /** Sides of a comparison, or things named side by side, that the base tells nothing of. */
  silent?: readonly Side["of"][];
  /** Keys of more right ones, which a list leaves out. */
  rest?: readonly string[];
};

export type FactFinder = {
  /** Answers from the whole base. */
  find: (query: Query) => Found;
  /** The facts of the base that share most words with a question, those that fit best first. */
  ranked: (query: Query) => Ranked[];
  /** The facts of the base that share most words with a question. */
  candidates: (query: Query) => FactProfile[];
  /** Ranks these facts, best first. */
  rank: (query: Query, among: readonly FactProfile[]) => Ranked[];
};

type Candidate = { profile: FactProfile; score: number };

const MAX_CANDIDATES = 50;
const MAX_PER_SIDE = 2;

export function createFactFinder({
  profiles,
  index,
  vocabulary,
}: {
  profiles: Profiles;
  index: SearchIndex;
  vocabulary: Vocabulary;
}): FactFinder {
  function find(query: Query): Found {
    const sides = sidesOf(query);
    if (sides.length > 1) return findByThingsOrTimes(query, sides);
    const times = isBrowsing(query) ? [] : timesOf(query);
    return times.length > 1 ? findByThingsOrTimes(query, times) : findWhole(query);
  }

  /** Where no fact tells its time itself, the times of the articles stand for them. */
  function findByThingsOrTimes(query: Query, sides: readonly Side[]): Found {
    const found = findSides(query, sides);
    const isByTime = sides.some((side) => side.query.period?.isOfFact);
    return found.keys.length > 0 || !isByTime ? found : findSides(query, sides.map(byArticle));
  }

  function findWhole(query: Query): Found {
    const things = thingsOf(query, vocabulary);
    if (isBrowsing(query)) return listAll(query, things) ?? nothing(query, things);
    if (namesSubjectAlone(query)) {
      const newest = listAll(query, things, (all) => newestOn(all, things));
      if (newest) return newest;
    }
    const fitting = findFitting(query, things);
    if (fitting.keys.length > 0 || !maySelect(query)) return fitting;
    return listAll(query, things) ?? fitting;
  }

  /** The facts that fit the words best. */
  function findFitting(query: Query, things: readonly ReadonlySet<string>[]): Found {
    const ranked = rankCandidates(query, candidates(query, wantsByTime(query) ? things : []));
    const { facts, rest } = chooseFacts(ranked, { query, things, vocabulary });
    return { query, ranked, keys: keysOf(facts), isList: wantsList(query), rest: keysOf(rest) };
  }

  /** All that there is under the conditions that the question names; null where there is nothing. */
  function listAll(
    query: Query,
    things: readonly ReadonlySet<string>[],
    inOrder = (all: readonly Scored[]) => listed(all, query, things),
  ): Found | null {
    const all = browse(query, profiles.outlines(), vocabulary);
    if (all.length === 0) return null;
    const { facts, rest } = inOrder(all);
    const keys = keysOf(facts);
    const ranked = rank(
      query,
      keys.flatMap((key) => profiles.get(key) ?? []),
    );
    const silent = silentAlternatives(query, all, vocabulary);
    return { query, ranked, keys, isList: true, rest: keysOf(rest), silent };
  }

  function rank(query: Query, among: readonly FactProfile[]): Ranked[] {
    return rankCandidates(
      query,
      among.map((profile) => ({ profile, score: 0 })),
    );
  }

  /** Where nothing meets the conditions, the newest on the things is the nearest. */
  function nothing(query: Query, things: readonly ReadonlySet<string>[]): Found {
    const latest = new Set([...query.intents, "latest" as const]);
    const newest = listAll({ ...query, period: null, intents: latest }, things);
    const ranked = newest?.ranked ?? rankCandidates(query, search(query));
    return { query, ranked, keys: [], isList: false };
  }

  /** Each side by itself; one that the base is silent on is named. */
  function findSides(query: Query, sides: readonly Side[]): Found {
    const all = sides.map((side) => rankCandidates(side.query, candidates(side.query)));
    const telling = all.map((facts, at) => facts.filter((fact) => tellsAspect(fact, sides[at])));
    // Of what is compared, one side is known; the other is not answered by something else.
    const ranked = telling.some((facts) => facts.length > 0) ? telling : all;
    const chosen = ranked.map((facts, at) => {
      const things = thingsOf(sides[at]?.query ?? query, vocabulary);
      const limit = asksForOneEach(query) ? 1 : MAX_PER_SIDE;
      return chooseFacts(facts, { query, things, vocabulary }).facts.slice(0, limit);
    });
    const silent = sides.flatMap(({ of }, at) => (chosen[at]?.length === 0 ? [of] : []));
    return {
      query,
      ranked: ranked.flat(),
      keys: keysOf(inTurn(chosen)),
      isList: true,
      silent: silent.length < sides.length ? silent : [],
    };
  }

  function rankCandidates(query: Query, among: readonly Candidate[]): Ranked[] {
    return rankFacts({ query, candidates: among, index, vocabulary });
  }

  /** The best of the period asked about and of the things; where nothing is, the best of all. */
  function candidates(query: Query, things: readonly ReadonlySet<string>[] = []): Candidate[] {
    const { period } = query;
    if (period === null && things.length === 0) return search(query);
    const fitting = search(query, (id) => {
      const fact = profiles.outline(id);
      return (
        fact !== undefined && (period === null || isWithin(fact, period)) && namesAll(fact, things)
      );
    });
    return fitting.length > 0 ? fitting : search(query);
  }

  function search({ units, language }: Query, accepts?: (id: string) => boolean): Candidate[] {
    const terms = units.map(({ terms, concepts }) => ({
      words: [...terms.flatMap((term) => index.known(term, language)), ...concepts],
      weight: 1,
    }));
    return index
      .search({ language, terms, ...(accepts && { accepts }) }, MAX_CANDIDATES)
      .flatMap(({ id, score }) => {
        const profile = profiles.get(id);
        return profile ? [{ profile, score }] : [];
      });
  }

  return {
    find,
    ranked: (query) => rankCandidates(query, candidates(query)),
    candidates: (query) => candidates(query).map(({ profile }) => profile),
    rank,
  };
}

function byArticle({ of, query }: Side): Side {
  const { period } = query;
  return { of, query: { ...query, period: period && { ...period, isOfFact: false } } };
}

/** Whether a fact on a side names something of what the sides are compared by. */
function tellsAspect({ profile, isOnSubject }: Ranked, side: Side | undefined): boolean {
  const aspects = side?.query.units.filter(({ role }) => role === "aspect") ?? [];
  return isOnSubject && aspects.some((unit) => names(profile, unit, side?.query.language ?? "en"));
}

function keysOf(facts: readonly Scored[]): string[] {
  return [...new Set(facts.map(({ profile }) => factKey(profile)))];
}
