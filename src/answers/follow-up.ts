/** Questions that rest on the one before: what is not said again is carried over. */
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
  fr: /(?<!\p{L})(il|elle|ils|elles|lui|leur|leurs|cela|ça|celui-ci|celle-ci|cet|cette|ces|y|en)(?!\p{L})/iu,
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
  const said = new Set(current.units.flatMap((unit) => categoriesLeftBy(unit)));
  const carried = previous.units.filter(
    (unit) =>
      !said.has(categoryOf(unit)) &&
      // Words are terms of their language; concepts are of all.
      (unit.concepts.length > 0 || previous.language === current.language),
  );
  const asksAnew = [...current.intents].some((intent) => intent !== "yes-no");
  return {
    ...current,
    units: [...carried, ...current.units],
    named: previous.named.union(current.named),
    intents: asksAnew ? current.intents : previous.intents,
    counted: asksAnew ? current.counted : previous.counted,
    period: current.period ?? previous.period,
    after: current.after ?? (asksAnew ? null : previous.after),
  };
}

/**
 * The question as it may be put to the articles just quoted: they are about what it leaves unsaid,
 * so the facts need not name it again.
 */
export function aboutSameArticles(previous: Query, current: Query): Query {
  const whole = followUp(previous, current);
  const own = new Set(current.units);
  return {
    ...whole,
    period: current.period,
    units: whole.units.map((unit) => (own.has(unit) ? unit : { ...unit, role: "aside" })),
  };
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

function isThing({ kind }: Unit): boolean {
  return kind === "thing" || kind === "unknown-name";
}

/** Of each category one thing is meant: another country replaces the country. */
function categoryOf({ kind, concepts }: Unit): string {
  const [first = ""] = concepts;
  return kind === "thing" ? first.slice(0, first.indexOf(":")) : "said";
}

function categoriesLeftBy(unit: Unit): string[] {
  const category = categoryOf(unit);
  return ACTORS.has(category) ? [...ACTORS] : [category];
}
