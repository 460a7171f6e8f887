/** Whether a fact tells the kind of thing that a question asks for: a name, a date, a number… */
import type { FactProfile } from "./fact-profile.ts";
import type { Intent } from "./intents.ts";
import { calendar, overlaps, type Period } from "./period.ts";
import type { Query } from "./question.ts";
import { MEASURES, REQUIRED_WORDS } from "./required-words.ts";
import { HEADLINE_STRENGTH } from "./strength.ts";
import { isDemanded, type Unit } from "./units.ts";

/** A unit's place in the question does not matter here, only what it is and how the fact has it. */
type NamedUnit = Pick<Unit, "concepts" | "role"> & { strength: number };

/** The kinds of concept that answer; which, and by name, since the question may name some itself. */
const NAMES_ASKED: Partial<Record<Intent, RegExp>> = {
  who: /^(person|organisation|country):/,
  person: /^person:/,
  company: /^organisation:/,
  country: /^country:/,
  where: /^(place|country):/,
  city: /^place:/,
};
const NUMBER_FROM_NOUN = 5;

/** Whether the fact has what an answer cannot lack: a number for how much, a name for who. */
export function tellsWhatIsAsked(
  profile: FactProfile,
  query: Query,
  units: readonly NamedUnit[],
): boolean {
  const { intents, counted } = query;
  const quantities = profile.quantities[query.language];
  if (quantities.length === 0 && (intents.has("how-much") || asksForMeasure(query))) return false;
  if (counted !== null && !isNamed(counted, units)) return false;
  if (intents.has("when") && !tellsTime(profile, query)) return false;
  if (query.period !== null && !isWithin(profile, query.period)) return false;
  if (units.some((unit) => isRequired(unit) && unit.strength <= HEADLINE_STRENGTH)) return false;
  if (asksForDescription(query)) return true;
  return hasAskedNames(profile, query) && hasAskedOffice(profile, query);
}

/** How well the fact fits the kind of answer asked for, from 0 on; about 0.2 is a good fit. */
export function cueBonus(profile: FactProfile, query: Query): number {
  const { intents } = query;
  if (asksForDescription(query)) return descriptionBonus(profile, query);
  if (intents.has("how-much")) return quantityBonus(profile, query);
  if (intents.has("when")) return profile.fact.on ? 0.15 : 0.1;
  if (intents.has("why")) return profile.givesReason ? 0.1 : 0;
  return namesBonus(profile, query);
}

/** Who someone is, what something is for: told by a description, not by another name. */
function asksForDescription({ intents, named }: Query): boolean {
  const isOfPerson = [...named].some((concept) => concept.startsWith("person:"));
  return (
    (intents.has("definition") || intents.has("office")) && (isOfPerson || !intents.has("who"))
  );
}

function descriptionBonus({ offices, opening }: FactProfile, { named }: Query): number {
  const office = Math.max(0, ...[...named].map((concept) => offices.get(concept)?.told ?? 0));
  return 0.3 * office + (named.isDisjointFrom(opening) ? 0 : 0.1);
}

function quantityBonus({ places, quantities }: FactProfile, query: Query): number {
  const words = query.counted ? [...query.counted.concepts, ...query.counted.terms] : [];
  const at = words
    .map((word) => places[query.language].get(word))
    .find((place) => place !== undefined);
  if (at === undefined) return 0.1;
  const isNear = quantities[query.language].some(
    (place) => Math.abs(place - at) <= NUMBER_FROM_NOUN,
  );
  return isNear ? 0.2 : 0;
}

/** Names beyond the first make a fuller answer: both who signed. */
const MAX_NAMES = 4;

function namesBonus(profile: FactProfile, query: Query): number {
  const kinds = namesAsked(query);
  if (kinds.length === 0) return 0;
  const names = newNames(profile, query);
  const count = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length;
  const persons = kinds.some((kind) => kind.test("person:"));
  const asked = Math.max(...kinds.map(count));
  const preferred = persons ? count(/^person:/) : asked;
  return (asked > 0 ? 0.06 : 0) + 0.04 * Math.min(preferred, MAX_NAMES);
}

function hasAskedNames(profile: FactProfile, query: Query): boolean {
  const names = newNames(profile, query);
  return namesAsked(query).every((kind) => names.some((name) => kind.test(name)));
}

const OFFICES: ReadonlySet<string> = new Set([
  "word:president",
  "word:prime-minister",
  "word:minister",
  "word:foreign-affairs",
  "word:ambassador",
  "word:envoy",
  "word:director",
  "word:deputy",
]);

const ASKS_FOR_HOLDER: readonly Intent[] = ["who", "person", "definition"];

/** Who holds an office is told by a fact that names its holder, for the country asked about. */
function hasAskedOffice({ offices }: FactProfile, { intents, named, units }: Query): boolean {
  if (!ASKS_FOR_HOLDER.some((intent) => intents.has(intent))) return true;
  const asked = new Set(
    units.flatMap(({ concepts }) => concepts.filter((concept) => OFFICES.has(concept))),
  );
  if (asked.size === 0) return true;
  const countries = new Set([...named].filter((concept) => concept.startsWith("country:")));
  return [...offices].some(
    ([person, { concepts }]) =>
      !named.has(person) &&
      !asked.isDisjointFrom(concepts) &&
      (countries.size === 0 || !countries.isDisjointFrom(concepts)),
  );
}

function namesAsked({ intents }: Query): RegExp[] {
  return [...intents].flatMap((intent) => NAMES_ASKED[intent] ?? []);
}

/** What the fact names and the question does not. */
function newNames({ concepts, setting }: FactProfile, { named, intents }: Query): string[] {
  const told = intents.has("who") ? concepts.difference(setting) : concepts;
  return [...told].filter((concept) => !named.has(concept));
}

function isNamed(counted: { concepts: readonly string[] }, units: readonly NamedUnit[]): boolean {
  const unit = units.find((each) => each.concepts.join() === counted.concepts.join());
  return unit === undefined || counted.concepts.length === 0 || unit.strength > HEADLINE_STRENGTH;
}

function isRequired({ concepts, role }: NamedUnit): boolean {
  return (
    isDemanded(role) &&
    concepts.length > 0 &&
    concepts.every((concept) => REQUIRED_WORDS.has(concept))
  );
}

/** "What are the reserves" wants a number; "who may explore the reserves" does not. */
function asksForMeasure({ intents, units }: Query): boolean {
  const asksForThing = [...intents].every((intent) => intent === "what" || intent === "list");
  return (
    asksForThing && units.some(({ concepts }) => concepts.some((concept) => MEASURES.has(concept)))
  );
}

/** A question about the future is answered by a day that is still to come. */
function tellsTime({ dates }: FactProfile, { after }: Query): boolean {
  return after === null
    ? dates.length > 0
    : dates.some((date) => date.slice(0, after.length) >= after.slice(0, date.length));
}

/** The time that a fact tells of; where it tells none, the time of its article. */
function isWithin({ dates, article }: FactProfile, period: Period): boolean {
  const told = dates.length > 0 ? dates : article.published ? [article.published] : [];
  return told.some((date) => {
    const days = calendar(date);
    return days !== null && overlaps(days, period);
  });
}
