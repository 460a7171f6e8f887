/** Which of the ranked facts are quoted: as few as answer. */
import type { Vocabulary } from "../../knowledge/vocabulary.ts";
import { withoutRepeats } from "../facts/same-statement.ts";
import { newsDay } from "../lists/happenings.ts";
import { type Listing, listed } from "../lists/listing.ts";
import { isAlwaysNamed, kindListed, tellingNames } from "../lists/names-listed.ts";
import type { Intent } from "../question/intents.ts";
import type { Query } from "../question/question.ts";
import type { Ranked } from "./rank.ts";
import { MIN_CONFIDENCE } from "./weights.ts";

/** Words without a question ask for a subject, and get a little more of it. */
const MAX_FOR_SUBJECT = 3;
const MAX_CITATIONS = 3;
/** A fact with less than a quarter of the best one's odds is no second answer. */
const MAX_LESS_RELEVANT = Math.log(4);
const MAX_LISTED = 10;
/** Chosen on tests/golden: below it, what the fact leaves out is what was asked. */
const MIN_COVERAGE = 0.45;
/** A fact that shares only the country with the question is about something else. */
const MIN_CORE = 0.25;
/** A thing that only the headline names needs the rest of the question to fit well. */
const MIN_COVERAGE_BY_HEADLINE = 0.6;
const MIN_COVERAGE_WITHOUT_REASON = 0.8;
/** Further citations are as good as the first, or they are noise. */
const AS_GOOD = 0.95;
const AS_GOOD_FOR_LIST = 0.8;
const AS_COVERING_FOR_LIST = 0.85;
/** What happened with a subject need not repeat every word that was asked for. */
const AS_COVERING_BY_TIME = 0.65;
/** What one fact answers: a name, a date, a number, a description, yes. */
const ASKS_FOR_ONE: readonly Intent[] = [
  "who",
  "person",
  "company",
  "country",
  "city",
  "when",
  "where",
  "how-much",
  "office",
  "yes-no",
];

/** Whether a question wants several facts: the latest news does, the latest deal's partner not. */
export function wantsList(query: Query): boolean {
  if (kindListed(query) !== null) return true;
  return SEVERAL.some((intent) => query.intents.has(intent)) && !asksForOne(query);
}

/** Whether a question wants what happened in its order. */
export function wantsByTime({ intents }: Query): boolean {
  return intents.has("latest") || intents.has("timeline");
}

const SEVERAL: readonly Intent[] = ["list", "latest", "timeline"];

/** Questions whose answer is put together from many facts. */
const WIDE: readonly Intent[] = ["list", "latest", "timeline", "compare"];

type Asked = { query: Query; things: readonly ReadonlySet<string>[]; vocabulary: Vocabulary };

/** The facts to quote, best first; none where no fact answers. */
export function chooseFacts(ranked: readonly Ranked[], asked: Asked): Listing<Ranked> {
  const { query } = asked;
  const isWide = kindListed(query) !== null || WIDE.some((intent) => query.intents.has(intent));
  return isWide ? chooseMany(ranked, asked) : { facts: chooseLikeliest(ranked), rest: [] };
}

/** The likeliest fact, and those that are nearly as likely. */
function chooseLikeliest(ranked: readonly Ranked[]): Ranked[] {
  const byRelevance = ranked
    .filter((each) => each.isAdmissible)
    .toSorted((left, right) => right.relevance - left.relevance);
  const [best] = byRelevance;
  if (!best || best.confidence < MIN_CONFIDENCE) return [];
  const nearly = byRelevance.filter(
    ({ relevance }) => best.relevance - relevance <= MAX_LESS_RELEVANT,
  );
  return withoutRepeats(nearly).slice(0, MAX_CITATIONS);
}

function chooseMany(
  ranked: readonly Ranked[],
  { query, things, vocabulary }: Asked,
): Listing<Ranked> {
  const fitting = tellingWhy(fittingFacts(ranked), query);
  const [best] = fitting;
  if (!best) return { facts: [], rest: [] };
  const isByTime = wantsByTime(query);
  const isList = wantsList(query);
  const minScore = best.score * (isList ? AS_GOOD_FOR_LIST : AS_GOOD);
  const minCoverage =
    best.coverage * (isByTime ? AS_COVERING_BY_TIME : isList ? AS_COVERING_FOR_LIST : 1);
  const asGood = fitting.filter(
    (each) => each.coverage >= minCoverage && (isByTime || each.score >= minScore),
  );
  if (isByTime && isList) return listed(asGood, query, things);
  const kind = kindListed(query);
  const names = kind ? tellingNames(asGood, { query, kind, vocabulary }) : [];
  if (names.length > 0 || (kind && isAlwaysNamed(kind))) return upToTen(names);
  const distinct = withoutRepeats(isByTime ? newestFirst(asGood) : asGood);
  return isList ? upToTen(distinct) : { facts: distinct.slice(0, maxCitations(query)), rest: [] };
}

function upToTen(facts: readonly Ranked[]): Listing<Ranked> {
  return { facts: facts.slice(0, MAX_LISTED), rest: facts.slice(MAX_LISTED) };
}

/** The latest that answers for one: who signed the last deal. */
function newestFirst(facts: readonly Ranked[]): Ranked[] {
  return facts.toSorted((left, right) => newsDay(right).localeCompare(newsDay(left)));
}

function maxCitations(query: Query): number {
  if (asksForOne(query)) return 1;
  return query.intents.size === 0 ? MAX_FOR_SUBJECT : MAX_CITATIONS;
}

/** "What does China propose" has a helping verb in it, and is no question for yes or no. */
function asksForOne({ intents }: Query): boolean {
  return ASKS_FOR_ONE.some(
    (intent) =>
      intents.has(intent) && (intent !== "yes-no" || !OPEN.some((open) => intents.has(open))),
  );
}

const OPEN: readonly Intent[] = ["what", "why", "how", "list", "latest", "timeline", "compare"];

/** Where facts tell why, the others tell only what; where none does, one must fit very well. */
function tellingWhy(fitting: readonly Ranked[], { intents }: Query): readonly Ranked[] {
  if (!intents.has("why")) return fitting;
  const telling = fitting.filter(({ profile }) => profile.givesReason);
  return telling.length > 0
    ? telling
    : fitting.filter(({ coverage }) => coverage >= MIN_COVERAGE_WITHOUT_REASON);
}

function fittingFacts(ranked: readonly Ranked[]): Ranked[] {
  return ranked.filter(
    ({ core, coverage, isComplete, isOnSubject }) =>
      core >= MIN_CORE &&
      ((isComplete && coverage >= MIN_COVERAGE) ||
        (isOnSubject && coverage >= MIN_COVERAGE_BY_HEADLINE)),
  );
}
