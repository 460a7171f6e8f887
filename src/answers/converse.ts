/** Questions in a conversation: what was just quoted is asked first, then the whole base. */
import { type Article, factKey } from "../model.ts";
import type { FactProfile } from "./fact-profile.ts";
import type { FactFinder, Found } from "./find-facts.ts";
import {
  asAnswered,
  asksForValue,
  asTopic,
  followUp,
  leaningOf,
  names,
  namesThing,
  standsAlone,
} from "./follow-up.ts";
import {
  asksForMoney,
  asksForNewer,
  asksForSource,
  asksForTopic,
  tellsMoney,
} from "./follow-up-kinds.ts";
import { createNeighbourhood, type FollowUp } from "./neighbourhood.ts";
import type { Profiles } from "./profiles.ts";
import type { Query } from "./question.ts";
import type { Unit } from "./units.ts";

/** What was found, and whether the question leans on the one before. */
type Turn = Found & { leans: boolean };

/** Answers a question after those before it; `quoted` are the keys last shown. */
export type Converse = (
  alone: Query,
  conversation: { before: readonly Query[]; quoted: readonly string[] },
) => Turn;

/** What a follow-up says itself must mostly be in the fact, however well the rest fits. */
const MIN_SAID = 0.5;
/** A date, place or number shows the answer, whatever the words around it. */
const MIN_SAID_BESIDE_VALUE = 0.4;
/** A question that could stand alone is put to what was just quoted only where that fits well. */
const MIN_SAID_ALONE = 0.8;

export function createConverse({
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
}): Converse {
  const neighbourhood = createNeighbourhood({ articles, profiles, finder, isHeard });

  function converse({ alone, last, quoted }: FollowUp): Turn {
    if (asksForSource(alone) && quoted.length > 0) return again(alone, quoted);
    if (asksForNewer(alone))
      return { ...neighbourhood.findNewer({ alone, last, quoted }), leans: true };
    const leaning = leaningOf(alone);
    const near = neighbourhood.find({ alone, last, quoted });
    if (leaning === "none") {
      const found = finder.find(alone);
      return isBetter(near, found, alone) ? { ...near, leans: true } : { ...found, leans: false };
    }
    if (near.keys.length > 0) return { ...near, leans: true };
    const whole = followUp(last, alone);
    const found = finder.find(withoutTerms(whole, alone));
    const keys = namesThing(whole) ? saying(alone, found, quoted) : [];
    if (keys.length > 0) return { ...found, keys, leans: true };
    if (asksForTopic(alone)) {
      const told = finder.find(asTopic(whole, alone));
      if (told.keys.length > 0) return { ...told, leans: true };
    }
    // "And the Kia plant, when did it open?" begins like a follow-up and stands on its own.
    if (leaning === "continuing" && standsAlone(alone))
      return { ...finder.find(alone), leans: false };
    // Without a thing to hold it, a question about "it" would be answered by anything.
    return { ...found, keys: [], leans: true };
  }

  /** Whether what was just talked about tells all that the question says, and the base no more. */
  function isBetter(near: Found, found: Found, alone: Query): boolean {
    if (near.keys.length === 0) return false;
    const [nearest] = finder.rank(alone, profilesOf(near.keys));
    const [best] = finder.rank(alone, profilesOf(found.keys));
    if (!nearest?.isComplete || nearest.coverage < MIN_SAID_ALONE) return false;
    return nearest.coverage >= (best?.coverage ?? 0);
  }

  function profilesOf(keys: readonly string[]): FactProfile[] {
    return keys.flatMap((key) => profiles.get(key) ?? []);
  }

  /** Of the facts found, those that tell what the follow-up itself says. */
  function saying(alone: Query, { keys, ranked }: Found, quoted: readonly string[]): string[] {
    const isFit = (profile: FactProfile) => !asksForMoney(alone) || tellsMoney(profile, alone);
    // The reason for what was quoted stands in another fact.
    const shown = alone.intents.has("why") ? quoted : [];
    const fresh = profilesOf(keys)
      .filter(isFit)
      .map(factKey)
      .filter((key) => !shown.includes(key));
    if (!alone.units.some((unit) => isHeard(unit, alone)) && asksForValue(alone)) return fresh;
    const minSaid = asksForValue(alone) ? MIN_SAID_BESIDE_VALUE : MIN_SAID;
    const said = finder
      .rank(
        alone,
        ranked.map(({ profile }) => profile),
      )
      .filter(({ coverage }) => coverage >= minSaid);
    const saidKeys = new Set(said.map(({ profile }) => factKey(profile)));
    return fresh.filter((key) => saidKeys.has(key));
  }

  return (alone, { before, quoted }) => {
    const [first, ...rest] = before;
    if (!first) return { ...finder.find(alone), leans: false };
    const last = rest.filter((each) => !asksAboutAnswer(each)).reduce(followUp, first);
    const shown = profilesOf(quoted);
    const isNamed = (unit: Unit) =>
      shown.length === 0 || shown.some((profile) => names(profile, unit, last.language));
    return converse({ alone, last: asAnswered(last, isNamed), quoted });
  };
}

/** "Where is that from?" shows what was quoted again, with its source. */
function again(query: Query, quoted: readonly string[]): Turn {
  return { query, ranked: [], keys: quoted, isList: false, leans: true };
}

/** Such a question adds nothing to what is talked about. */
function asksAboutAnswer(query: Query): boolean {
  return asksForSource(query) || asksForNewer(query);
}

/** Words outside the vocabulary are carried over in vain: another fact puts it otherwise. */
function withoutTerms(whole: Query, alone: Query): Query {
  const own = new Set(alone.units);
  const units = whole.units.filter((unit) => own.has(unit) || unit.kind !== "term");
  return { ...whole, units };
}
