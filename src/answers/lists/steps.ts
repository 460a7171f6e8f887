/** The steps of a timeline: what happened, each once. */

import { withoutRepeats } from "../facts/same-statement.ts";
import { byNewsScore, eventDay, happeningsOf, type Scored } from "./happenings.ts";
import { isSameHappening } from "./same-happening.ts";

/** Of the words of two facts of one day. */
const MIN_SHARED = 0.6;

/** Every step that facts tell of, the most telling first; each fact tells a time. */
export function distinctSteps<Fact extends Scored>(facts: readonly Fact[]): Fact[] {
  return withoutRepeats(byNewsScore(stepsOf(facts)));
}

/** Oldest first. */
export function inOrder<Fact extends Scored>(steps: readonly Fact[]): Fact[] {
  return steps.toSorted((left, right) => eventDay(left).localeCompare(eventDay(right)));
}

/** What happened at a time of its own; of what tells none, its news on the day of its article. */
function stepsOf<Fact extends Scored>(facts: readonly Fact[]): Fact[] {
  const isDated = ({ profile }: Scored) => profile.fact.on !== undefined;
  const dated = [...Map.groupBy(facts.filter(isDated), eventDay).values()].flatMap(oncePerAct);
  const news = happeningsOf(
    facts.filter((fact) => !isDated(fact)),
    eventDay,
  ).flatMap(({ facts }) => facts.slice(0, 1));
  const isTold = ({ profile }: Scored) =>
    dated.some((step) => isSameHappening(step.profile.happened, profile.happened));
  return [...dated, ...news.filter((fact) => !isTold(fact))];
}

/** News of one day that names much the same tells of one act; a year has room for many. */
function oncePerAct<Fact extends Scored>(sameTime: readonly Fact[]): Fact[] {
  const kept: Fact[] = [];
  const news = happeningsOf(sameTime, eventDay).flatMap(({ facts }) => facts.slice(0, 1));
  for (const fact of byNewsScore(news)) {
    const isVague = fact.profile.fact.on?.length === 4;
    if (isVague || !kept.some((other) => namesMuchTheSame(other, fact))) kept.push(fact);
  }
  return kept;
}

function namesMuchTheSame(left: Scored, right: Scored): boolean {
  const [own, others] = [left.profile.concepts, right.profile.concepts];
  const shared = own.intersection(others).size;
  return shared >= MIN_SHARED * Math.min(own.size, others.size);
}
