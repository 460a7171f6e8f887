/** Whether a fact names what a question asks the name of: a person, a company, who holds an office. */
import { isCountry, isMineral } from "../../knowledge/concept-kind.ts";
import type { FactProfile } from "../facts/fact-profile.ts";
import { type Intent, intentOfHeadNoun, namesMineralGroup } from "../question/intents.ts";
import type { Query } from "../question/question.ts";
import type { Unit } from "../question/units.ts";

/** The kinds of concept that answer; which, and by name, since the question may name some itself. */
const KINDS: Partial<Record<Intent, RegExp>> = {
  who: /^(person|organisation|country):/,
  person: /^person:/,
  company: /^organisation:/,
  country: /^country:/,
  where: /^(place|country):/,
  city: /^place:/,
  mineral: /^mineral:/,
};

/** Companies and countries trade; a person who speaks of it is not the one who does. */
const TRADERS = /^(organisation|country):/;
const TRADE: ReadonlySet<string> = new Set([
  "word:buy",
  "word:sell",
  "word:import",
  "word:supplier",
  "word:customer",
  "deal-word:supply",
]);

/** What is told of trade by whom something is made for or shipped to. */
const TOLD_BY_BUYER: ReadonlySet<string> = new Set([
  "word:buy",
  "word:sell",
  "word:customer",
  "deal-word:supply",
]);
const TRADERS_NAMED: ReadonlySet<string> = new Set(["word:supplier", "word:customer"]);
const NONE: ReadonlySet<string> = new Set();

/** What kinds of name a question asks for. */
export function namesAsked(query: Query): RegExp[] {
  const isTrade = asksForTrader(query);
  return [...query.intents].flatMap((intent) =>
    isTrade && (intent === "who" || intent === "what") ? TRADERS : (KINDS[intent] ?? []),
  );
}

/** Who buys or sells; which customers there are. */
export function asksForTrader({ intents, units }: Pick<Query, "intents" | "units">): boolean {
  const words = intents.has("who") ? TRADE : intents.has("what") ? TRADERS_NAMED : NONE;
  return units.some(({ concepts }) => concepts.some((concept) => words.has(concept)));
}

/** Names of no one mineral, and of the country that all is about. */
const GROUPS: ReadonlySet<string> = new Set([
  "mineral:minerals",
  "mineral:critical-minerals",
  "mineral:rare-metals",
]);

/** Whether a fact tells by a buyer what these words ask: "makes titanium for Boeing". */
export function tellsByBuyer(
  concepts: readonly string[],
  { tellsBuyer }: FactProfile,
  query: Query,
): boolean {
  const isTrade = concepts.some((concept) => TOLD_BY_BUYER.has(concept));
  return isTrade && tellsBuyer && asksForTrader(query);
}

/** What the fact names and the question does not. */
export function newNames(
  { concepts, setting, venue }: FactProfile,
  { named, barred, intents }: Query,
): string[] {
  const told = intents.has("who") ? concepts.difference(setting) : concepts;
  const isOfMeeting = !intents.has("city") || !named.isDisjointFrom(MEETINGS);
  const placed = isOfMeeting ? told : told.difference(venue);
  return [...placed.difference(named).difference(barred)].filter((concept) => !GROUPS.has(concept));
}

/** Of these, the city is where people met; of a plant it is not. */
const MEETINGS: ReadonlySet<string> = new Set([
  "deal-word:visit",
  "deal-word:summit",
  "deal-word:talks",
  "deal-word:meeting",
  "word:meet",
  "word:negotiate",
  "word:say",
  "word:announce",
  "word:sign",
]);

export function hasAskedNames(profile: FactProfile, query: Query): boolean {
  if (isBuyingBarred(profile, query) || isAnotherTraded(profile, query)) return false;
  if (query.intents.has("where") && tellsWhere(profile)) return true;
  const names = newNames(profile, query);
  return namesAsked(query).every((kind) => names.some((name) => kind.test(name)));
}

/** "Kazakhstan's UKTMP commits to buying": who buys there is the one that sells here. */
function isBuyingBarred({ concepts, opening }: FactProfile, { barred }: Query): boolean {
  return concepts.has("word:buy") && !opening.isDisjointFrom(barred);
}

