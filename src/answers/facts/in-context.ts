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
  /** Facts with what replaces or contradicts them, each once; as many keys as fit with all that. */
  function withContext(keys: readonly string[], { isList, isTimeline }: Form): Shown {
    const limit = isList ? MAX_LISTED : MAX_CITATIONS;
    for (let count = keys.length; ; count -= 1) {
      const kept = keys.slice(0, count);
      const groups = kept.map((key) =>
        isList
          ? whatHolds(key).filter((fact) => !(isTimeline && isTold(fact.key, key, kept)))
          : inWholeContext(key),
      );
      const once = new Map<string, StandingFact>();
      for (const fact of groups.flat()) if (!once.has(fact.key)) once.set(fact.key, fact);
      if (once.size <= limit || count <= 1)
        return { facts: [...once.values()].slice(0, limit), leftOut: keys.slice(count) };
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
