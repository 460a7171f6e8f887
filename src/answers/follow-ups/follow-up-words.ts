/** What a follow-up says itself, and how much of it an answer must repeat. */
import type { FactProfile } from "../facts/fact-profile.ts";
import type { Intent } from "../question/intents.ts";
import type { Query } from "../question/question.ts";
import type { Unit } from "../question/units.ts";
import { asksForValue, leftBy } from "./follow-up.ts";
import { isSubject, names } from "./follow-up-units.ts";

/** The words that an answer among these facts must tell; what only tells which thing is meant weighs less. */
export function wordsToTell({
  alone,
  last,
  pool,
  isHeard,
}: {
  alone: Query;
  last: Query;
  pool: readonly FactProfile[];
  isHeard: (unit: Unit, query: Query) => boolean;
}): Unit[] {
  // Words that no fact there uses are paraphrases where a value shows the answer.
  const isToldThere = (unit: Unit) =>
    unit.kind !== "term" ||
    (isHeard(unit, alone) && pool.some((profile) => names(profile, unit, alone.language)));
  const said = alone.units
    .filter((unit) => !TIMES.test(unit.label) && !isLight(unit, alone))
    .map((unit) => asStaff(unit, alone))
    .filter((unit) => !asksForValue(alone) || isToldThere(unit));
  return lessForRepeated(said, { alone, last });
}

/** A word outside the vocabulary may be said otherwise where a value shows the answer. */
export function withoutParaphrases(said: readonly Unit[], alone: Query): Unit[] {
  const understood = said.filter(({ kind }) => kind !== "term");
  return asksForValue(alone) && understood.length > 0 ? understood : [...said];
}

/** What the question leaves unsaid; where something is does not hang on what was said of it. */
export function unsaidBy(alone: Query, last: Query): Unit[] {
  const carried = leftBy(last, alone);
  return alone.intents.has("where") ? carried.filter(({ kind }) => kind === "thing") : carried;
}

/** "A year earlier", "в год": words of time tell no subject. */
const TIMES =
  /^(years?|months?|days?|annual|annually|yearly|earlier|later|previous|ans?|années?|mois|jours?|tôt|tard|précédente?|suivante?|год|года|году|лет|месяц\p{L}*|день|дня|раньше|ранее|позже|позднее|предыдущ\p{L}+|следующ\p{L}+)$/iu;

/** What the kind of answer tells by itself: where something is located, how much money. */
const LIGHT: Partial<Record<Intent, ReadonlySet<string>>> = {
  where: new Set(["word:located"]),
  when: new Set(["word:host", "word:deadline"]),
  "how-much": new Set(["word:money", "word:amount", "word:quantity", "word:number"]),
};

function isLight({ concepts }: Unit, { intents }: Query): boolean {
  return [...intents].some((intent) => concepts.some((concept) => LIGHT[intent]?.has(concept)));
}

const PEOPLE = /^(people|persons|gens|personnes|человек|людей|народу)$/i;
/** People are counted as employees, seldom as people. */
const STAFF: readonly string[] = ["word:employee", "word:job"];

function asStaff(unit: Unit, { intents }: Query): Unit {
  const isCounted = intents.has("how-much") && PEOPLE.test(unit.label);
  return isCounted ? { ...unit, kind: "word", concepts: STAFF } : unit;
}

/** What was said before already only tells which thing is meant; the rest must be told. */
function lessForRepeated(
  said: readonly Unit[],
  { alone, last }: { alone: Query; last: Query },
): Unit[] {
  const before = new Set(last.units.flatMap(({ concepts }) => concepts));
  const isNew = (unit: Unit) =>
    unit === alone.counted ||
    (!unit.concepts.some((concept) => before.has(concept)) &&
      (unit.kind === "thing" || !isSubject(unit.concepts)));
  if (!said.some(isNew)) return [...said];
  return said.map((unit) => (isNew(unit) ? unit : { ...unit, role: "aside" }));
}
