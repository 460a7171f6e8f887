/** Which things of the vocabulary a text names, and how much it is about each. */

import type { ConceptKind } from "../knowledge/concept.ts";
import { tokenize } from "../knowledge/tokens.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";

/** How often each concept (`kind:id`) is named; a title counts more than its text. */
export type Mentions = ReadonlyMap<string, number>;

/** A title says what a text is about; what is named once in passing does not. */
const TITLE_WEIGHT = 3;
const MIN_WEIGHT = 2;

/** Counts the concepts of a title and of its paragraphs. */
export function mentionsOf(
  { title, paragraphs }: { title: string | null; paragraphs: readonly string[] },
  language: Language,
  vocabulary: Vocabulary,
): Mentions {
  const counts = new Map<string, number>();
  const count = (text: string, weight: number) => {
    for (const concept of conceptsIn(text, language, vocabulary))
      counts.set(concept, (counts.get(concept) ?? 0) + weight);
  };
  count(title ?? "", TITLE_WEIGHT);
  for (const paragraph of paragraphs) count(paragraph, 1);
  return counts;
}

/** The concepts that a text names, each as often as it does; of an ambiguous name the likeliest. */
export function conceptsIn(text: string, language: Language, vocabulary: Vocabulary): string[] {
  return vocabulary
    .recognise(tokenize(text, language), language)
    .flatMap(({ concepts }) => concepts.slice(0, 1));
}

/** The ids of a kind that a text is about, the most named first. */
export function subjectsOf(mentions: Mentions, kind: ConceptKind): string[] {
  const weighed = [...mentions]
    .filter(([, weight]) => weight >= MIN_WEIGHT)
    .toSorted(([, left], [, right]) => right - left);
  return idsOf(
    weighed.map(([concept]) => concept),
    kind,
  );
}

/** The ids of those concepts that are of a kind. */
export function idsOf(concepts: readonly string[], kind: ConceptKind): string[] {
  const prefix = `${kind}:`;
  return concepts.flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : []));
}
