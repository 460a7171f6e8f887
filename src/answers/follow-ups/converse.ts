/** Questions in a conversation: what was just quoted and the whole base compete for the answer. */
import { factKey } from "../../model.ts";
import type { FactBase } from "../facts/fact-base.ts";
import type { FactProfile } from "../facts/fact-profile.ts";
import type { Found } from "../find-facts.ts";
import { isBrowsing } from "../lists/browse.ts";
import { namesSubjectAlone } from "../lists/subject-alone.ts";
import type { Query } from "../question/question.ts";
import type { Unit } from "../question/units.ts";
import { wantsList } from "../ranking/choose.ts";
import {
  asAnswered,
  asksForValue,
  asTopic,
  followUp,
  isBare,
  leaningOf,
  pointsBack,
} from "./follow-up.ts";
import { createFollowUpFacts, type FollowUp, MIN_SAID, withoutTerms } from "./follow-up-facts.ts";
import { asksForTopic, asksWhatItIs, readPurposeAsReason } from "./follow-up-kinds.ts";
import { isThing, names, namesThing, standsAlone } from "./follow-up-units.ts";
import { asksForMore, asksForNewer, asksForSource } from "./follow-up-wordings.ts";
import { createNeighbourhood } from "./neighbourhood.ts";
import { itemPointedAt } from "./ordinals.ts";

/** What was found, and whether the question leans on the one before. */
type Turn = Found & { leans: boolean };

/** `whole` is the question with what it leaves unsaid. */
export type WholeTurn = Turn & { whole: Query };

/** What was said and shown so far; `quoted` are the keys last shown, `shown` those before them. */
type Conversation = {
  before: readonly Query[];
  quoted: readonly string[];
  shown: readonly string[];
  /** The keys of the list or edition last shown, in order. */
  items: readonly string[];
};

/** Answers a question after those before it. */
export type Converse = (alone: Query, conversation: Conversation) => WholeTurn;

/** A question that could stand alone is put to what was just quoted only where that fits well. */
const MIN_SAID_ALONE = 0.5;
/** A question without a name is put to the whole base alone where that fits well. */
const MIN_SAID_ANEW = 0.8;
const MAX_MORE = 3;

