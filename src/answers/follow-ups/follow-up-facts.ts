/** Which facts answer a follow-up: those near what was quoted and those of the whole base compete. */
import { factKey } from "../../model.ts";
import type { FactBase } from "../facts/fact-base.ts";
import type { FactProfile } from "../facts/fact-profile.ts";
import { withoutRepeats } from "../facts/same-statement.ts";
import { formBonus, isAboutOtherMineral } from "../facts/sentence-form.ts";
import type { Found } from "../find-facts.ts";
import type { Query } from "../question/question.ts";
import type { Unit } from "../question/units.ts";
import type { Ranked } from "../ranking/rank.ts";
import {
  aboutSameArticles,
  asksForValue,
  followUp,
  isBare,
  leaningOf,
  wantsValue,
} from "./follow-up.ts";
import { asksForMoney, tellsMoney } from "./follow-up-kinds.ts";
import { isThing, names, namesThing } from "./follow-up-units.ts";
import { unsaidBy, withoutParaphrases, wordsToTell } from "./follow-up-words.ts";
import type { Neighbourhood, Place } from "./neighbourhood.ts";

/** A follow-up, the question before it with all that led there, and the keys then quoted. */
export type FollowUp = { alone: Query; last: Query; quoted: readonly string[] };

/** What a follow-up says itself must mostly be in the fact. */
export const MIN_SAID = 0.5;
/** A date, place or number shows the answer, whatever the words around it. */
const MIN_SAID_BESIDE_VALUE = 0.45;
/** How much of the things left unsaid a fact outside the articles quoted must name. */
const MIN_UNSAID_ELSEWHERE = 0.5;
/** "And Brazil?" is no question about Brazil alone. */
const MIN_UNSAID_OF_BARE = 0.35;
const UNSAID_WEIGHT = 0.7;
/** "And the reserves?" most likely still asks how much, as before. */
const INHERITED_BONUS = 0.1;
const ARTICLE_BONUS: Record<Place["article"], number> = {
  main: 0.14,
  quoted: 0.1,
  joined: 0.04,
  elsewhere: 0,
};
/** People read on: the next fact of an article is asked for more often than any other. */
const NEXT_BONUS = 0.04;
/** What has been shown is rarely asked for again. */
const SHOWN_MALUS = 0.05;
/** Another thing, or the reason, is told by another fact. */
const SHOWN_AGAIN_MALUS = 0.1;

/** A fact that is worse by more than this is no second answer. */
const MAX_LESS_LIKELY = 0.1;
const MAX_CITATIONS = 3;

