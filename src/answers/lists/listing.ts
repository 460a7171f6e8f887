/** How facts are laid out by time: the latest, a timeline, or all of a period. */
import type { Language } from "../../model.ts";
import { withoutRepeats } from "../facts/same-statement.ts";
import type { Query } from "../question/question.ts";
import {
  dayIn,
  eventDay,
  type Happening,
  happeningsOf,
  isAbout,
  newsDay,
  newsScore,
  type Scored,
} from "./happenings.ts";
import { distinctSteps, inOrder } from "./steps.ts";

/** The facts to quote, in order, and those of the happenings that were left out. */
export type Listing<Fact extends Scored> = { facts: readonly Fact[]; rest: readonly Fact[] };

const MAX_LISTED = 10;
/** The latest on a thing is little; the latest of all a little more. */
const MAX_LATEST = 3;
const MAX_LATEST_OF_ALL = 5;
const MAX_FROM_ONE_HAPPENING = 2;
/** What is older than the newest by more than this is no longer the latest. */
const LATEST_DAYS = 92;
/** With fewer happenings than this, mentions in other articles are taken in. */
const FEW_HAPPENINGS = 3;
/** A shorter list has room for more facts of its happenings. */
const ENOUGH = 5;
/** Further facts of a happening are as good as its first. */
const AS_GOOD = 0.8;

type Things = readonly ReadonlySet<string>[];

/** Facts that are all right, in the order of time that the question asks for. */
export function listed<Fact extends Scored>(
  fitting: readonly Fact[],
  query: Query,
  things: Things,
): Listing<Fact> {
  if (query.intents.has("timeline")) return timeline(fitting, things);
  if (query.intents.has("latest") && query.wanted !== null)
    return theLast(fitting, things, query.wanted);
  if (query.intents.has("latest") && query.period === null && !asksForAll(query))
    return latest(fitting, things);
  const dayOf = query.period ? dayIn(query.period) : newsDay;
  const about = aboutThings(fitting, things);
  const told = newestFirst(happeningsOf(about, dayOf));
  if (told.length >= FEW_HAPPENINGS || about === fitting) return list(told, []);
  const mentions = new Set(fitting.filter(({ isComplete }) => isComplete)).difference(
    new Set(about),
  );
  return list(told, newestFirst(happeningsOf([...mentions], dayOf)));
}

/** All news, and not only the latest. */
const ALL: Record<Language, RegExp> = {
  en: /\b(all|every|everything|entire)\b/i,
  fr: /(?<!\p{L})(tou(te)?s|toute|tout|ensemble)(?!\p{L})/iu,
  ru: /(?<!\p{L})(все|всех|всё|вся|всю)(?!\p{L})/iu,
};

function asksForAll({ text, language }: Query): boolean {
  return ALL[language].test(text);
}

/** The newest that there is, and what came out not long before it. */
function latest<Fact extends Scored>(fitting: readonly Fact[], things: Things): Listing<Fact> {
  const about = aboutThings(fitting, things);
  const newestDay = about.reduce((day, fact) => (newsDay(fact) > day ? newsDay(fact) : day), "");
  const since = newestDay ? daysBefore(newestDay, LATEST_DAYS) : "";
  const recent = about.filter((fact) => newsDay(fact) >= since);
  const news = newestFirst(happeningsOf(recent, newsDay));
  const [newest] = news;
  if (!newest) return { facts: [], rest: [] };
  const limit = things.length > 0 ? MAX_LATEST : MAX_LATEST_OF_ALL;
  const facts = withoutRepeats(firstsOf(news));
  if (facts.length > 1) return upTo(limit, facts);
  const further = goodOf(newest).slice(1, MAX_FROM_ONE_HAPPENING);
  return { facts: withoutRepeats([...facts, ...further]), rest: [] };
}

/** So many of the newest, however long ago they were. */
function theLast<Fact extends Scored>(
  fitting: readonly Fact[],
  things: Things,
  wanted: number,
): Listing<Fact> {
  const news = newestFirst(happeningsOf(aboutThings(fitting, things), newsDay));
  return upTo(MAX_LISTED, withoutRepeats(firstsOf(news)).slice(0, wanted));
}

