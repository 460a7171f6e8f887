/** Which words of a quotation the question named. */
import { tokenize } from "../knowledge/tokens.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Query } from "./question/question.ts";

/** Ranges of characters, from left to right. */
export function emphasis(quote: string, query: Query, vocabulary: Vocabulary): [number, number][] {
  const asked = new Set(query.units.flatMap((unit) => [...unit.concepts]));
  const tokens = tokenize(quote, query.language);
  return vocabulary
    .recognise(tokens, query.language)
    .filter((mention) => mention.concepts.some((concept) => asked.has(concept)))
    .flatMap(({ from, to }) => {
      const [first, last] = [tokens[from], tokens[to - 1]];
      return first && last ? [[first.start, last.end] as [number, number]] : [];
    });
}
