/** Questions that rest on the one before: what is not said again is carried over. */
import type { Intent } from "./intents.ts";
import type { Query } from "./question.ts";
import type { Unit } from "./units.ts";

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
  ru: /(?<!\p{L})(он|она|оно|они|его|её|ее|их|им|ей|этот|эта|это|эти|этого|этой|этих|этом|там)(?!\p{L})/iu,
};
/** What a question may consist of and still say nothing of its own subject. */
const BARE: ReadonlySet<Intent> = new Set([
  "why",
  "when",
  "where",
  "who",
  "how",
  "how-much",
  "what",
]);

/** Whether a question cannot be understood without the one before it. */
export function isFollowUp(query: Query): boolean {
  const text = query.text.trim();
  if (CONTINUING[query.language].test(text)) return true;
  const things = query.units.filter(
    (unit) => unit.kind === "thing" || unit.kind === "unknown-name",
  );
  if (things.length > 0) return false;
  if (query.units.length === 0) return [...query.intents].some((intent) => BARE.has(intent));
  return POINTING[query.language].test(text);
}

/** The question with what it leaves unsaid taken from the one before. */
export function followUp(previous: Query, current: Query): Query {
  const said = new Set(current.units.map(categoryOf));
  const isNewPredicate = current.units.some((unit) => categoryOf(unit) === "said");
  const carried = previous.units.filter(
    (unit) =>
      !said.has(categoryOf(unit)) &&
      (categoryOf(unit) !== "said" || !isNewPredicate) &&
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

/** Of each category one thing is meant: another country replaces the country. */
function categoryOf({ kind, concepts }: Unit): string {
  const [first = ""] = concepts;
  return kind === "thing" ? first.slice(0, first.indexOf(":")) : "said";
}
