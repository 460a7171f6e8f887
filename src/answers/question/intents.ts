/** What a question asks for: who, when, how much, which company… */
import type { Token } from "../../knowledge/tokens.ts";
import type { Mention } from "../../knowledge/vocabulary.ts";
import type { Language } from "../../model.ts";

const INTENTS = [
  "what",
  "who",
  "person",
  "company",
  "country",
  "city",
  "mineral",
  "when",
  "where",
  "how-much",
  "why",
  "how",
  "yes-no",
  "latest",
  "list",
  "compare",
  "timeline",
  "events",
  "still-true",
  "definition",
  "office",
  "except",
] as const;
export type Intent = (typeof INTENTS)[number];

const INTENT_OF = new Map<string, Intent>(
  INTENTS.map((intent) => [`question-word:${intent}`, intent]),
);
/** The noun after "which" tells what kind of name answers: which French company, какой министр. */
const HEAD_NOUNS = new Map<string, Intent>([
  ["word:company", "company"],
  ["word:state", "country"],
  ["word:town", "city"],
  ["mineral:minerals", "mineral"],
  ["word:element", "mineral"],
  ["word:president", "person"],
  ["word:minister", "person"],
  ["word:prime-minister", "person"],
  ["word:envoy", "person"],
  ["word:ambassador", "person"],
]);
const MINERAL_GROUPS: ReadonlySet<string> = new Set([
  "mineral:rare-metals",
  "mineral:critical-minerals",
]);

/** Whether these name minerals by a word for many: which rare metals. */
export function namesMineralGroup(concepts: readonly string[]): boolean {
  return concepts.some((concept) => MINERAL_GROUPS.has(concept));
}

/** "List" inside a question is a thing: the list of critical minerals. */
const LAST_PLACE_OF_LIST = 1;

/** The intents that a mention carries; none for a mention of a thing. */
export function intentsOf(mention: Mention): Intent[] {
  return mention.concepts
    .flatMap((concept) => INTENT_OF.get(concept) ?? [])
    .filter((intent) => intent !== "list" || mention.from <= LAST_PLACE_OF_LIST)
    .filter((intent) => intent !== "yes-no" || mention.from === 0);
}

/** The intent that a noun after "which" adds, if it is one that names a kind of answer. */
export function intentOfHeadNoun(concepts: readonly string[]): Intent | null {
  for (const concept of concepts) {
    const intent = HEAD_NOUNS.get(concept);
    if (intent) return intent;
  }
  return null;
}

const COUNT_PHRASE =
  /^(how many|(the )?number of|combien d|(le )?nombre d|сколько|скока|число|скольк)/;

/** Whether a how-much phrase counts the noun behind it: how many companies, combien de gisements. */
export function isCountPhrase(words: readonly Token[], next: Token | undefined): boolean {
  const behind = next?.elided ?? "";
  return COUNT_PHRASE.test([...words.map((word) => word.text), behind].join(" "));
}

const YES_NO: Record<Language, RegExp> = {
  en: /^(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\s/i,
  fr: /^(est-ce que|y a-t-il|est-il|a-t-on|\S+-t-(?:il|elle|on)\s)|^(?:(?!\b(?:qu[ei]|quel|o[uù]|quand|comment|combien|pourquoi)).)*(?:\S+-(?:t-)?|(?<!\p{L})(?:est|sont|a t|ont|va t|vont|peut|peuvent) )(?:il|elle|ils|elles|on)\s/iu,
  ru: /(?<!\p{L})(ли|разве|правда)(?!\p{L})/iu,
};

/** Whether a question is put for yes or no by its verb, where no question word stands. */
export function asksYesNo(text: string, language: Language): boolean {
  return YES_NO[language].test(text.trim());
}

const FUTURE_WORDS: Record<Language, RegExp> = {
  en: /^(will|shall|next|upcoming)$/,
  fr: /^(\p{Ll}{3,}(ra|ront)|prochaine?s?)$/u,
  ru: /^(будет|будут|следующ\p{Ll}{2,3}|предстоящ\p{Ll}{2,3})$/u,
};

/** Whether a question is put in the future tense; Russian perfective verbs do not show it. */
export function isInFuture(tokens: readonly Token[], language: Language): boolean {
  return tokens.some(
    (token) => token.raw === token.raw.toLowerCase() && FUTURE_WORDS[language].test(token.text),
  );
}
