/** Questions that rest on the one before: what is not said again is carried over. */
import type { FactProfile } from "./fact-profile.ts";
import type { Intent } from "./intents.ts";
import type { Query } from "./question.ts";
import type { Unit } from "./units.ts";

/** What a conversation is about: the questions that led here, and the facts (keys) last quoted. */
export type Thread = { questions: readonly string[]; facts: readonly string[] };

export const NEW_THREAD: Thread = { questions: [], facts: [] };

/** "And …?", "what about …?": the rest of the question before stands. */
const CONTINUING: Record<Query["language"], RegExp> = {
  en: /^(and|what about|how about|same for|or)(?!\p{L})/iu,
  fr: /^(et|qu'en est-il|quid|ou)(?!\p{L})/iu,
  ru: /^(а|и|что насчет|что насчёт|как насчет|как насчёт|или)(?!\p{L})/iu,
};
/** Words that stand for something named before. */
const POINTING: Record<Query["language"], RegExp> = {
  en: /(?<!\p{L})(it|its|they|them|their|he|she|his|her|this|that|these|those|there)(?!\p{L})/iu,
  fr: /(?<!\p{L}|-t-)(il|elle|ils|elles|lui|leur|leurs|cela|ça|celui-ci|celle-ci|cet|cette|ces|y|en)(?!\p{L})/iu,
  ru: /(?<!\p{L})(он|она|оно|они|его|её|ее|их|им|ей|них|ним|ней|нём|нем|этот|эта|это|эти|этого|этой|этих|этом|там)(?!\p{L})/iu,
};
/** Who acts: naming another actor leaves all former ones. */
const ACTORS: ReadonlySet<string> = new Set(["country", "organisation", "person"]);

/** How a question leans on the one before. */
export type Leaning = "none" | "pointing" | "continuing";

/** Whether a question needs the one before it: to continue it, or to know what it points at. */
export function leaningOf(query: Query): Leaning {
  const text = query.text.trim();
  if (CONTINUING[query.language].test(text)) return "continuing";
  if (!query.units.some(isThing)) return "pointing";
  return POINTING[query.language].test(text) ? "pointing" : "none";
}

/** The question with what it leaves unsaid taken from the one before. */
export function followUp(previous: Query, current: Query): Query {
  const carried = carriedBy(previous, current);
  const asksAnew =
    [...current.intents].some((intent) => intent !== "yes-no") || isClosed(current, previous);
  const isCounted = previous.counted !== null && carried.includes(previous.counted);
  return {
    ...current,
    units: [...carried, ...current.units],
    named: new Set(
      [...previous.named].filter((concept) => !askedCategories(current).includes(kindOf(concept))),
    ).union(current.named),
    intents: asksAnew ? current.intents : previous.intents,
    counted: asksAnew ? current.counted : isCounted ? previous.counted : null,
    period: current.period ?? (asksForTime(current) ? null : previous.period),
    after: current.after ?? (asksAnew ? null : previous.after),
  };
}

/** The question without the words that the facts which answered it do not name either. */
export function asAnswered(query: Query, isNamed: (unit: Unit) => boolean): Query {
  return { ...query, units: query.units.filter((unit) => isThing(unit) || isNamed(unit)) };
}

/** What a follow-up leaves unsaid; what it asks for is not known yet. */
export function carriedBy(previous: Query, current: Query): Unit[] {
  const left = new Set([...current.units.flatMap(categoriesLeftBy), ...askedCategories(current)]);
  return previous.units.filter(
    (unit) =>
      !categoriesOf(unit).every((category) => left.has(category)) &&
      // Words are terms of their language; concepts are of all.
      (unit.concepts.length > 0 || previous.language === current.language),
  );
}

const ASKED_CATEGORY: Partial<Record<Intent, string>> = {
  where: "place",
  city: "place",
  mineral: "mineral",
};

/** "Is it binding?" asks something of its own; "and the reserves?" still asks how much. */
function isClosed({ text, language, units }: Query, previous: Query): boolean {
  const isCarried = CONTINUING[language].test(text.trim()) && previous.intents.has("how-much");
  return !isCarried && units.some((unit) => !isThing(unit));
}

/** "And where do the Koreans?" may have the same answer; "and where is it?" has not been told. */
function askedCategories({ intents, units }: Query): string[] {
  if (!units.some(isThing)) return [];
  return [...intents].flatMap((intent) => ASKED_CATEGORY[intent] ?? []);
}

function asksForTime({ intents }: Query): boolean {
  return intents.has("when");
}

/**
 * The question as it may be put to the articles just quoted: they are about what it leaves unsaid,
 * so the facts need not name it again.
 */
export function aboutSameArticles(previous: Query, current: Query): Query {
  const whole = followUp(previous, current);
  // "How much has the EBRD put in" counts no EBRD.
  const counted = whole.counted && isActor(whole.counted) ? null : whole.counted;
  return { ...withAsides(whole, current), counted, period: current.period };
}

function isActor(unit: Unit): boolean {
  return categoriesOf(unit).some((category) => ACTORS.has(category));
}

/** A new topic with the things talked about, as asides. */
export function asTopic(whole: Query, current: Query): Query {
  const { units } = withAsides(whole, current);
  return { ...whole, units: units.filter(isThing), intents: new Set(), counted: null };
}

/** What is carried over need not be said again by the answer. */
function withAsides(whole: Query, current: Query): Query {
  const own = new Set(current.units);
  const units = whole.units.map(
    (unit): Unit => (own.has(unit) ? unit : { ...unit, role: "aside" }),
  );
  return { ...whole, units };
}

/** Whether anything ties a question to the base but the words of its verb. */
export function namesThing(query: Query): boolean {
  return query.units.some(isThing);
}

/** A date, a place or a number can be seen in a fact, whatever the verb that asks for it. */
const VALUES: readonly Intent[] = ["when", "where", "city", "how-much"];

/** Whether a question asks for something that a fact shows by itself, or for a reason alone. */
export function asksForValue({ intents, units }: Query): boolean {
  return units.length === 0 || VALUES.some((intent) => intents.has(intent));
}

/** Whether a question names a thing and asks something of it. */
export function standsAlone(query: Query): boolean {
  return namesThing(query) && query.units.some((unit) => !isThing(unit));
}

/** "Which minerals?" names none. */
const GENERIC: ReadonlySet<string> = new Set(["mineral:minerals", "deal-word:memorandum"]);

export function isThing({ kind, concepts }: Unit): boolean {
  if (concepts.some((concept) => GENERIC.has(concept))) return false;
  return kind === "thing" || kind === "unknown-name";
}

/** Of each category one thing is meant: another country replaces the country. */
function categoriesOf({ kind, concepts }: Unit): string[] {
  if (kind !== "thing") return [concepts.some(isOfDeals) ? "subject" : "said"];
  return [...new Set(concepts.map(kindOf))];
}

/** A roadmap, a plant, a deposit: verbs about it leave it in place. */
function isOfDeals(concept: string): boolean {
  return concept.startsWith("deal-word:");
}

function kindOf(concept: string): string {
  return concept.slice(0, concept.indexOf(":"));
}

function categoriesLeftBy(unit: Unit): string[] {
  const categories = categoriesOf(unit);
  if (categories.includes("subject")) return ["subject", "said"];
  return isActor(unit) ? [...categories, ...ACTORS] : categories;
}

/** Whether a fact itself names a unit. */
export function names(
  { concepts, places }: FactProfile,
  unit: Unit,
  language: Query["language"],
): boolean {
  return (
    unit.concepts.some((concept) => concepts.has(concept)) ||
    unit.terms.some((term) => places[language].has(term))
  );
}
