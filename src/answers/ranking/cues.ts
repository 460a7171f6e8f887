/** Whether a fact tells the kind of thing that a question asks for: a name, a date, a number… */
import type { FactProfile } from "../facts/fact-profile.ts";
import type { Quantity } from "../facts/quantities.ts";
import type { Query } from "../question/question.ts";
import { isDemanded, type Unit } from "../question/units.ts";
import { isWithin } from "../time/fact-times.ts";
import { hasAskedNames, hasAskedOffice, tellsByBuyer } from "./names-asked.ts";
import { FORECAST_WORDS, MEASURES, MONEY_WORDS, REQUIRED_WORDS } from "./required-words.ts";
import { HEADLINE_STRENGTH } from "./strength.ts";

/** A unit's place in the question does not matter here, only what it is and how the fact has it. */
type NamedUnit = Pick<Unit, "concepts" | "role" | "kind" | "label"> & { strength: number };

/** Whether the fact has what an answer cannot lack: a number for how much, a name for who. */
export function tellsWhatIsAsked(
  profile: FactProfile,
  query: Query,
  units: readonly NamedUnit[],
): boolean {
  const { intents } = query;
  if (!tellsQuantity(profile, query, units)) return false;
  if (intents.has("when") && !tellsTime(profile, query)) return false;
  if (asksForPrice(query) && NOW.test(query.text)) return false;
  if (query.period !== null && !isWithin(profile, query.period)) return false;
  if (!tellsRequired(profile, query, units)) return false;
  if (!tellsHead(profile, query, units)) return false;
  if (units.some(isOrdinalUntold)) return false;
  if (intents.has("yes-no") && units.some(isInstrumentUntold)) return false;
  if ((intents.has("who") || intents.has("when")) && units.some(isSigningUntold)) return false;
  if (asksForDescription(query)) return true;
  return hasAskedNames(profile, query) && hasAskedOffice(profile, query);
}

/** Who someone is, what something is for: told by a description, not by another name. */
export function asksForDescription({ intents, named, units }: Query): boolean {
  const isOfPerson = [...named].some((concept) => concept.startsWith("person:"));
  const isOfNameAlone = units.length === 1 && units[0]?.kind === "thing";
  if (intents.has("person")) return false;
  return (
    (intents.has("definition") || intents.has("office")) &&
    (isOfPerson || isOfNameAlone || !intents.has("who"))
  );
}

/** Prices move every day, and what was written about them is history. */
function asksForPrice({ units }: Query): boolean {
  return units.some(({ concepts }) => concepts.some((concept) => PRICES.has(concept)));
}

const PRICES: ReadonlySet<string> = new Set(["word:price", "word:stock-exchange"]);
const NOW =
  /(?<!\p{L})(today|now|current|currently|at present|aujourd|maintenant|actuel|en ce moment|сегодня|сейчас|теперь|текущ|нынешн)/iu;

/** Whether there is an agreement is told by no fact without one. */
function isInstrumentUntold({ concepts, role, strength }: NamedUnit): boolean {
  return (
    isDemanded(role) &&
    strength <= HEADLINE_STRENGTH &&
    concepts.some((concept) => INSTRUMENTS.has(concept))
  );
}

/** The third plant is not the second. */
function isOrdinalUntold({ label, role, strength }: NamedUnit): boolean {
  return role === "part" && strength <= HEADLINE_STRENGTH && ORDINAL.test(label);
}

const ORDINAL =
  /^(?:second|third|fourth|deuxième|seconde?|troisième|quatrième|втор\p{L}{2}|трет\p{L}{2,3}|четв[её]рт\p{L}{2})$/iu;

/** Who signed, and when, is told by whoever tells of the signing. */
function isSigningUntold({ concepts, role, strength }: NamedUnit): boolean {
  return role === "part" && concepts.includes("word:sign") && strength <= HEADLINE_STRENGTH;
}

const INSTRUMENTS: ReadonlySet<string> = new Set([
  "deal-word:agreement",
  "deal-word:memorandum",
  "deal-word:joint-venture",
]);

function tellsQuantity(profile: FactProfile, query: Query, units: readonly NamedUnit[]): boolean {
  const { intents, counted } = query;
  if (asksForOutput(query) && !tellsOutput(profile, query)) return false;
  if (!intents.has("how-much") && !asksForMeasure(query)) return true;
  const kinds = new Set(profile.quantities[query.language].map(({ kind }) => kind));
  // What costs money may also be told in tonnes or shares, but nothing is counted in percent.
  if (kindAsked(query) === "count" ? !kinds.has("count") : kinds.size === 0) return false;
  if (asksForPrice(query) && intents.has("how-much") && !kinds.has("money")) return false;
  if (query.after !== null && units.some(isWordUntold)) return false;
  return counted === null || isNamed(counted, units);
}

/** A forecast is of the very thing: that of demand is none of output. */
function isWordUntold({ concepts, role, strength }: NamedUnit): boolean {
  return (
    isDemanded(role) &&
    strength <= HEADLINE_STRENGTH &&
    concepts.some((concept) => FORECAST_WORDS.has(concept))
  );
}

