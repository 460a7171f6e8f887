import { LANGUAGES } from "../model.ts";
import { tokenize } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The concepts (keys) that are about one: itself, its parts, and those that it accepts. */
export function acceptedConcepts(key: string, vocabulary: Vocabulary): string[] {
  const concept = vocabulary.concepts.get(key);
  if (!concept) return [key];
  const { kind, id, accepts = [], umbrella = false } = concept;
  const others = [...vocabulary.concepts.values()]
    .filter((each) =>
      each.kind === kind
        ? umbrella || each.parent === id || accepts.includes(each.id)
        : accepts.includes(`${each.kind}:${each.id}`),
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

const bearers = new WeakMap<Vocabulary, ReadonlyMap<string, readonly string[]>>();

/** The organisations that have a word in a name of theirs: the EBRD is a bank. */
export function bearersOf(word: string, vocabulary: Vocabulary): readonly string[] {
  const known = bearers.get(vocabulary) ?? bearersByWord(vocabulary);
  bearers.set(vocabulary, known);
  return known.get(word) ?? [];
}

function bearersByWord(vocabulary: Vocabulary): Map<string, string[]> {
  const byWord = new Map<string, Set<string>>();
  for (const [key, { kind, names }] of vocabulary.concepts) {
    if (kind !== "organisation") continue;
    for (const language of LANGUAGES)
      for (const name of names[language] ?? [])
        for (const { concepts } of vocabulary.everyMention(tokenize(name, language), language))
          for (const word of concepts)
            if (word !== key) byWord.set(word, (byWord.get(word) ?? new Set()).add(key));
  }
  return new Map([...byWord].map(([word, keys]) => [word, [...keys]]));
}
