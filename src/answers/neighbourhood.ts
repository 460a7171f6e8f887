/** The articles just quoted and those joined to them: what a follow-up most likely asks about. */
import { type Article, factKey, firstDay } from "../model.ts";
import type { FactProfile } from "./fact-profile.ts";
import type { FactFinder, Found } from "./find-facts.ts";
import { aboutSameArticles, asksForValue, carriedBy, names } from "./follow-up.ts";
import { asksForMoney, tellsMoney } from "./follow-up-kinds.ts";
import { articleOf, joinsOf } from "./joined-articles.ts";
import type { Profiles } from "./profiles.ts";
import type { Query } from "./question.ts";
import type { Ranked } from "./rank.ts";
import { formBonus, isAboutOtherMineral } from "./sentence-form.ts";
import type { Unit } from "./units.ts";

/** A follow-up, the question before it with all that led there, and the keys then quoted. */
export type FollowUp = { alone: Query; last: Query; quoted: readonly string[] };

export type Neighbourhood = {
  /** The facts there that answer a follow-up. */
  find: (followUp: FollowUp) => Found;
  /** What has been published there since: what replaced the facts quoted, or continues them. */
  findNewer: (followUp: FollowUp) => Found;
};

/** What a follow-up says itself must mostly be in the fact. */
const MIN_SAID = 0.5;
const MIN_SAID_BESIDE_VALUE = 0.45;
const CARRIED_WEIGHT = 0.6;
/** People read on: the next fact of an article is asked for more often than any other. */
const NEXT_BONUS = 0.04;
/** What has been shown is rarely asked for again. */
const SHOWN_MALUS = 0.05;
const JOINED_MALUS = 0.1;
/** The article quoted first is the one talked about. */
const SECOND_MALUS = 0.04;

