/** The things and words that a question names, each of which a fact may name too. */

import { organisationsOf } from "../../knowledge/accepted-concepts.ts";
import type { ConceptKind } from "../../knowledge/concept.ts";
import { isCountry, isMineral } from "../../knowledge/concept-kind.ts";
import { isCapitalised, type Token } from "../../knowledge/tokens.ts";
import type { Mention, Vocabulary } from "../../knowledge/vocabulary.ts";
import type { Language } from "../../model.ts";
import { isScale, numberOf } from "../facts/quantities.ts";
import { termOf } from "../search/analyzer.ts";
import { soundingLike } from "../search/sounds.ts";

/** One thing that the question names: any of these concepts, or this term. */
export type Unit = {
  kind: "thing" | "word" | "term" | "unknown-name";
  /** The concepts that it may mean; empty for a term and for a name that the base does not know. */
  concepts: readonly string[];
  /** The analysed terms of its words. */
  terms: readonly string[];
  /** Its words as the person wrote them. */
  label: string;
  /** The digits of a number or number word, else null. */
  value: string | null;
  /**
   * `aside`: in brackets or a clause of time; `excluded`: set aside, as in "besides mining", "apart
   * from Paris"; `aspect`: what two things are compared by.
   */
  role: "part" | "aside" | "excluded" | "aspect";
};

/** What units are read with. */
export type UnitReading = {
  vocabulary: Vocabulary;
  language: Language;
  /** Whether a term stands in the base. */
  isKnown: (term: string, language: Language) => boolean;
};

/** Every article is about this country, and "country" tells nothing either. */
const EMPTY_CONCEPTS: ReadonlySet<string> = new Set(["country:KZ", "word:state"]);
/** Words that name a subject as a mineral does: a fact about another subject is no answer. */
const SUBJECTS: ReadonlySet<string> = new Set([
  "deal-word:electric-vehicles",
  "deal-word:batteries",
  "deal-word:nuclear-plant",
  "deal-word:memorandum",
  "word:wind-power",
  "word:artificial-intelligence",
  "word:hydrogen",
]);
const THING_KINDS: ReadonlySet<ConceptKind> = new Set([
  "mineral",
  "country",
  "organisation",
  "person",
  "place",
]);

/** The unit of a recognised mention; none where it names no more than a question word. */
export function unitOfMention(
  mention: Mention,
  span: readonly Token[],
  { vocabulary, language }: UnitReading,
): Unit | null {
  const concepts = mention.concepts.filter((concept) => !concept.startsWith("question-word:"));
  if (concepts.length === 0) return null;
  const things = concepts.filter((concept) => isThing(concept, vocabulary));
  return {
    kind: things.length > 0 ? "thing" : "word",
    concepts: things.length > 0 ? things : concepts,
    terms: span.flatMap((token) => termOf(token, language) ?? []),
    label: span.map((token) => token.raw).join(" "),
    value: null,
    role: "part",
  };
}

/** A word outside the vocabulary; a name that the base does not know either may be spelt by ear. */
export function unitOfWord(token: Token, reading: UnitReading): Unit | null {
  const { vocabulary, language, isKnown } = reading;
  const term = termOf(token, language);
  // How many billions: what is counted is said by another word, or is money.
  if (term === null || isScale(token.text)) return null;
  const isInBase = isKnown(term, language);
  const isName = !isInBase && token.start > 0 && isCapitalised(token.raw);
  const concepts = isName ? soundingLike(token.text, vocabulary) : [];
  const kind = concepts.length > 0 ? "thing" : isName ? "unknown-name" : "term";
  const value = numberOf(token, language);
  return { kind, concepts, terms: [term], label: token.raw, value, role: "part" };
}

/** A stem this short is that of several words: the base knows гал of another word than галий. */
const MAX_COLLIDING_TERM = 3;

/** What a word means that neither vocabulary nor base know as it is written. */
export function readMisspelt(
  tokens: readonly Token[],
  at: number,
  { vocabulary, language, isKnown }: UnitReading,
): Mention | undefined {
  const token = tokens[at];
  const term = token && termOf(token, language);
  if (!token || !term || token.isNumber) return undefined;
  if (term.length > MAX_COLLIDING_TERM && isKnown(term, language)) return undefined;
  const concepts = vocabulary.resembling(token.text);
  return concepts.length > 0 ? { from: at, to: at + 1, concepts } : undefined;
}

/** Who buys Kazakh titanium: none of the Kazakh companies. */
export function barredNames(units: readonly Unit[], vocabulary: Vocabulary): ReadonlySet<string> {
  if (!units.some(({ concepts }) => concepts.some((concept) => BUYING.has(concept))))
    return new Set();
  const origins = units.flatMap(({ concepts }, at) => {
    const isOrigin = [units[at - 1], units[at + 1]].some((beside) =>
      beside?.concepts.some(isMineral),
    );
    return isOrigin ? concepts.filter(isCountry) : [];
  });
  return new Set(origins.flatMap((country) => organisationsOf(country, vocabulary)));
}

const BUYING: ReadonlySet<string> = new Set(["word:buy", "word:customer", "word:import"]);

/** Whether a fact has to name a unit of this role. */
export function isDemanded(role: Unit["role"]): boolean {
  return role === "part";
}

/** Each unit once, without those that tell no fact from another, unless nothing else is named. */
export function tellingUnits(units: readonly Unit[]): Unit[] {
  const once = [
    ...Map.groupBy(units, (unit) =>
      (unit.concepts.length > 0 ? unit.concepts : unit.terms).join(),
    ).values(),
  ].flatMap((same) => same[0] ?? []);
  const rest = once.filter((unit) => !unit.concepts.some((concept) => EMPTY_CONCEPTS.has(concept)));
  return rest.some((unit) => unit.role !== "excluded") ? rest : once;
}

const COST: ReadonlySet<string> = new Set(["word:cost", "word:value"]);

/** The cost of a mineral, and of nothing made of it, is its price: what is a tonne of it worth. */
export function readCostAsPrice(units: readonly Unit[]): Unit[] {
  const isCost = ({ concepts }: Unit) => concepts.some((each) => COST.has(each));
  const named = units.filter(
    (unit) => unit.concepts.length > 0 && !isCost(unit) && !unit.concepts.includes("word:tonnes"),
  );
  const isOfMineral = named.length > 0 && named.every(({ concepts }) => concepts.some(isMineral));
  if (!isOfMineral) return [...units];
  return units.map((unit) => (isCost(unit) ? { ...unit, concepts: ["word:price"] } : unit));
}

function isThing(concept: string, vocabulary: Vocabulary): boolean {
  if (SUBJECTS.has(concept)) return true;
  const kind = vocabulary.concepts.get(concept)?.kind;
  return kind !== undefined && THING_KINDS.has(kind);
}
