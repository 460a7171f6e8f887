/** The facts of the base by their keys, each with its profile from the moment it is needed. */
import { once } from "../../knowledge/once.ts";
import type { Vocabulary } from "../../knowledge/vocabulary.ts";
import { type Article, type ArticleFact, factKey, LANGUAGES, type Language } from "../../model.ts";
import type { SearchDocument } from "../search/search-index.ts";
import { createOutlines, type FactOutline } from "./fact-outline.ts";
import { type FactProfile, profileFact } from "./fact-profile.ts";
import { createReading, type Reading } from "./reading.ts";

export type Profiles = {
  /** Facts of articles (all unless some are given) as the search index takes them, in order. */
  documents: (
    languages?: readonly Language[],
    articles?: readonly Article[],
  ) => Iterable<SearchDocument>;
  /** Every fact with what it names, in the order of the articles. */
  outlines: () => readonly FactOutline[];
  /** What a fact (`article/fact`) names and when it was; undefined where there is none. */
  outline: (key: string) => FactOutline | undefined;
  /** The fact of a key (`article/fact`); undefined where there is none. */
  get: (key: string) => FactProfile | undefined;
  /** The facts of an article, in their order. */
  ofArticle: (id: string) => readonly FactProfile[];
};

/**
 * Profiles of several bases; what is worked out of an article is kept for the next base that holds
 * it. Profiling takes longer than indexing, and a question looks at fifty facts of them all.
 */
export function createProfiling(
  vocabulary: Vocabulary,
): (articles: readonly Article[]) => Profiles {
  const kept: Kept = {
    read: createReading(vocabulary),
    outlines: new WeakMap(),
    profiles: new WeakMap(),
  };
  const outlineOf = createOutlines(kept.read);
  return (articles) => profilesOf(articles, { ...kept, outlineOf });
}

type Fact = ArticleFact["fact"];
type Kept = {
  read: Reading;
  outlines: WeakMap<Fact, FactOutline>;
  profiles: WeakMap<Fact, FactProfile>;
};

function profilesOf(
  articles: readonly Article[],
  {
    read,
    outlines,
    profiles,
    outlineOf,
  }: Kept & { outlineOf: (named: ArticleFact) => FactOutline },
): Profiles {
  const facts = new Map(
    articles.flatMap((article) =>
      article.facts.map((fact) => [factKey({ article, fact }), { article, fact }] as const),
    ),
  );
  const keysOf = Map.groupBy(facts.keys(), (key) => facts.get(key)?.article.id);

  const outlined = new Map<string, FactOutline>();
  const all = once(() => [...facts.keys()].flatMap((key) => outline(key) ?? []));

  function outline(key: string): FactOutline | undefined {
    const known = outlined.get(key);
    if (known) return known;
    const named = facts.get(key);
    if (!named) return undefined;
    const kept = outlines.get(named.fact);
    const made = kept?.article === named.article ? kept : outlineOf(named);
    outlines.set(named.fact, made);
    outlined.set(key, made);
    return made;
  }

  function get(key: string): FactProfile | undefined {
    const outlined = outline(key);
    if (!outlined) return undefined;
    const known = profiles.get(outlined.fact);
    if (known?.article === outlined.article) return known;
    const profile = profileFact(outlined, read);
    profiles.set(outlined.fact, profile);
    return profile;
  }

  function* documents(
    languages: readonly Language[] = LANGUAGES,
    indexed: readonly Article[] = articles,
  ): Generator<SearchDocument> {
    for (const article of indexed)
      for (const fact of article.facts) {
        const id = factKey({ article, fact });
        const concepts = [...(outline(id)?.concepts ?? [])];
        for (const language of languages) {
          const { tokens } = read(fact[language], language);
          const [title, text] = [article.headline[language], fact[language]];
          const searchTerms = fact.search_terms?.[language];
          yield {
            id,
            title,
            text,
            tokens,
            language,
            concepts,
            ...(searchTerms && { searchTerms }),
          };
        }
      }
  }

  return {
    documents,
    outlines: all,
    outline,
    get,
    ofArticle: (id) => (keysOf.get(id) ?? []).flatMap((key) => get(key) ?? []),
  };
}
