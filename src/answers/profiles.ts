/** The facts of the base by their keys, each with its profile from the moment it is needed. */
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { type Article, type ArticleFact, factKey } from "../model.ts";
import { conceptsNamedIn, type FactProfile, profileFact } from "./fact-profile.ts";
import { createReading } from "./reading.ts";

export type Profiles = {
  /** Every fact with the concepts that it names, in the order of the articles. */
  named: () => Iterable<ArticleFact & { concepts: ReadonlySet<string> }>;
  /** The fact of a key (`article/fact`); undefined where there is none. */
  get: (key: string) => FactProfile | undefined;
  /** The facts of an article, in their order. */
  ofArticle: (id: string) => readonly FactProfile[];
};

/** Profiling takes longer than indexing, and a question looks at fifty facts of them all. */
export function createProfiles(articles: readonly Article[], vocabulary: Vocabulary): Profiles {
  const read = createReading(vocabulary);
  const facts = new Map(
    articles.flatMap((article) =>
      article.facts.map((fact) => [factKey({ article, fact }), { article, fact }] as const),
    ),
  );
  const keysOf = Map.groupBy(facts.keys(), (key) => facts.get(key)?.article.id);
  const profiles = new Map<string, FactProfile>();

  function get(key: string): FactProfile | undefined {
    const known = profiles.get(key);
    if (known) return known;
    const named = facts.get(key);
    if (!named) return undefined;
    const profile = profileFact(named, read);
    profiles.set(key, profile);
    return profile;
  }

  return {
    named: () =>
      facts.values().map((each) => ({ ...each, concepts: conceptsNamedIn(each.fact, read) })),
    get,
    ofArticle: (id) => (keysOf.get(id) ?? []).flatMap((key) => get(key) ?? []),
  };
}
