/** Questions that rest on the one before: what is not said again is carried over. */

import type { Intent } from "../question/intents.ts";
import type { Query } from "../question/question.ts";
import type { Unit } from "../question/units.ts";
import { carriedBy, isActor, isThing, kindOf, namesThing } from "./follow-up-units.ts";

/** What a conversation is about. */
export type Thread = {
  /** The questions that led here. */
  questions: readonly string[];
  /** The facts (keys), or articles (ids) of an edition, last shown, in their order. */
  facts: readonly string[];
  /** What was shown before these. */
  shown: readonly string[];
  /** The items of the list or edition last shown, of which one may be asked about, in order. */
  items: readonly string[];
};

export const NEW_THREAD: Thread = { questions: [], facts: [], shown: [], items: [] };

/** "And …?", "what about …?": the rest of the question before stands. */
const CONTINUING: Record<Query["language"], RegExp> = {
  en: /^(and|what about|how about|same for|or|but|only|just)(?!\p{L})/iu,
  fr: /^(et|qu'en est-il|quid|ou|mais|seulement|uniquement|même question)(?!\p{L})/iu,
  ru: /^(а|и|что насчет|что насчёт|как насчет|как насчёт|или|но|только|то же)(?!\p{L})/iu,
};
/** Words that stand for something named before; this year and that it is are none. */
const POINTING: Record<Query["language"], RegExp> = {
  en: /(?<!\p{L})(it|its|they|them|their|he|she|his|her|there|(?:this|that|these|those)(?! (?:year|month|week|day|decade|century)s?\b)|which ones?|the (?:other|rest|same)|(?:the|which) one)(?!\p{L})/iu,
  fr: /(?<!\p{L}|-)(il|elle|ils|elles|lui|leur|leurs|cela|ça|celui-ci|celle-ci|celui-là|celle-là|y(?! a)|qu['’]en|en (?=(?:est|sont|a|ont|fait|pense|dit)(?!\p{L}))|lequel|laquelle|lesquels|lesquelles|(?:cet|cette|ces|ce) (?!année|mois|semaine|jour|est|sont|soir|matin|siècle|que|qui))/iu,
  ru: /(?<!\p{L})(он|она|оно|они|его|её|ее|их|им|ей|них|ним|ней|нём|нем|там|туда|оттуда|который из|какой из|(?:этот|эта|это|эти|этого|этой|этих|этом|этому)(?! (?:год|месяц|недел|день)))(?!\p{L})/iu,
};

/** How a question leans on the one before. */
export type Leaning = "none" | "pointing" | "continuing";

/** Whether a question needs the one before it: to continue it, or to know what it points at. */
export function leaningOf(query: Query): Leaning {
  if (isContinuing(query)) return "continuing";
  if (asksForNews(query)) return "none";
  if (!namesThing(query)) return "pointing";
  return pointsBack(query) ? "pointing" : "none";
}

/** "What was new in October 2025?" is whole, although it names no thing. */
function asksForNews({ intents, period, units }: Query): boolean {
  return intents.has("latest") && period !== null && units.length === 0;
}

/** Whether a word of the question stands for something said before. */
export function pointsBack({ text, language }: Query): boolean {
  return POINTING[language].test(text) || (language === "fr" && INVERTED.test(text.trim()));
}

/** "Que veut-il ?": no noun before the verb, for which the pronoun behind it would stand. */
const INVERTED =
  /^(?:(?:et|mais|ou|quand|où|comment|pourquoi|combien|que|à|avec|pour|de|depuis|en|sur|qui|quoi|quell?e?s?(?: [\p{L}]+)?|lui|leur|qu['’]|s['’]|l['’]|d['’]|n['’])\s*)*(?!y a)\p{L}+-(?:t-)?(?:il|elle|ils|elles)(?!\p{L})/iu;

function isContinuing({ text, language }: Query): boolean {
  return CONTINUING[language].test(text.trim());
}

/** The question with what it leaves unsaid taken from the one before. */
export function followUp(previous: Query, current: Query): Query {
  const carried = leftBy(previous, current);
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
    period: current.period ?? (leavesTime(current) ? null : previous.period),
    after: current.after ?? (asksAnew ? null : previous.after),
  };
}

/** "And zinc?" and "why?" ask of the same time; "how many people work there?" does not. */
function leavesTime(current: Query): boolean {
  const { intents } = current;
  if (intents.has("when")) return true;
  return !(intents.has("why") || isContinuing(current) || isBare(current));
}

/** What a follow-up leaves unsaid; what it asks for is not known yet. */
export function leftBy(previous: Query, current: Query): Unit[] {
  const asked = askedCategories(current);
  return carriedBy(previous, current, isContinuing(current)).filter(
    ({ concepts }) =>
      concepts.length === 0 || !concepts.every((each) => asked.includes(kindOf(each))),
  );
}

const ASKED_CATEGORY: Partial<Record<Intent, string>> = {
  where: "place",
  city: "place",
  mineral: "mineral",
};

/** "Is it binding?" asks something of its own; "and the reserves?" still asks how much. */
function isClosed(current: Query, previous: Query): boolean {
  const isCarried = isContinuing(current) && previous.intents.has("how-much");
  return !isCarried && current.units.some((unit) => !isThing(unit));
}

/** "And where do the Koreans?" may have the same answer; "and where is it?" has not been told. */
function askedCategories({ intents, units }: Query): string[] {
  if (!units.some(isThing)) return [];
  return [...intents].flatMap((intent) => ASKED_CATEGORY[intent] ?? []);
}

/** The question without the words that the facts which answered it do not name either. */
export function asAnswered(query: Query, isNamed: (unit: Unit) => boolean): Query {
  return { ...query, units: query.units.filter((unit) => isThing(unit) || isNamed(unit)) };
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

/** A date, a place or a number can be seen in a fact, whatever the verb that asks for it. */
const VALUES: readonly Intent[] = ["when", "where", "city", "how-much", "why"];

/** Whether a question asks for something that a fact shows by itself, or for a reason alone. */
export function asksForValue(query: Query): boolean {
  return query.units.length === 0 || wantsValue(query);
}

export function wantsValue({ intents }: Query): boolean {
  return VALUES.some((intent) => intents.has(intent));
}

/** Whether a question says no words of its own, only things: "and Italian ones?". */
export function isBare({ units }: Query): boolean {
  return units.every(isThing);
}