/** Finds what answers a follow-up best. */
export function createFollowUpFacts(
  { finder, isHeard }: FactBase,
  neighbourhood: Neighbourhood,
): (turn: FollowUp) => Found {
  function find(turn: FollowUp): Found {
    const query = aboutSameArticles(turn.last, turn.alone);
    const ranked = [
      ...fittingFacts(turn, query).map((each) => ({
        ...each,
        score: each.score + INHERITED_BONUS,
      })),
      ...(mayAskAnew(turn) ? fittingFacts(turn, asAskedAlone(query, turn.alone)) : []),
    ].toSorted((left, right) => right.score - left.score);
    const keys = likeliest(ranked).map(({ profile }) => factKey(profile));
    return { query, ranked, keys, isList: false };
  }

  function fittingFacts(turn: FollowUp, query: Query): Ranked[] {
    const { alone, last, quoted } = turn;
    const pool = poolOf(turn, query);
    const said = wordsToTell({ alone, last, pool, isHeard });
    const told = shares({ ...query, units: said }, pool);
    const understood = shares({ ...query, units: withoutParaphrases(said, alone) }, pool);
    const unsaid = shares({ ...query, units: unsaidBy(alone, last) }, pool);
    const minSaid = asksForValue(alone) ? MIN_SAID_BESIDE_VALUE : MIN_SAID;
    const isOpen = said.length === 0 && !UNTIL.test(alone.text);
    return finder
      .rank(withoutUnheard(query, alone), pool)
      .filter(
        (each) =>
          (understood.get(each.profile) ?? 0) >= minSaid &&
          (!isBare(alone) ||
            isNear(each.profile, quoted) ||
            (unsaid.get(each.profile) ?? 0) >= MIN_UNSAID_OF_BARE) &&
          isFit(each, { alone, query }),
      )
      .map((each) => ({
        ...each,
        score:
          (told.get(each.profile) ?? 0) +
          UNSAID_WEIGHT * (unsaid.get(each.profile) ?? 0) +
          (each.score - each.coverage) +
          formBonus(each.profile, query) +
          placeBonus(neighbourhood.placeOf(each.profile, quoted), { alone, isOpen }),
      }));
  }

  function poolOf(turn: FollowUp, query: Query): FactProfile[] {
    const near = neighbourhood.around(turn.quoted);
    const all = new Set([...near, ...elsewhere(turn, query)]);
    const isNamed = (profile: FactProfile) =>
      turn.alone.units.some((unit) => isThing(unit) && names(profile, unit, query.language));
    return [...all].filter((profile) => isNamed(profile) || !isAboutOtherMineral(profile, query));
  }

  /** Words that the base never uses are weighed by what must be told, and tell no fact from another. */
  function withoutUnheard(query: Query, alone: Query): Query {
    const isOut = (unit: Unit) =>
      unit.kind === "term" && alone.units.includes(unit) && !isHeard(unit, alone);
    return { ...query, units: query.units.filter((unit) => !isOut(unit)) };
  }

  function isNear(profile: FactProfile, quoted: readonly string[]): boolean {
    return neighbourhood.placeOf(profile, quoted).article !== "elsewhere";
  }

  /** Facts of the whole base that name what the question leaves unsaid too. */
  function elsewhere({ alone, last }: FollowUp, query: Query): FactProfile[] {
    const whole = followUp(last, alone);
    if (!namesThing(whole)) return [];
    const pool = finder.candidates(withoutTerms(whole, alone));
    const things = whole.units.filter((unit) => isThing(unit) && !alone.units.includes(unit));
    const unsaid = shares({ ...query, units: things }, pool);
    return finder
      .rank({ ...query, period: whole.period }, pool)
      .filter(
        ({ profile, isComplete }) =>
          isComplete && (unsaid.get(profile) ?? 0) >= MIN_UNSAID_ELSEWHERE,
      )
      .map(({ profile }) => profile);
  }

  function shares(query: Query, pool: readonly FactProfile[]): Map<FactProfile, number> {
    return new Map(finder.rank(query, pool).map(({ profile, coverage }) => [profile, coverage]));
  }

  return find;
}

/** The best fact and those that are nearly as good, each statement once. */
function likeliest(ranked: readonly Ranked[]): Ranked[] {
  const [best] = ranked;
  const nearly = ranked.filter((each) => best && best.score - each.score <= MAX_LESS_LIKELY);
  const once = new Map(nearly.map((each) => [each.profile, each]));
  return withoutRepeats([...once.values()]).slice(0, MAX_CITATIONS);
}

/** Words outside the vocabulary are carried over in vain: another fact puts it otherwise. */
export function withoutTerms(whole: Query, alone: Query): Query {
  const own = new Set(alone.units);
  const units = whole.units.filter((unit) => own.has(unit) || unit.kind !== "term");
  return { ...whole, units };
}

/** Whether a question that asks for nothing by its words need not ask the same as before. */
function mayAskAnew({ alone, last }: FollowUp): boolean {
  return alone.intents.size === 0 && !(isBare(alone) && wantsValue(last));
}

function asAskedAlone(query: Query, { intents, counted, after }: Query): Query {
  return { ...query, intents, counted, after };
}

/** "Until when?" asks for another time than was told. */
const UNTIL = /^(and |et |а )?(until|till|by when|jusqu|до как|до когда)/iu;

function isFit(
  { profile, isComplete, isOnSubject }: Ranked,
  { alone, query }: { alone: Query; query: Query },
): boolean {
  return (
    (isComplete || isOnSubject) &&
    (!asksForMoney(alone) || tellsMoney(profile, alone)) &&
    (!query.intents.has("why") || profile.givesReason)
  );
}

/** How likely a fact is asked for by its place alone; one that is asked openly may be any. */
function placeBonus(
  { article, isNext, isShown }: Place,
  { alone, isOpen }: { alone: Query; isOpen: boolean },
): number {
  const wantsOther = leaningOf(alone) === "continuing" || alone.intents.has("why");
  const order = (isNext ? NEXT_BONUS : 0) - (isShown ? SHOWN_MALUS : 0);
  return (
    ARTICLE_BONUS[article] + (isOpen ? 0 : order) - (isShown && wantsOther ? SHOWN_AGAIN_MALUS : 0)
  );
}