const STAKE = "deal-word:stake";
/** No company or mine, which may be bought. */
const OF_METAL = /^(?:mineral|country|word|deal-word):/;

/** Whoever asks who buys a metal does not ask who buys the company that makes it, nor another metal. */
function isAnotherTraded(profile: FactProfile, query: Query): boolean {
  const isOfMetal = [...query.named].every((concept) => OF_METAL.test(concept));
  if (!asksForTrader(query) || !isOfMetal) return false;
  if (!tellsOfMetal(profile, query)) return true;
  return !query.named.has(STAKE) && isOfStake(profile);
}

/** What an article on lithium says of ore is not told of lithium. */
function tellsOfMetal({ concepts }: FactProfile, { named }: Query): boolean {
  const metals = [...named].filter(isMineral);
  return metals.length === 0 || metals.some((metal) => GROUPS.has(metal) || concepts.has(metal));
}

function isOfStake({ concepts, subject, quantities, fact }: FactProfile): boolean {
  const hasShare = quantities.en.some(({ kind }) => kind === "share");
  return concepts.has(STAKE) || (hasShare && (subject.has(STAKE) || OF_COMPANY.test(fact.en)));
}

/** 51 percent of a Kazakh company. */
const OF_COMPANY = /\bpercent of (?:(?:the|an?|its) )?(?:\p{L}+ ){0,2}(?:company|venture|mine)\b/u;

/** Places that the vocabulary does not know, and events: near Kurchatov, at a conference. */
const WHERE =
  /\b(?:in|at|near|on|beside|outside|to) (?:the )?(?!Kaza|January|February|March|April|May|June|July|August|September|October|November|December)\p{Lu}|\bat an? \p{L}+/u;

export function tellsWhere({ fact }: FactProfile): boolean {
  return WHERE.test(fact.en);
}

/** The noun after "which" is told by any name of its kind: which metals, and lithium. */
export function isNounTold(noun: Pick<Unit, "concepts">, profile: FactProfile, query: Query) {
  const isGroup = query.intents.has("mineral") && namesMineralGroup(noun.concepts);
  const intent = isGroup ? "mineral" : intentOfHeadNoun(noun.concepts);
  const kind = intent && query.intents.has(intent) ? KINDS[intent] : undefined;
  return kind !== undefined && newNames(profile, query).some((name) => kind.test(name));
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

/** "Who leads the consortium", "whom did its directors meet": more is asked than who holds an office. */
function asksForDeed(units: Query["units"]): boolean {
  return units.some(
    ({ kind, concepts }) =>
      kind === "word" &&
      !concepts.some((concept) => OFFICES.has(concept) || INSTITUTIONS.has(concept)),
  );
}

/** Where an office is held: the director of the plant. */
const INSTITUTIONS: ReadonlySet<string> = new Set([
  "deal-word:plant",
  "word:factory",
  "deal-word:deposit",
  "word:company",
  "word:bank",
  "deal-word:joint-venture",
]);

const ASKS_FOR_HOLDER: readonly Intent[] = ["who", "person", "definition"];

/** Who holds an office is told by a fact that names its holder, for the country asked about. */
export function hasAskedOffice(
  { offices }: FactProfile,
  { intents, named, units }: Query,
): boolean {
  if (!ASKS_FOR_HOLDER.some((intent) => intents.has(intent))) return true;
  // The minister Nurtleu: the office is that of the person named.
  const known = [...offices].filter(([person]) => named.has(person));
  const asked = new Set(
    units
      .flatMap(({ concepts }) => concepts.filter((concept) => OFFICES.has(concept)))
      .filter((office) => !known.some(([, { concepts }]) => concepts.has(office))),
  );
  if (asked.size === 0) return true;
  // Which minister signed: whoever is named must be one, of whatever country.
  const isHolder = ({ concepts }: { concepts: ReadonlySet<string> }) =>
    !asked.isDisjointFrom(concepts);
  if (asksForDeed(units)) return !intents.has("person") || [...offices.values()].some(isHolder);
  const countries = new Set([...named].filter(isCountry));
  return [...offices].some(
    ([person, { concepts }]) =>
      !named.has(person) &&
      !asked.isDisjointFrom(concepts) &&
      (countries.size === 0 || !countries.isDisjointFrom(concepts)),
  );
}
