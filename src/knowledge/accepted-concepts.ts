import type { Vocabulary } from "./vocabulary.ts";

/** The concepts (keys) that are about one: itself, its parts, and those that it accepts. */
export function acceptedConcepts(key: string, vocabulary: Vocabulary): string[] {
  const concept = vocabulary.concepts.get(key);
  if (!concept) return [key];
  const { kind, id, accepts = [], umbrella = false } = concept;
  const others = [...vocabulary.concepts.values()]
    .filter(
      (each) => each.kind === kind && (umbrella || each.parent === id || accepts.includes(each.id)),
    )
    .map((each) => `${kind}:${each.id}`);
  return [key, ...others];
}

/** The organisations of a country (keys): whoever names them speaks of it. */
export function organisationsOf(key: string, vocabulary: Vocabulary): string[] {
  return [...vocabulary.concepts]
    .filter(([, { countries = [] }]) => countries.some((code) => key === `country:${code}`))
    .map(([organisation]) => organisation);
}