/** Companies are counted, costs are money; null where any number may answer. */
export function kindAsked({ counted, units, intents }: Query): Quantity["kind"] | null {
  if (!intents.has("how-much")) return null;
  const names = (keys: ReadonlySet<string>) => (unit: Pick<Unit, "concepts">) =>
    unit.concepts.some((concept) => keys.has(concept));
  if (counted && names(SHARES)(counted)) return "share";
  if (counted && names(MONEY_WORDS)(counted)) return "money";
  if (counted) return "count";
  return units.some(names(MONEY_WORDS)) ? "money" : null;
}

const SHARES: ReadonlySet<string> = new Set(["word:percentage"]);

function isNamed(counted: { concepts: readonly string[] }, units: readonly NamedUnit[]): boolean {
  const unit = units.find((each) => each.concepts.join() === counted.concepts.join());
  return unit === undefined || counted.concepts.length === 0 || unit.strength > HEADLINE_STRENGTH;
}

/** A step of a timeline tells one of the turns: the shutdown, or the restart. */
function tellsRequired(profile: FactProfile, query: Query, units: readonly NamedUnit[]): boolean {
  const required = units.filter(isRequired);
  const told = required.filter((unit) => isTold(unit, profile, query));
  return query.intents.has("timeline")
    ? told.length > 0 || required.length === 0
    : told.length === required.length;
}

function isRequired({ concepts, role }: NamedUnit): boolean {
  return (
    isDemanded(role) &&
    concepts.length > 0 &&
    concepts.every((concept) => REQUIRED_WORDS.has(concept))
  );
}

/** Whether what a question without a verb is about is told, and not only whose it is. */
function tellsHead(profile: FactProfile, query: Query, units: readonly NamedUnit[]): boolean {
  const { head } = query;
  if (head === null) return true;
  const key = head.concepts.join();
  const unit = units.find(({ role, concepts }) => isDemanded(role) && concepts.join() === key);
  return (
    unit === undefined ||
    unit.strength > HEADLINE_STRENGTH ||
    unit.concepts.some((concept) => isToldOtherwise(concept, profile, query))
  );
}

/** A word that one translation alone has is mostly another word's form. */
function isTold({ concepts, strength }: NamedUnit, profile: FactProfile, query: Query): boolean {
  if (concepts.some((concept) => isToldOtherwise(concept, profile, query))) return true;
  if (strength <= HEADLINE_STRENGTH) return false;
  const { concepts: told, certain, places } = profile;
  const named = concepts.filter((concept) => told.has(concept));
  const isSure = (concept: string) => certain.has(concept) || places[query.language].has(concept);
  return named.length === 0 || named.some(isSure);
}

/** A deadline is told by a date, an owner by the share held, a buyer by whom it is made for. */
function isToldOtherwise(concept: string, profile: FactProfile, query: Query): boolean {
  const { dates, concepts, quantities, looksAhead, fact } = profile;
  if (concept === "word:duration") return SPAN.test(fact.en);
  if (concept === "word:deadline") return dates.length > 0;
  if (concept === "word:intend") return looksAhead;
  if (tellsByBuyer([concept], profile, query)) return true;
  const hasShare = quantities.en.some(({ kind }) => kind === "share");
  if (concept === "word:effect") return hasShare;
  return concept === "word:owner" && hasShare && concepts.has("deal-word:stake");
}

/** "What are the reserves" wants a number; who explores them, or which rank they have, does not. */
function asksForMeasure({ intents, units }: Query): boolean {
  const asksForThing = [...intents].every((intent) => intent === "what" || intent === "list");
  const isRank = units.some(({ concepts }) => concepts.includes("word:rank"));
  const isMeasured = units.some(({ concepts }) =>
    concepts.some((concept) => MEASURES.has(concept)),
  );
  return asksForThing && !isRank && (isMeasured || asksForOutput({ intents, units }));
}

/** Titanium output in 2024: the noun alone asks for its number; "what does it produce" does not. */
function asksForOutput({ intents, units }: Pick<Query, "intents" | "units">): boolean {
  return intents.size === 0 && units.some(({ label }) => OUTPUT.test(label));
}

const OUTPUT =
  /^(output|production|добыч\p{L}|производств\p{L}{1,2}|выпуск\p{L}?|выработк\p{L})$/iu;

/** A capacity is no output, though translations may call it one of production. */
function tellsOutput({ certain }: FactProfile, { named }: Query): boolean {
  const isCapacity = certain.has(CAPACITY) && !named.has(CAPACITY);
  return !isCapacity && !certain.isDisjointFrom(OUTPUT_WORDS);
}

const CAPACITY = "deal-word:capacity";
const OUTPUT_WORDS: ReadonlySet<string> = new Set([
  "deal-word:production",
  "deal-word:mining-operations",
  "word:manufacture",
  "word:extract",
]);

/** A question about the future is answered by a day that is still to come, or a time from now. */
function tellsTime({ dates, looksAhead, fact }: FactProfile, { after }: Query): boolean {
  if (DURATION.test(fact.en) && (after === null || looksAhead)) return true;
  return after === null
    ? dates.length > 0
    : dates.some((date) => date.slice(0, after.length) >= after.slice(0, date.length));
}

/** About fifteen years of output. */
const SPAN = /\b(?:years?|months?|weeks?|days)\b/;

/** Within three and a half years. */
const DURATION = /\b(?:within|in|after|for) (?:[\w-]+ ){1,4}(?:years?|months?|weeks?)\b/;