/** Indexes how articles are joined. */
export function createNeighbourhood({
  articles,
  profiles,
  finder,
  isHeard,
}: {
  articles: readonly Article[];
  profiles: Profiles;
  finder: FactFinder;
  /** Whether the base uses a unit's words at all. */
  isHeard: (unit: Unit, query: Query) => boolean;
}): Neighbourhood {
  const joined = joinsOf(articles);
  const published = new Map(articles.map((article) => [article.id, article.published]));

  function find({ alone, last, quoted }: FollowUp): Found {
    const near = articlesOf(quoted);
    const far = joinedTo(near);
    const query = aboutSameArticles(last, alone);
    const pool = [...near, ...far]
      .flatMap(profiles.ofArticle)
      .filter((profile) => !isAboutOtherMineral(profile, query));
    const said = saidBy(alone, pool);
    const own = shares({ ...query, units: said }, pool);
    const understood = shares({ ...query, units: understoodOf(said, alone) }, pool);
    const carried = shares({ ...query, units: keptBy(last, alone) }, pool);
    const minSaid = asksForValue(alone) ? MIN_SAID_BESIDE_VALUE : MIN_SAID;
    const isOpen = said.length === 0 && !UNTIL.test(alone.text);
    const preference = preferenceFor({ quoted, far, isOpen });
    const fitting = finder
      .rank(query, pool)
      .filter(
        (each) =>
          (each.isComplete || each.isOnSubject) &&
          (understood.get(each.profile) ?? 0) >= minSaid &&
          (!asksForMoney(alone) || tellsMoney(each.profile, alone)) &&
          (!query.intents.has("why") || isReason(each.profile, quoted)),
      )
      .map((each) => ({
        ...each,
        score:
          (own.get(each.profile) ?? 0) +
          CARRIED_WEIGHT * (carried.get(each.profile) ?? 0) +
          (each.score - each.coverage) +
          formBonus(each.profile, query) +
          preference(each.profile),
      }))
      .toSorted((left, right) => right.score - left.score);
    return found(query, fitting);
  }

  /** How likely a fact is asked for by its place alone; one that is asked openly may be any. */
  function preferenceFor({
    quoted,
    far,
    isOpen,
  }: {
    quoted: readonly string[];
    far: ReadonlySet<string>;
    isOpen: boolean;
  }): (profile: FactProfile) => number {
    const [main = ""] = quoted;
    const next = nextOf(main);
    return (profile) => {
      const key = factKey(profile);
      return (
        (!isOpen && next === key ? NEXT_BONUS : 0) -
        (!isOpen && quoted.includes(key) ? SHOWN_MALUS : 0) -
        (far.has(profile.article.id) ? JOINED_MALUS : 0) -
        (articleOf(main) === profile.article.id ? 0 : SECOND_MALUS)
      );
    };
  }

  function findNewer({ alone, last, quoted }: FollowUp): Found {
    const near = articlesOf(quoted);
    const [since = ""] = [...near].map(publishedOf).toSorted();
    const pool = [...near, ...joinedTo(near)]
      .filter((id) => publishedOf(id) > since)
      .flatMap(profiles.ofArticle);
    const query = { ...last, text: alone.text, language: alone.language, period: null };
    const ranked = finder
      .rank({ ...query, intents: alone.intents }, pool)
      .filter(({ coverage }) => coverage >= MIN_SAID);
    return found(
      query,
      ranked.toSorted((left, right) => right.coverage - left.coverage),
    );
  }

  function shares(query: Query, pool: readonly FactProfile[]): Map<FactProfile, number> {
    return new Map(finder.rank(query, pool).map(({ profile, coverage }) => [profile, coverage]));
  }

  /** Words that no fact there uses are paraphrases where a value shows the answer. */
  function saidBy(alone: Query, pool: readonly FactProfile[]): Unit[] {
    return alone.units
      .map(
        (unit): Unit =>
          isOfPeople(unit, alone) ? { ...unit, kind: "word", concepts: STAFF } : unit,
      )
      .filter(
        (unit) =>
          !asksForValue(alone) ||
          unit.kind !== "term" ||
          (isHeard(unit, alone) && pool.some((profile) => names(profile, unit, alone.language))),
      );
  }

  function joinedTo(near: ReadonlySet<string>): Set<string> {
    return new Set([...near].flatMap((id) => [...(joined.get(id) ?? [])])).difference(near);
  }

  function publishedOf(id: string): string {
    const date = published.get(id);
    return date ? firstDay(date) : "";
  }

  function nextOf(key: string): string | null {
    const profile = profiles.get(key);
    if (!profile) return null;
    const { facts } = profile.article;
    const next = facts[facts.indexOf(profile.fact) + 1];
    return next ? factKey({ article: profile.article, fact: next }) : null;
  }

  return { find, findNewer };
}

/** "Until when?" asks for another time than was told. */
const UNTIL = /^(and |et |а )?(until|till|by when|jusqu|до как|до когда)/iu;

/** A word outside the vocabulary may be said otherwise where a value shows the answer. */
function understoodOf(said: readonly Unit[], alone: Query): Unit[] {
  const understood = said.filter(({ kind }) => kind !== "term");
  return asksForValue(alone) && understood.length > 0 ? understood : [...said];
}

/** Where something is does not hang on what was said of it. */
function keptBy(last: Query, alone: Query): Unit[] {
  const carried = carriedBy(last, alone);
  return alone.intents.has("where") ? carried.filter(({ kind }) => kind === "thing") : carried;
}

const PEOPLE = /^(people|persons|gens|personnes|человек|людей|народу)$/i;
/** People are counted as employees, seldom as people. */
const STAFF: readonly string[] = ["word:employee", "word:job"];

function isOfPeople({ label }: Unit, { intents }: Query): boolean {
  return intents.has("how-much") && PEOPLE.test(label);
}

function found(query: Query, ranked: readonly Ranked[]): Found {
  return {
    query,
    ranked,
    keys: ranked.slice(0, 1).map(({ profile }) => factKey(profile)),
    isList: false,
  };
}

function isReason(profile: FactProfile, quoted: readonly string[]): boolean {
  return profile.givesReason && !quoted.includes(factKey(profile));
}

function articlesOf(keys: readonly string[]): Set<string> {
  return new Set(keys.map(articleOf));
}