/** The newest on a subject, however long ago: each happening by what its article begins with. */
export function newestOn<Fact extends Scored>(
  fitting: readonly Fact[],
  things: Things,
): Listing<Fact> {
  const told = happeningsOf(aboutThings(fitting, things), newsDay).map(({ facts }) => {
    const days = facts.map(newsDay).toSorted();
    return { facts: leadFirst(facts), day: days.at(-1) ?? "" };
  });
  const news = newestFirst(told);
  const firsts = withoutRepeats(firstsOf(news));
  if (firsts.length >= MAX_LATEST) return upTo(MAX_LATEST, firsts);
  const further = news.flatMap((each) => goodOf(each).slice(1));
  return { facts: withoutRepeats([...firsts, ...further]).slice(0, MAX_LATEST), rest: [] };
}

function leadFirst<Fact extends Scored>(facts: readonly Fact[]): Fact[] {
  return facts.toSorted((one, other) => Number(other.profile.isLead) - Number(one.profile.isLead));
}

/** Oldest first, each step once; what tells no time is no step. */
function timeline<Fact extends Scored>(fitting: readonly Fact[], things: Things): Listing<Fact> {
  const told = fitting.filter((fact) => eventDay(fact) !== "");
  const steps = distinctSteps(aboutWhereMany(told, things, eventDay));
  return { facts: inOrder(steps.slice(0, MAX_LISTED)), rest: inOrder(steps.slice(MAX_LISTED)) };
}

/** Each happening once; where they are few, more of what is told of them, and mentions. */
function list<Fact extends Scored>(
  happenings: readonly Happening<Fact>[],
  mentions: readonly Happening<Fact>[],
): Listing<Fact> {
  const firsts = withoutRepeats(firstsOf(happenings));
  if (firsts.length >= ENOUGH) return upTo(MAX_LISTED, firsts);
  const distinct = withoutRepeats([...firsts, ...firstsOf(mentions)]);
  const further = happenings.flatMap((each) => goodOf(each).slice(1));
  const all = withoutRepeats([...distinct, ...further]);
  // What else is told of a happening in the list is no further item of it.
  return { facts: all.slice(0, ENOUGH), rest: distinct.slice(ENOUGH) };
}

function upTo<Fact>(limit: number, facts: readonly Fact[]): { facts: Fact[]; rest: Fact[] } {
  return { facts: facts.slice(0, limit), rest: facts.slice(limit) };
}

function firstsOf<Fact extends Scored>(happenings: readonly Happening<Fact>[]): Fact[] {
  return happenings.flatMap(({ facts }) => facts.slice(0, 1));
}

/** Facts that fit as well as the first of their happening. */
function goodOf<Fact extends Scored>({ facts }: Happening<Fact>): Fact[] {
  const [first] = facts;
  const minScore = first ? newsScore(first) * AS_GOOD : 0;
  return facts.filter((fact) => newsScore(fact) >= minScore);
}

/** One thing is named in passing; a sentence that names two is about them. */
const MANY_THINGS = 2;

/** Countries, minerals and places are mentioned everywhere, a company is there for itself. */
function isRarelyMentioned(thing: ReadonlySet<string>): boolean {
  return [...thing].every((concept) => concept.startsWith("organisation:"));
}

/** Where articles are about the things themselves, those that only mention them are left out. */
function aboutThings<Fact extends Scored>(
  fitting: readonly Fact[],
  things: Things,
): readonly Fact[] {
  const about = fitting.filter(
    ({ profile, isComplete }) =>
      isAbout(profile, things) ||
      (isComplete && (things.length >= MANY_THINGS || things.every(isRarelyMentioned))),
  );
  return about.length > 0 ? about : fitting;
}

/** A list that would be short takes them in. */
function aboutWhereMany<Fact extends Scored>(
  fitting: readonly Fact[],
  things: Things,
  dayOf: (fact: Fact) => string,
): readonly Fact[] {
  const about = aboutThings(fitting, things);
  return happeningsOf(about, dayOf).length >= FEW_HAPPENINGS ? about : fitting;
}

function newestFirst<Fact extends Scored>(
  happenings: readonly Happening<Fact>[],
): Happening<Fact>[] {
  return happenings.toSorted((left, right) => right.day.localeCompare(left.day));
}

function daysBefore(day: string, days: number): string {
  return Temporal.PlainDate.from(day).subtract({ days }).toString();
}
