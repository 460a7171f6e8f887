/** A question as people type it → what must be found. */
import { type Token, tokenize } from "../knowledge/tokens.ts";
import type { Mention, Vocabulary } from "../knowledge/vocabulary.ts";
import type { ConceptKind, Language } from "../model.ts";
import { termOf } from "./analyzer.ts";
import { detectLanguage } from "./language.ts";
import { type Period, readPeriod } from "./period.ts";

export type Intent =
  | "what"
  | "who"
  | "when"
  | "where"
  | "how-much"
  | "why"
  | "how"
  | "yes-no"
  | "latest"
  | "list"
  | "compare";

/** One thing that the question names: any of these concepts, or this term. */
export type Unit = {
  kind: "thing" | "word" | "term" | "unknown-name";
  /** The concepts that it may mean; empty for a term and for a name that the base does not know. */
  concepts: readonly string[];
  /** The analysed terms of its words. */
  terms: readonly string[];
  /** Its words as the person wrote them. */
  label: string;
};

export type Query = {
  text: string;
  language: Language;
  intents: ReadonlySet<Intent>;
  units: readonly Unit[];
  period: Period | null;
};

/** Every article is about this country, so naming it tells nothing apart. */
const DOMAIN_CONCEPT = "country:KZ";
const THING_KINDS: ReadonlySet<ConceptKind> = new Set([
  "mineral",
  "country",
  "organisation",
  "person",
  "place",
]);

/** Reads a question; `isKnown` tells whether a term stands in the base. */
export function readQuestion({
  text,
  today,
  vocabulary,
  isKnown,
  language = detectLanguage(text, vocabulary),
}: {
  text: string;
  today: string;
  vocabulary: Vocabulary;
  isKnown: (term: string, language: Language) => boolean;
  language?: Language;
}): Query {
  const tokens = tokenize(text, language);
  const mentions = vocabulary.recognise(tokens, language);
  const named = readPeriod(text, language, today);
  const units: Unit[] = [];
  const intents = new Set<Intent>();
  for (let at = 0; at < tokens.length; ) {
    const mention = mentions.find((each) => each.from === at);
    const isDate = named !== null && at >= named.from && at < named.to;
    const to = isDate ? named.to : (mention?.to ?? at + 1);
    const span = tokens.slice(at, to);
    const asked = mention ? intentsOf(mention, at) : [];
    for (const intent of asked) intents.add(intent);
    if (!isDate && mention && asked.length === 0) {
      units.push(...unitOf({ mention, span, text, language, vocabulary }));
    } else if (asked.length > 0) {
      // Words that say what is asked for are not searched for.
    } else if (!isDate) {
      units.push(...termUnit({ span, vocabulary, language, isKnown }));
    }
    at = to;
  }
  return { text, language, intents, units: telling(units), period: named?.period ?? null };
}

/** "List" inside a question is a thing: the list of critical minerals. */
const LAST_PLACE_OF_LIST = 1;

function intentsOf(mention: Mention, at: number): Intent[] {
  return mention.concepts
    .flatMap((concept) => INTENTS.get(concept) ?? [])
    .filter((intent) => intent !== "list" || at <= LAST_PLACE_OF_LIST);
}

const INTENTS = new Map<string, Intent>(
  (
    [
      "what",
      "who",
      "when",
      "where",
      "how-much",
      "why",
      "how",
      "yes-no",
      "latest",
      "list",
      "compare",
    ] as const
  ).map((intent) => [`question-word:${intent}`, intent]),
);

function unitOf({
  mention,
  span,
  text,
  language,
  vocabulary,
}: {
  mention: Mention;
  span: readonly Token[];
  text: string;
  language: Language;
  vocabulary: Vocabulary;
}): Unit[] {
  const concepts = mention.concepts.filter((concept) => !concept.startsWith("question-word:"));
  if (concepts.length === 0) return [];
  const things = concepts.filter((concept) => isThing(concept, vocabulary));
  return [
    {
      kind: things.length > 0 ? "thing" : "word",
      concepts: things.length > 0 ? things : concepts,
      terms: termsOf(span, language),
      label: text.slice(span[0]?.start, span.at(-1)?.end),
    },
  ];
}

function isThing(concept: string, vocabulary: Vocabulary): boolean {
  const kind = vocabulary.concepts.get(concept)?.kind;
  return kind !== undefined && THING_KINDS.has(kind);
}

/** A word outside the vocabulary; one that the base does not know either may be a misspelt name. */
function termUnit({
  span,
  vocabulary,
  language,
  isKnown,
}: {
  span: readonly Token[];
  vocabulary: Vocabulary;
  language: Language;
  isKnown: (term: string, language: Language) => boolean;
}): Unit[] {
  const terms = termsOf(span, language);
  const [token] = span;
  const [term] = terms;
  if (!token || !term) return [];
  const isInBase = isKnown(term, language);
  const concepts = isInBase ? [] : vocabulary.resembling(token.text);
  const isName = !isInBase && token.start > 0 && isCapitalised(token.raw);
  const kind = concepts.length > 0 ? "thing" : isName ? "unknown-name" : "term";
  return [{ kind, concepts, terms, label: token.raw }];
}

function isCapitalised(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

function termsOf(span: readonly Token[], language: Language): string[] {
  return span.flatMap((token) => termOf(token, language) ?? []);
}

/** Drops the country that every article is about, unless nothing else is asked; each unit once. */
function telling(units: readonly Unit[]): Unit[] {
  const once = [
    ...Map.groupBy(units, (unit) =>
      [...unit.concepts, ...(unit.concepts.length ? [] : unit.terms)].join(),
    ).values(),
  ].flatMap((same) => same[0] ?? []);
  const rest = once.filter((unit) => !unit.concepts.includes(DOMAIN_CONCEPT));
  return rest.length > 0 ? rest : once;
}
