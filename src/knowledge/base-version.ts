/** Which base an answer was given from. */
import type { Article } from "../model.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The same for the same files, in whatever order they were read. */
export function baseVersion(articles: readonly Article[], vocabulary: Vocabulary): string {
  const told = articles.map((article) => JSON.stringify(article)).toSorted();
  const named = [...vocabulary.concepts.values()].map((concept) => JSON.stringify(concept));
  return fingerprint(...told, ...named.toSorted());
}
