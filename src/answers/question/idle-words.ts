/** Words that tell no happening of the base from another. */

/** All that the base tells is of Kazakhstan's raw materials, as projects and between countries. */
const IDLE_CONCEPTS: ReadonlySet<string> = new Set([
  "country:KZ",
  "word:state",
  "word:project",
  "word:stage",
  "word:industry",
  "word:sector",
  "word:mining",
  "word:raw-materials",
  "word:cooperation",
  "word:bilateral-ties",
  "mineral:minerals",
]);

/** How great or weighty something is, or that it goes on. */
const IDLE_WORD =
  /^(main|major|key|important|top|big|biggest|notable|official|ongoing|current|way|underway|principa.*|grande?s?|officiel.*|importante?s?|cours|actuel.*|главн.*|основн.*|важн.*|ключев.*|крупн.*|официальн.*|значим.*|текущ.*|действующ.*|реализуем.*|идущ.*)$/iu;

/** Whether a word, with the concepts that it may mean, leaves everything in. */
export function isIdle(concepts: readonly string[], word: string): boolean {
  return concepts.some((concept) => IDLE_CONCEPTS.has(concept)) || IDLE_WORD.test(word);
}
