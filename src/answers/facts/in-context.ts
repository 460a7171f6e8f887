/** Facts as they may be shown: with what replaces, corrects or contradicts them. */
import type { Disagreements, StandingFact } from "./disagreements.ts";

/** How the facts of an answer are laid out. */
type Form = { isList: boolean; isTimeline: boolean };

/** The facts to cite, and the keys that had no room with what they need beside them. */
type Shown = { facts: StandingFact[]; leftOut: readonly string[] };

/** What is quoted at most, with what replaces or contradicts it. */
const MAX_CITATIONS = 3;
const MAX_LISTED = 10;

export function createInContext({ inContext }: Disagreements) {
  /**
   * Facts with what replaces or contradicts them, each once; as many keys as fit with all that. What
   * a fact itself replaced is shown where it takes the room of no other.
   */
  function withContext(keys: readonly string[], { isList, isTimeline }: Form): Shown {
    const limit = isList ? MAX_LISTED : MAX_CITATIONS;
    const contextOf = (key: string, kept: readonly string[]) =>
      isList
        ? whatHolds(key).filter((fact) => !(isTimeline && isTold(fact.key, key, kept)))
        : inWholeContext(key);
    for (let count = keys.length; ; count -= 1) {
      const kept = keys.slice(0, count);
      const groups = kept.map((key) => contextOf(key, kept));
      const needed = onceEach(groups.map((group, at) => withoutReplacedBy(group, kept[at])));
      if (needed.length > limit && count > 1) continue;
      return { facts: fitted(onceEach(groups), needed, limit), leftOut: keys.slice(count) };
    }
  }

  /** What stands before a fact may have something before it in turn. */
  function inWholeContext(key: string): StandingFact[] {
    const [first, ...rest] = inContext(key);
    return first && first.key !== key ? [...whatHolds(first.key), ...rest] : inContext(key);
  }

  /** A timeline keeps its order: what replaced a step is a step of its own. */
  function isTold(context: string, key: string, kept: readonly string[]): boolean {
    return context !== key && kept.includes(context);
  }

  /** An item of a list that holds stands alone; before one that does not comes what does. */
  function whatHolds(key: string): StandingFact[] {
    const context = inContext(key);
    return context.slice(0, context.findIndex((fact) => fact.key === key) + 1);
  }

  return { withContext, whatHolds };
}

/** Without what stands behind a fact that it replaced. */
function withoutReplacedBy(group: readonly StandingFact[], key: string | undefined) {
  return group[0]?.key === key ? group.filter(({ standing }) => standing !== "replaced") : group;
}

/** What is needed, in order, and of the rest as much as there is room for. */
function fitted(facts: readonly StandingFact[], needed: readonly StandingFact[], limit: number) {
  const isNeeded = new Set(needed.map(({ key }) => key));
  const others = facts.filter(({ key }) => !isNeeded.has(key));
  const leftOut = new Set(others.slice(Math.max(0, limit - needed.length)));
  return facts.filter((fact) => !leftOut.has(fact)).slice(0, limit);
}

function onceEach(groups: readonly (readonly StandingFact[])[]): StandingFact[] {
  const once = new Map<string, StandingFact>();
  for (const fact of groups.flat()) if (!once.has(fact.key)) once.set(fact.key, fact);
  return [...once.values()];
}
