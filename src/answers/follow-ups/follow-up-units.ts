/** What a question takes over from the ones before it, and what it replaces. */
import type { FactProfile } from "../facts/fact-profile.ts";
import type { Query } from "../question/question.ts";
import type { Unit } from "../question/units.ts";

/** "Which minerals?" names none. */
const GENERIC: ReadonlySet<string> = new Set(["mineral:minerals", "deal-word:memorandum"]);

export function isThing({ kind, concepts }: Unit): boolean {
  if (concepts.some((concept) => GENERIC.has(concept))) return false;
  return kind === "thing" || kind === "unknown-name";
}

/** Whether anything ties a question to the base but the words of its verb. */
export function namesThing(query: Query): boolean {
  return query.units.some(isThing);
}

/** Whether a question names a thing and asks something of it. */
export function standsAlone(query: Query): boolean {
  return namesThing(query) && query.units.some((unit) => !isThing(unit));
}

/**
 * The units of `previous` that `current` leaves in place. One that goes on ("and Japan?") puts its
 * things in the place of those of their kind; one that only points ("who owns Inkai's share in
 * it?") adds them.
 */
export function carriedBy(previous: Query, current: Query, isContinuing: boolean): Unit[] {
  const replaced = new Set(current.units.flatMap((unit) => replacedBy(unit, isContinuing)));
  return previous.units.filter(
    (unit) =>
      !categoriesOf(unit).every((category) => replaced.has(category)) &&
      // Words are terms of their language; concepts are of all.
      (unit.concepts.length > 0 || previous.language === current.language),
  );
}

/** Who acts: naming another actor leaves all former ones. */
const ACTORS: readonly string[] = ["country", "organisation", "person"];
/** What is written and signed: a roadmap takes the place of a memorandum. */
const DOCUMENTS: ReadonlySet<string> = new Set([
  "deal-word:agreement",
  "deal-word:memorandum",
  "deal-word:roadmap",
]);

/** Of each category one thing is meant: another country replaces the country. */
function categoriesOf({ kind, concepts }: Unit): string[] {
  if (concepts.some((concept) => DOCUMENTS.has(concept))) return ["document"];
  if (kind === "unknown-name") return ["organisation"];
  if (kind !== "thing") return [isSubject(concepts) ? "subject" : "said"];
  return [...new Set(concepts.map((concept) => MATTERS[kindOf(concept)] ?? kindOf(concept)))];
}

/** What is mined or made of it: batteries take the place of lithium. */
const MATTERS: Record<string, string> = {
  mineral: "matter",
  "deal-word": "matter",
  word: "matter",
};

/** What may be talked about without a name: what is asked of it leaves it in place. */
const SUBJECTS: ReadonlySet<string> = new Set([
  "deal-word:deposit",
  "deal-word:discovery",
  "deal-word:joint-venture",
  "deal-word:law",
  "deal-word:meeting",
  "deal-word:mining-operations",
  "deal-word:plant",
  "deal-word:programme",
  "deal-word:referendum",
  "deal-word:summit",
  "deal-word:supply-chain",
  "deal-word:talks",
  "deal-word:visit",
  "word:project",
  "word:company",
]);

export function isSubject(concepts: readonly string[]): boolean {
  return concepts.some((concept) => SUBJECTS.has(concept));
}

export function kindOf(concept: string): string {
  return concept.slice(0, concept.indexOf(":"));
}

function replacedBy(unit: Unit, isContinuing: boolean): string[] {
  const categories = categoriesOf(unit);
  if (categories.includes("subject") || categories.includes("document"))
    return [...categories, "said"];
  if (!categories.some((category) => ACTORS.includes(category))) return categories;
  return isContinuing ? [...categories, ...ACTORS] : [];
}

export function isActor(unit: Unit): boolean {
  return categoriesOf(unit).some((category) => ACTORS.includes(category));
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
