/** As many facts as are asked for, made of the words of those that there are. */
import type { Knowledge } from "../../src/knowledge/load-knowledge.ts";
import type { Document } from "./collection.ts";

const WORDS_PER_FACT = 25;
const WORDS_PER_TITLE = 9;
const FACTS_PER_ARTICLE = 10;
const SEED = 20_261_121;

/** English facts of 25 words, ten to a headline, the same at every run. */
export function recombinedFacts({ articles }: Knowledge, count: number): Document[] {
  const facts = articles.flatMap((article) => article.facts.flatMap(({ en }) => en.split(/\s+/)));
  const titles = articles.flatMap(({ headline }) => headline.en.split(/\s+/));
  const random = randomNumbers(SEED);
  const some = (words: readonly string[], length: number) =>
    Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(" ");
  let title = "";
  return Array.from({ length: count }, (_, at) => {
    if (at % FACTS_PER_ARTICLE === 0) title = some(titles, WORDS_PER_TITLE);
    return { id: `fact-${at}`, title, text: some(facts, WORDS_PER_FACT), language: "en" };
  });
}

/** Numbers from 0 to 1 that look random (mulberry32), always the same for a seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
