/** What happened, in order, each once: facts with the deals that they tell of, and other deals. */

import type { FactOutline } from "../answers/facts/fact-outline.ts";
import { type Filter, matchesFilter, thingsNamed } from "../answers/filter.ts";
import { namesAll, scored } from "../answers/lists/browse.ts";
import { eventDay, type Scored } from "../answers/lists/happenings.ts";
import { distinctSteps } from "../answers/lists/steps.ts";
import { analyze } from "../answers/search/analyzer.ts";
import { calendar, overlaps } from "../answers/time/period.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { type Article, type ArticleFact, firstDay, type Translated } from "../model.ts";
import type { DealRow } from "./deals.ts";
import { newsDay } from "./happenings.ts";
import { selectDeals } from "./select-deals.ts";

export type TimelineStep = {
  /** As exact as it is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  date: string;
  /** Whether it is the date of the article, since what it tells has none of its own. */
  isReported: boolean;
  text: Translated;
  article: Article;
  /** Null for a deal that no fact here tells of. */
  fact: ArticleFact["fact"] | null;
  /** The deals of the register that it tells of. */
  deals: readonly DealRow[];
};

/** The steps, the oldest first, and the articles of a filter that tell no time. */
export type Timeline = { steps: TimelineStep[]; undated: number };

type Base = {
  facts: Iterable<FactOutline>;
  deals: readonly DealRow[];
  vocabulary: Vocabulary;
  /** `YYYY-MM-DD`; articles of later days have not come out yet. */
  today: string;
};

/** To compare more facts with each other takes too long; then leads stand for their articles. */
const MAX_COMPARED = 4_000;
/** A fact that has this share of the words of a deal's name tells of it; less will do beside it. */
const MIN_OF_NAME = 0.6;
const MIN_OF_NAME_BESIDE = 0.35;

export function timelineOf(filter: Filter, base: Base): Timeline {
  const fitting = fittingFacts(filter, base);
  const dated = fitting.filter((fact) => eventDay(fact) !== "");
  const steps = distinct(dated.filter((fact) => isIn(stepOf(fact).date, filter))).map(stepOf);
  const told = new Set(dated.map(({ profile }) => profile.article));
  const silent = new Set(
    fitting.flatMap(({ profile: { article } }) => (told.has(article) ? [] : article)),
  );
  const deals = selectDeals(base.deals, { ...filter, period: null }, base.vocabulary);
  return {
    steps: withDeals(
      steps,
      deals.filter(({ told: [first] }) => isOut(first?.article, base.today)),
    )
      .filter(({ date }) => isIn(date, filter))
      .toSorted(inOrder),
    undated: filter.period ? 0 : silent.size,
  };
}

/** What tells the same is near in time, which matters where there is too much to compare. */
function distinct(facts: readonly Scored[]): Scored[] {
  if (facts.length <= MAX_COMPARED) return distinctSteps(facts);
  const byMonth = Map.groupBy(facts.filter(isLead), (fact) => eventDay(fact).slice(0, 7));
  return [...byMonth.values()].flatMap(distinctSteps);
}

/** Facts that name what is asked for; of an article about it that has none, its lead. */
function fittingFacts(filter: Filter, { facts, vocabulary, today }: Base): Scored[] {
  const things = thingsNamed(filter, vocabulary);
  const anyTime = { ...filter, period: null };
  const meets = remembering(
    (article: Article) => isOut(article, today) && matchesFilter(article, anyTime, vocabulary),
  );
  const ofArticles = [...facts].filter(({ article }) => meets(article));
  const naming = ofArticles.filter((fact) => namesAll(fact, things));
  const named = new Set(naming.map(({ article }) => article));
  const leads = ofArticles.filter((fact) => fact.isLead && !named.has(fact.article));
  return [...naming, ...leads].map((fact) => scored(fact, { things, selecting: [] }));
}

function isOut(article: Article | undefined, today: string): boolean {
  return article !== undefined && newsDay(article) <= today;
}

function isLead({ profile }: Scored): boolean {
  return profile.isLead;
}

function stepOf({ profile: { fact, article } }: Scored): TimelineStep {
  const date = fact.on ?? article.published ?? "";
  return { date, isReported: fact.on === undefined, text: fact, article, fact, deals: [] };
}

/** Each deal once: with the step that tells of it, else as a step of its own. */
function withDeals(steps: readonly TimelineStep[], deals: readonly DealRow[]): TimelineStep[] {
  const told = new Map<TimelineStep, DealRow[]>();
  const own: TimelineStep[] = [];
  const wordsOf = remembering((step: TimelineStep) => new Set(analyze(step.text.en, "en")));
  for (const deal of deals) {
    const last = deal.told.at(-1);
    if (deal.date === null || !last) continue;
    const { date } = deal;
    const telling = steps
      .filter((step) => isOneTime(step.date, date))
      .map((step) => ({ step, share: shareOf(analyze(deal.name.en, "en"), wordsOf(step)) }))
      .filter(
        ({ step, share }) =>
          share >= (deal.articles.includes(step.article.id) ? MIN_OF_NAME_BESIDE : MIN_OF_NAME) ||
          isLeadOf(step, deal),
      )
      .toSorted((left, right) => right.share - left.share);
    const [best] = telling;
    if (best) told.set(best.step, [...(told.get(best.step) ?? []), deal]);
    else
      own.push({
        date,
        isReported: false,
        text: deal.name,
        article: last.article,
        fact: null,
        deals: [deal],
      });
  }
  return [...steps.map((step) => ({ ...step, deals: told.get(step) ?? [] })), ...own];
}

/** A report of the deal's own day begins with the deal. */
function isLeadOf({ article, fact, date }: TimelineStep, deal: DealRow): boolean {
  return (
    deal.articles.includes(article.id) &&
    article.deals.length === 1 &&
    fact === article.facts[0] &&
    date.length > "YYYY".length
  );
}

/** A day and its month or year may be one time. */
function isOneTime(left: string, right: string): boolean {
  return left.startsWith(right) || right.startsWith(left);
}

function shareOf(name: readonly string[], words: ReadonlySet<string>): number {
  return name.filter((word) => words.has(word)).length / Math.max(name.length, 1);
}

function isIn(date: string, { period }: Filter): boolean {
  const days = period ? calendar(date) : null;
  return period === null || (days !== null && overlaps(days, period));
}

/** Of one time the vaguest date first, since it may begin before the others. */
function inOrder(left: TimelineStep, right: TimelineStep): number {
  return (
    firstDay(left.date).localeCompare(firstDay(right.date)) ||
    left.date.length - right.date.length ||
    left.article.id.localeCompare(right.article.id)
  );
}

function remembering<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? work(key);
    known.set(key, value);
    return value;
  };
}
