/** Facts that replace or contradict each other, and what must be shown together. */
import { type Article, firstDay } from "../../model.ts";

/**
 * How a quoted fact stands: `stands` as far as the base knows, `replaced` by a newer one quoted
 * before it, `differs` from one quoted before it, or is a `mistake` of its source.
 */
export type Standing = "stands" | "replaced" | "differs" | "mistake";

/** A fact by its key (`article/fact`) and how it stands. */
export type StandingFact = { key: string; standing: Standing };

export type Disagreements = {
  /** A fact as it may be shown: behind what replaced or corrects it, and with what contradicts it. */
  inContext: (key: string) => StandingFact[];
};

type Links = {
  replaces: string[];
  replacedBy: string[];
  contradicts: string[];
  isMistake: boolean;
  published: string;
};

/** A figure that was replaced again and again is a history; more steps than this would be a loop. */
const MAX_STEPS = 10;

/** Indexes the relations of all articles by fact, in both directions. */
export function createDisagreements(articles: readonly Article[]): Disagreements {
  const links = new Map<string, Links>();
  for (const { id, facts, published } of articles)
    for (const fact of facts)
      links.set(`${id}/${fact.id}`, {
        replaces: [],
        replacedBy: [],
        contradicts: [],
        isMistake: fact.mistake ?? false,
        published: published ? firstDay(published) : "",
      });
  for (const { id, relations } of articles)
    for (const relation of relations) {
      if (relation.type === "follows") continue;
      const own = `${id}/${relation.fact}`;
      const [from, to] = [links.get(own), links.get(relation.to)];
      if (relation.type === "supersedes") {
        from?.replaces.push(relation.to);
        to?.replacedBy.push(own);
      } else {
        from?.contradicts.push(relation.to);
        to?.contradicts.push(own);
      }
    }

  const newestFirst = (left: string, right: string) =>
    (links.get(right)?.published ?? "").localeCompare(links.get(left)?.published ?? "");

  /** What holds instead of a fact today: the end of the chain of replacements. */
  function currentOf(key: string): string {
    let current = key;
    for (let step = 0; step < MAX_STEPS; step += 1) {
      const [next] = (links.get(current)?.replacedBy ?? []).toSorted(newestFirst);
      if (next === undefined) break;
      current = next;
    }
    return current;
  }

  function inContext(key: string): StandingFact[] {
    const current = currentOf(key);
    const replaced = current === key ? (links.get(key)?.replaces ?? []) : [key];
    const sides = [current, ...(links.get(current)?.contradicts ?? [])].toSorted(
      (left, right) => mistakesLast(left, right) || newestFirst(left, right),
    );
    return [
      ...sides.map((side, at): StandingFact => ({ key: side, standing: standingOf(side, at) })),
      ...replaced
        .toSorted(newestFirst)
        .map((old): StandingFact => ({ key: old, standing: "replaced" })),
    ];
  }

  function mistakesLast(left: string, right: string): number {
    return (
      Number(links.get(left)?.isMistake ?? false) - Number(links.get(right)?.isMistake ?? false)
    );
  }

  function standingOf(key: string, at: number): Standing {
    if (links.get(key)?.isMistake) return "mistake";
    return at === 0 ? "stands" : "differs";
  }

  return { inContext };
}
