/** Which facts of the base answer a question by itself, or which of a few given ones. */
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { factKey } from "../model.ts";
import { chooseFacts, wantsList } from "./choose.ts";
import { inTurn, sidesOf } from "./compare.ts";
import type { FactProfile } from "./fact-profile.ts";
import type { Profiles } from "./profiles.ts";
import type { Query } from "./question.ts";
import { type Ranked, rankFacts } from "./rank.ts";
import type { SearchIndex } from "./search-index.ts";

/** A question as it was understood, with the keys (`article/fact`) of what answers it, best first. */
export type Found = {
  query: Query;
  ranked: readonly Ranked[];
  keys: readonly string[];
  isList: boolean;
};

export type FactFinder = {
  /** Answers from the whole base. */
  find: (query: Query) => Found;
  /** Ranks these facts, best first. */
  rank: (query: Query, among: readonly FactProfile[]) => Ranked[];
};

type Candidate = { profile: FactProfile; score: number };

const MAX_CANDIDATES = 50;
const MAX_LISTED = 10;
const MAX_PER_SIDE = 3;

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
    const sides = sidesOf(query).map((side) => rankCandidates(side, candidates(side)));
    const perSide = sides.length > 1 ? MAX_PER_SIDE : MAX_LISTED;
    const chosen = sides.map((side) => chooseFacts(side, query).slice(0, perSide));
    const isAnswered = chosen.every((facts) => facts.length > 0);
    return {
      query,
      ranked: sides.flat(),
      keys: isAnswered ? inTurn(chosen).map(({ profile }) => factKey(profile)) : [],
      isList: wantsList(query) || sides.length > 1,
    };
  }

  function rankCandidates(query: Query, among: readonly Candidate[]): Ranked[] {
    return rankFacts({ query, candidates: among, index, vocabulary });
  }

  function candidates(query: Query): Candidate[] {
    const terms = query.units.map(({ terms, concepts }) => ({
      words: [...terms.flatMap((term) => index.known(term, query.language)), ...concepts],
      weight: 1,
    }));
    return index
      .search({ language: query.language, terms }, MAX_CANDIDATES)
      .flatMap(({ id, score }) => {
        const profile = profiles.get(id);
        return profile ? [{ profile, score }] : [];
      });
  }

  return {
    find,
    rank: (query, among) =>
      rankCandidates(
        query,
        among.map((profile) => ({ profile, score: 0 })),
      ),
  };
}