export function createConverse(base: FactBase): Converse {
  const { profiles, finder, isHeard } = base;
  const neighbourhood = createNeighbourhood(base);
  const findFollowing = createFollowUpFacts(base, neighbourhood);

  function converse(asked: FollowUp, shown: readonly string[], isRepeated: boolean): Turn {
    const turn = { ...asked, alone: readPurposeAsReason(asked.alone) };
    const { alone, last, quoted } = turn;
    if (asksForSource(alone) && quoted.length > 0) return again(alone, quoted);
    if (asksForNewer(alone)) return { ...findNewer(turn), leans: true };
    if (asksForMore(alone) && isOfBefore(alone, last)) return more(turn, shown);
    if (namesSubjectAlone(alone) && asksWhatItIs(last)) return aboutNext(alone, last);
    const leaning = leaningOf(alone);
    const near = findFollowing(turn);
    if (leaning === "none") {
      const found = finder.find(alone);
      // The same question has the same answer, and is no follow-up of itself.
      if (isRepeated) return { ...found, leans: false };
      return isBetter(near, found, alone) ? { ...near, leans: true } : { ...found, leans: false };
    }
    const whole = withoutTerms(followUp(last, alone), alone);
    if (wantsList(whole) && namesThing(whole) && (near.keys.length === 0 || isBare(alone))) {
      const found = finder.find(whole);
      if (found.keys.length > 0) return { ...found, leans: true };
    }
    if (near.keys.length > 0) return { ...near, leans: true };
    if (asksForTopic(alone)) {
      const told = finder.find(asTopic(whole, alone));
      if (told.keys.length > 0) return { ...told, leans: true };
    }
    // Another country may have done the same at another time.
    if (alone.period === null && whole.period !== null && namesThing(alone)) {
      const told = finder.find({ ...whole, period: null });
      if (told.keys.length > 0) return { ...told, leans: true };
    }
    // "And the Kia plant, when did it open?" begins like a follow-up and stands on its own.
    if (standsAlone(alone)) return { ...finder.find(alone), leans: false };
    // What was published in March asks for all of it, where nothing of the subject was.
    if (alone.period?.isOfArticle && isBrowsing(alone) && !pointsBack(alone))
      return { ...finder.find(alone), leans: false };
    const alike = pointsBack(alone) ? null : findComplete(alone);
    if (alike) return { ...alike, leans: false };
    // Without a thing to hold it, a question about "it" would be answered by anything.
    return { ...finder.find(whole), keys: [], leans: true };
  }

  /** After "what is gallium?" comes "and lithium?": what it is, where that is told, else what is new. */
  function aboutNext(alone: Query, last: Query): Turn {
    const defined = finder.find(followUp(last, alone));
    const isDescribed = profilesOf(defined.keys).some(
      ({ describes, portrays }) => !alone.named.isDisjointFrom(describes.union(portrays)),
    );
    return isDescribed ? { ...defined, leans: true } : { ...finder.find(alone), leans: false };
  }

  function findNewer({ alone, last, quoted }: FollowUp): Found {
    const query = { ...last, text: alone.text, language: alone.language, period: null };
    const ranked = finder
      .rank({ ...query, intents: alone.intents }, neighbourhood.newer(quoted))
      .filter(({ coverage }) => coverage >= MIN_SAID)
      .toSorted((left, right) => right.coverage - left.coverage);
    const [newest] = ranked;
    if (newest) return { query, ranked, keys: [factKey(newest.profile)], isList: false };
    // Nothing of the question is missing but what is newer; what was quoted stays the nearest.
    const known = finder.rank({ ...query, intents: alone.intents }, profilesOf(quoted));
    return { query: { ...query, units: [] }, ranked: known, keys: [], isList: false };
  }

  /** What else the articles quoted tell, in their order. */
  function more({ alone, last, quoted }: FollowUp, shown: readonly string[]): Turn {
    const known = new Set([...quoted, ...shown]);
    const keys = neighbourhood.rest(quoted).filter((key) => !known.has(key));
    return {
      query: { ...last, text: alone.text, language: alone.language },
      ranked: [],
      keys: keys.slice(0, MAX_MORE),
      isList: false,
      leans: true,
    };
  }

  /** What answers a question that nothing said before helps to answer; it must fit very well. */
  function findComplete(alone: Query): Found | null {
    const found = finder.find(alone);
    const [best] = finder.rank(alone, profilesOf(found.keys));
    const isComplete = best?.isComplete && best.coverage >= MIN_SAID_ANEW;
    const isUnderstood =
      (alone.units.length > 2 || alone.period !== null) &&
      alone.units.every((unit) => isHeard(unit, alone));
    return isComplete && isUnderstood && !asksForValue(alone) ? found : null;
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

  /** What the questions before come to, without the words that were answered otherwise. */
  function lastOf(before: readonly Query[], alone: Query, quoted: readonly string[]): Query {
    const [first, ...rest] = before.filter((each) => !asksAboutAnswer(each));
    if (!first) return withoutContent(alone);
    const last = rest.reduce(followUp, first);
    const answering = profilesOf(quoted);
    const isNamed = (unit: Unit) =>
      answering.length === 0 || answering.some((profile) => names(profile, unit, last.language));
    return asAnswered(last, isNamed);
  }

  return (asked, { before, quoted, shown, items }) => {
    if (quoted.length === 0 && before.length === 0)
      return { ...finder.find(asked), leans: false, whole: asked };
    // Facts quoted without a list are pointed at where more of one is asked for.
    const listed = items.length > 0 ? items : asksForMore(asked) ? quoted : [];
    const item = itemPointedAt(asked, listed.length);
    if (!item) return converseWhole({ alone: asked, last: lastOf(before, asked, quoted), quoted });
    const quotedItem = listed.slice(item.at, item.at + 1);
    const alone = withoutWords(asked, item.words);
    const last = lastOf(before, alone, quotedItem);
    if (!asksOnlyForMore(alone)) return converseWhole({ alone, last, quoted: quotedItem });
    const told = [...quotedItem, ...neighbourhood.rest(quotedItem)].slice(0, MAX_MORE);
    return { ...again(alone, told), whole: last };

    function converseWhole(turn: FollowUp): WholeTurn {
      const found = converse(turn, shown, isAskedAgain(turn.alone, before));
      const whole = withoutTerms(followUp(turn.last, turn.alone), turn.alone);
      return { ...found, whole: found.leans ? whole : turn.alone };
    }
  };
}

/** Whether a question says the same as one before it. */
function isAskedAgain(asked: Query, before: readonly Query[]): boolean {
  const said = ({ units, intents, period }: Query) =>
    JSON.stringify([
      units.map(({ concepts, terms }) => [...concepts, ...terms].toSorted().join(" ")).toSorted(),
      [...intents].toSorted(),
      period,
    ]);
  return asked.units.length > 0 && before.some((each) => said(each) === said(asked));
}

/** "Where is that from?" shows what was quoted again, with its source. */
function again(query: Query, quoted: readonly string[]): Turn {
  return { query, ranked: [], keys: quoted, isList: false, leans: true };
}

/** "The second?", "tell me more about the second": nothing else is asked. */
function asksOnlyForMore(query: Query): boolean {
  return (
    asksForMore(query) ||
    (query.units.length === 0 && [...query.intents].every((intent) => intent === "what"))
  );
}

/** "Tell me more", also "about it" or about what was named before. */
function isOfBefore(alone: Query, last: Query): boolean {
  const before = new Set(last.units.flatMap(({ concepts }) => concepts));
  return alone.units
    .filter(isThing)
    .every(({ concepts }) => concepts.some((concept) => before.has(concept)));
}

function withoutWords(query: Query, words: readonly string[]): Query {
  return { ...query, units: query.units.filter(({ label }) => !words.includes(label)) };
}

/** An edition begins a conversation without a question. */
function withoutContent(query: Query): Query {
  return {
    ...query,
    units: [],
    named: new Set(),
    intents: new Set(),
    counted: null,
    period: null,
    after: null,
  };
}

/** Such a question adds nothing to what is talked about. */
function asksAboutAnswer(query: Query): boolean {
  return asksForSource(query) || asksForNewer(query) || asksForMore(query);
}
