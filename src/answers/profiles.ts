/** The facts of the base by their keys, each with its profile from the moment it is needed. */
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { type Article, factKey, LANGUAGES, type Language } from "../model.ts";
import { createOutlines, type FactOutline } from "./fact-outline.ts";
import { type FactProfile, profileFact } from "./fact-profile.ts";
import { createReading } from "./reading.ts";
import type { SearchDocument } from "./search-index.ts";

export type Profiles = {
  /** Every fact in some languages as the search index takes it, in the order of the articles. */
  documents: (languages?: readonly Language[]) => Iterable<SearchDocument>;
  /** Every fact with what it names, in the order of the articles. */
  outlines: () => Iterable<FactOutline>;
  /** What a fact (`article/fact`) names and when it was; undefined where there is none. */
  outline: (key: string) => FactOutline | undefined;
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
  const outlineOf = createOutlines(read);
  const outlines = new Map<string, FactOutline>();
  const profiles = new Map<string, FactProfile>();

  function outline(key: string): FactOutline | undefined {
    const known = outlines.get(key);
    if (known) return known;
    const named = facts.get(key);
    if (!named) return undefined;
    const made = outlineOf(named);
    outlines.set(key, made);
    return made;
  }

  function get(key: string): FactProfile | undefined {
    const known = profiles.get(key);
    if (known) return known;
    const outlined = outline(key);
    if (!outlined) return undefined;
    const profile = profileFact(outlined, read);
    profiles.set(key, profile);
    return profile;
  }

  function* documents(languages: readonly Language[] = LANGUAGES): Generator<SearchDocument> {
    for (const [id, { article, fact }] of facts) {
      const concepts = [...(outline(id)?.concepts ?? [])];
      for (const language of languages) {
        const { tokens } = read(fact[language], language);
        const [title, text] = [article.headline[language], fact[language]];
        yield { id, title, text, tokens, language, concepts };
      }
    }
  }

  return {
    documents,
    outlines: () => facts.keys().flatMap((key) => [outline(key) ?? []].flat()),
    outline,
    get,
    ofArticle: (id) => (keysOf.get(id) ?? []).flatMap((key) => get(key) ?? []),
  };
}
