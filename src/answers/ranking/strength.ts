/** How much each unit of a question weighs, and how strongly a fact names it. */
import { acceptedConcepts, bearersOf, organisationsOf } from "../../knowledge/accepted-concepts.ts";
import type { Vocabulary } from "../../knowledge/vocabulary.ts";
import type { FactProfile } from "../facts/fact-profile.ts";
import type { Query } from "../question/question.ts";
import type { Unit } from "../question/units.ts";
import type { SearchIndex } from "../search/search-index.ts";
import { tellsByBuyer } from "./names-asked.ts";
import { REQUIRED_WORDS } from "./required-words.ts";

/** A unit with its weight and the words of the base that it may stand for. */
export type WeighedUnit = Unit & {
  weight: number;
  accepted: ReadonlySet<string>;
  knownTerms: readonly string[];
};

/** A headline tells what the article is about, but the fact will be quoted without it. */
export const HEADLINE_STRENGTH = 0.4;
const ACCEPTED_STRENGTH = 0.9;
const CORRECTED_STRENGTH = 0.85;
/** What stands in a clause of time is not what the sentence tells. */
const SETTING_STRENGTH = 0.8;
/** An aim or interest is mostly told without the word: "in order to secure…". */
const AIMS: ReadonlySet<string> = new Set(["word:goal", "word:reason", "word:want"]);
const REASON_STRENGTH = 0.8;
const BUYER_STRENGTH = 0.8;
/** What the fact is looked up by is meant, and not said. */
export const SEARCH_TERM_STRENGTH = 0.55;
/**
 * A thing is what the question is about. A word outside the vocabulary may be said otherwise in
 * the base, and one that the base never uses is more often a paraphrase than a subject.
 */
const WEIGHT_BY_KIND: Record<Unit["kind"], number> = {
  thing: 1,
  "unknown-name": 1,
  word: 0.85,
  term: 0.6,
};
const UNHEARD = 0.45;
/** What is set aside need not be named at all. */
const WEIGHT_BY_ROLE: Record<Unit["role"], number> = {
  part: 1,
  aside: 0.3,
  aspect: 0.5,
  excluded: 0,
};
const MIN_WEIGHT = 0.1;
/** The stem of a shorter name is a letter away from that of another word: Empire, Emirates. */
const MIN_NAME_TO_CORRECT = 6;
/** A word of one fact among a thousand says no more about the question than one among a hundred. */
const MAX_IDF = 4;

/** Weighs a unit by its rarity in the base (idf) and by its kind. */
export function weigh({
  unit,
  query,
  index,
  vocabulary,
}: {
  unit: Unit;
  query: Query;
  index: SearchIndex;
  vocabulary: Vocabulary;
}): WeighedUnit {
  const { language } = query;
  const size = index.size(language);
  const isTooShort = (term: string) =>
    unit.kind === "unknown-name" && term.length < MIN_NAME_TO_CORRECT;
  const correct = (term: string) =>
    index.known(term, language).filter((word) => word === term || !isTooShort(term));
  const accepted = new Set(
    unit.concepts.flatMap((concept) => [
      ...acceptedConcepts(concept, vocabulary),
      ...organisationsOf(concept, vocabulary),
      ...(concept.startsWith("word:") ? bearersOf(concept, vocabulary) : []),
    ]),
  );
  const knownTerms = unit.concepts.length > 0 ? [] : unit.terms.flatMap((term) => correct(term));
  const words = unit.concepts.length > 0 ? unit.concepts : knownTerms;
  const frequency = Math.min(
    size,
    words.reduce((sum, word) => sum + index.frequency(word, language), 0),
  );
  const idf = Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
  const isUnheard = unit.kind === "term" && frequency === 0;
  const factor = isUnheard ? UNHEARD : WEIGHT_BY_KIND[unit.kind];
  const rarity = Math.max(Math.min(idf, MAX_IDF), MIN_WEIGHT);
  const weight = rarity * factor * WEIGHT_BY_ROLE[unit.role];
  return { ...unit, accepted, knownTerms, weight };
}

/** From 0 to 1: 1 where the fact names the unit, less where it names what stands for it. */
export function strength(unit: WeighedUnit, profile: FactProfile, query: Query): number {
  const named = strengthInFact(unit, profile, query);
  // The cause is told apart from what it caused, which the headline names.
  const isCause =
    query.intents.has("why") &&
    profile.givesReason &&
    !unit.concepts.some((concept) => REQUIRED_WORDS.has(concept));
  if (isCause && named === HEADLINE_STRENGTH) return REASON_STRENGTH;
  return named < SEARCH_TERM_STRENGTH && isLookedUpBy(unit, profile, query)
    ? SEARCH_TERM_STRENGTH
    : named;
}

/** A number, and what a fact has to tell itself, no other word stands for. */
function isLookedUpBy(
  { concepts, terms, knownTerms, value }: WeighedUnit,
  { searchTerms }: FactProfile,
  { language }: Query,
): boolean {
  if (value !== null || concepts.some((concept) => REQUIRED_WORDS.has(concept))) return false;
  const found = searchTerms[language];
  if (concepts.length > 0) return concepts.some((concept) => found.has(concept));
  return terms.every((term) => found.has(term)) || knownTerms.some((term) => found.has(term));
}

function strengthInFact(unit: WeighedUnit, profile: FactProfile, query: Query): number {
  const { language } = query;
  if (unit.concepts.length > 0) {
    const told = unit.concepts.every(isMistakable) ? profile.certain : profile.concepts;
    const named = unit.concepts.filter((concept) => told.has(concept));
    if (named.length > 0)
      return named.every((concept) => profile.setting.has(concept)) ? SETTING_STRENGTH : 1;
    if (profile.givesReason && unit.concepts.some((concept) => AIMS.has(concept)))
      return REASON_STRENGTH;
    if (isAccepted(unit, told, profile)) return ACCEPTED_STRENGTH;
    if (tellsByBuyer(unit.concepts, profile, query)) return BUYER_STRENGTH;
    return some(unit.accepted, profile.subject) ? HEADLINE_STRENGTH : 0;
  }
  const places = profile.places[language];
  if (unit.terms.every((term) => places.has(term))) return 1;
  if (unit.value !== null) return hasNumber(profile, unit.value, language) ? 1 : 0;
  if (unit.knownTerms.some((term) => places.has(term))) return CORRECTED_STRENGTH;
  const headline = profile.headlineTerms[language];
  return unit.terms.every((term) => headline.has(term)) ? HEADLINE_STRENGTH : 0;
}

/** "Before the end of 2025" ends nothing. */
function isAccepted(
  { accepted }: WeighedUnit,
  told: ReadonlySet<string>,
  { setting }: FactProfile,
): boolean {
  if (!some(accepted, told)) return false;
  return [...accepted].some((concept) => told.has(concept) && !setting.has(concept));
}

/** Their names are other words' forms in the next language: индия is indium's and India. */
function isMistakable(concept: string): boolean {
  return /^(?:mineral|country):/.test(concept);
}

/** In thousands, millions or written out: 30.5 and 30,500. */
const SCALES = [1, 1e3, 1e6, 1e9];

/** Sixteen is 16, but the term of a year says more than its number. */
function hasNumber({ quantities }: FactProfile, value: string, language: Query["language"]) {
  return quantities[language].some((quantity) =>
    SCALES.some(
      (scale) =>
        quantity.value === String(Number(value) * scale) ||
        value === String(Number(quantity.value) * scale),
    ),
  );
}

function some(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return !left.isDisjointFrom(right);
}
