/** Facts grouped by the happening that they tell of, each told by the fact that fits best, in time. */
import { firstDay } from "../../model.ts";
import type { FactOutline } from "../facts/fact-outline.ts";
import type { AskedPeriod } from "../question/question.ts";
import type { Period } from "../time/period.ts";
import { isSameHappening } from "./same-happening.ts";
import { shareOfHeadline } from "./stages.ts";

/** A fact with how well it fits; `isComplete` where it names by itself all that is asked about. */
export type Scored = { profile: FactOutline; score: number; isComplete: boolean };

/** Facts of one happening, best first, and the day it is listed under, empty where unknown. */
export type Happening<Fact extends Scored> = { facts: readonly Fact[]; day: string };

/** A fact that names all that is asked about need not lean on its headline. */
const COMPLETE_BONUS = 0.3;
const HEADLINE_BONUS = 0.35;
/** A date of its own shows that a fact tells what happened, and not how things are. */
const DATED_BONUS = 0.1;
const ACT_BONUS = 0.2;

/** Groups facts; `dayOf` tells where in time each belongs. */
export function happeningsOf<Fact extends Scored>(
  facts: readonly Fact[],
  dayOf: (fact: Fact) => string,
): Happening<Fact>[] {
  const byArticle = Map.groupBy(facts, ({ profile }) => profile.article);
  /** Of each article the first fact stands for it. */
  const groups: Fact[][] = [];
  for (const [first] of byArticle.values()) {
    const same = groups.find((group) =>
      group.some(
        (other) => first && isSameHappening(other.profile.happened, first.profile.happened),
      ),
    );
    if (same && first) same.push(first);
    else groups.push(first ? [first] : []);
  }
  return groups.map((group) => {
    const best = byNewsScore(group.flatMap(({ profile }) => byArticle.get(profile.article) ?? []));
    return { facts: best, day: best[0] ? dayOf(best[0]) : "" };
  });
}

/** The facts that tell the news of their articles best come first. */
export function byNewsScore<Fact extends Scored>(facts: readonly Fact[]): Fact[] {
  return facts
    .map((fact) => ({ fact, score: newsScore(fact) }))
    .toSorted((left, right) => right.score - left.score)
    .map(({ fact }) => fact);
}

/** How well a fact tells the news of its article, and what is asked. */
export function newsScore({ profile, score, isComplete }: Scored): number {
  const isDated = profile.fact.on !== undefined;
  const isAct = !profile.concepts.isDisjointFrom(ACTS);
  return (
    score +
    (isComplete ? COMPLETE_BONUS : 0) +
    HEADLINE_BONUS * shareOfHeadline(profile) +
    (isDated ? DATED_BONUS : 0) +
    (isAct ? ACT_BONUS : 0)
  );
}

/** Words of what is done at one time: signed, opened, found. */
const ACTS: ReadonlySet<string> = new Set([
  "word:sign",
  "word:ratify",
  "word:approve",
  "word:announce",
  "word:open",
  "word:start",
  "word:suspend",
  "word:resume",
  "word:cancel",
  "word:appoint",
  "deal-word:launch",
  "deal-word:discovery",
]);

/** When it was published; where that is not known to the month, when it happened, if that fits. */
export function newsDay({ profile: { fact, article } }: Scored): string {
  const { published } = article;
  if (published === null) return fact.on ? firstDay(fact.on) : "";
  return firstDay(fact.on?.startsWith(published) ? fact.on : published);
}

/** When it happened; where the fact does not say or only vaguely, when it was published. */
export function eventDay({ profile: { fact, article } }: Scored): string {
  const { on } = fact;
  const { published } = article;
  if (on === undefined) return published ? firstDay(published) : "";
  return firstDay(published?.startsWith(on) ? published : on);
}

/** The day in the period asked about that a fact tells of, or that of its article. */
export function dayIn(period: AskedPeriod): (fact: Scored) => string {
  return (fact) => {
    if (period.isOfArticle) return newsDay(fact);
    const inside = fact.profile.spans.find(({ from }) => from !== null && isInside(from, period));
    return inside?.from ?? newsDay(fact);
  };
}

function isInside(day: string, { from, to }: Period): boolean {
  return (from === null || day >= from) && (to === null || day < to);
}

/** Whether the article of a fact is about all of these things, each given by its concepts. */
export function isAbout({ subject }: FactOutline, things: readonly ReadonlySet<string>[]): boolean {
  return things.every((concepts) => !concepts.isDisjointFrom(subject));
}
