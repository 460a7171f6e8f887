import { LANGUAGES } from "../model.ts";
import type { Concept } from "./concept.ts";
import { onceForEach } from "./once.ts";
import { tokenize } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The concepts (keys) that are about one: itself, its parts, and those that it accepts. */
export function acceptedConcepts(key: string, vocabulary: Vocabulary): readonly string[] {
  const concept = vocabulary.concepts.get(key);
  if (!concept) return [key];
  return acceptedOf(vocabulary).getOrInsertComputed(key, () => [
    key,
    ...othersAbout(concept, vocabulary),
  ]);
}

/** Filled as concepts are named: most are never asked about. */
const acceptedOf = onceForEach((_vocabulary: Vocabulary) => new Map<string, readonly string[]>());

function othersAbout(
  { kind, id, accepts = [], umbrella = false }: Concept,
  vocabulary: Vocabulary,
): string[] {
  return [...vocabulary.concepts.values()]
    .filter((each) =>
      each.kind === kind
        ? umbrella || each.parent === id || accepts.includes(each.id)
        : accepts.includes(`${each.kind}:${each.id}`),
    )
    .map((each) => `${each.kind}:${each.id}`);
}

/** The organisations of a country (keys): whoever names them speaks of it. */
export function organisationsOf(key: string, vocabulary: Vocabulary): readonly string[] {
  return organisationsByCountry(vocabulary).get(key) ?? [];
}

const organisationsByCountry = onceForEach(({ concepts }: Vocabulary) => {
  const byCountry = new Map<string, string[]>();
  for (const [organisation, { countries = [] }] of concepts)
    for (const code of new Set(countries))
      byCountry.getOrInsert(`country:${code}`, []).push(organisation);
  return byCountry;
});

/** The organisations that have a word in a name of theirs: the EBRD is a bank. */
export function bearersOf(word: string, vocabulary: Vocabulary): readonly string[] {
  return bearersByWord(vocabulary).get(word) ?? [];
}

const bearersByWord = onceForEach((vocabulary: Vocabulary) => {
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
});
