/** How well a fact fits the kind of answer asked for. */

import { isMineral } from "../../knowledge/concept-kind.ts";
import type { Language } from "../../model.ts";
import type { FactProfile } from "../facts/fact-profile.ts";
import type { Quantity } from "../facts/quantities.ts";
import { saysWhereItLies, tellsWhereItLies } from "../facts/sentence-form.ts";
import type { Query } from "../question/question.ts";
import { asksForDescription, kindAsked } from "./cues.ts";
import { asksForTrader, namesAsked, newNames, tellsWhere } from "./names-asked.ts";

/** From 0 on; about 0.2 is a good fit. */
export function cueBonus(profile: FactProfile, query: Query): number {
  const { intents } = query;
  if (intents.has("except")) return ADDS.test(profile.fact.en) ? 0.1 : 0;
  if (asksForDescription(query)) return descriptionBonus(profile, query);
  if (intents.has("how-much"))
    return (
      quantityBonus(profile, query) + yearlyBonus(profile, query) + newnessBonus(profile, query)
    );
  if (intents.has("why")) return reasonBonus(profile);
  if (intents.has("when")) return timeBonus(profile, query);
  if (asksForHolder(query)) return holderBonus(profile, query);
  return namesBonus(profile, query);
}

/** Who is the minister of industry: one person, now. */
function asksForHolder({ intents }: Query): boolean {
  return intents.has("person") && intents.has("definition");
}

const DEPUTY = "word:deputy";

/** Whoever holds the office here, no deputy of theirs, and the newest first. */
function holderBonus({ offices, ...profile }: FactProfile, query: Query): number {
  const isHeld = [...offices.values()].some(
    ({ concepts }) =>
      concepts.has(HOME) &&
      !concepts.isDisjointFrom(query.named) &&
      concepts.has(DEPUTY) === query.named.has(DEPUTY),
  );
  return isHeld ? HOLDER_BONUS + newness(profile, query) : 0;
}

const HOLDER_BONUS = 0.1;

/** Since when something is so is told with its beginning. */
function timeBonus({ fact }: FactProfile, { text, language }: Query): number {
  if (SINCE_WHEN[language].test(text) && SINCE.test(fact.en)) return 0.3;
  return fact.on ? 0.15 : 0.1;
}

const SINCE_WHEN: Record<Language, RegExp> = {
  en: /\bsince (?:when|what|which)\b|\bhow long has\b/i,
  fr: /(?<!\p{L})depuis (?:quand|quel)/iu,
  ru: /(?<!\p{L})(?:с каких пор|с какого|как давно|с когда)/iu,
};
const SINCE = /\b(?:since|from) (?:\p{Lu}\p{L}+ )?(?:19|20)\d\d\b/u;

/** What tells of more than the thing set aside. */
const ADDS = /\b(also|besides|beyond|other|not limited to|in addition|as well as)\b/i;
const WHY_BONUS = 0.2;

/** An aim answers why it is wanted; why it happened is answered by a cause. */
function reasonBonus({ reasons }: FactProfile): number {
  return WHY_BONUS * Math.max(reasons.cause, AIM * reasons.aim);
}

const AIM = 0.5;

function descriptionBonus(
  { offices, opening, describes, portrays }: FactProfile,
  { named }: Query,
): number {
  const office = Math.max(0, ...[...named].map((concept) => offices.get(concept)?.told ?? 0));
  const isDescribed = !named.isDisjointFrom(describes);
  const described = isDescribed ? 0.2 : named.isDisjointFrom(portrays) ? 0 : 0.1;
  return 0.3 * office + (named.isDisjointFrom(opening) ? 0 : 0.1) + described;
}

/** "Fourteen of the 36 agreements": a number belongs to the noun close behind it more than to one before it. */
const NUMBER_FROM_NOUN = 5;

function quantityBonus({ places, quantities }: FactProfile, query: Query): number {
  const words = query.counted ? [...query.counted.concepts, ...query.counted.terms] : [];
  const at = words
    .map((word) => places[query.language].get(word))
    .find((place) => place !== undefined);
  const kind = kindAsked(query);
  const fitting = quantities[query.language].filter(
    (quantity) => kind === null || quantity.kind === kind,
  );
  if (at === undefined) return fitting.length > 0 ? 0.1 : 0;
  if (query.counted?.concepts.some(isMineral)) return ofMineral(fitting, places[query.language]);
  const ahead = fitting.map((quantity) => at - quantity.at);
  if (ahead.some((words) => words > 0 && words <= NUMBER_FROM_NOUN)) return 0.2;
  return ahead.some((words) => Math.abs(words) <= NUMBER_FROM_NOUN) ? 0.1 : 0;
}

/** Tonnes a year are no reserves. */
function yearlyBonus({ fact }: FactProfile, { text, language }: Query): number {
  return A_YEAR[language].test(text) && A_YEAR.en.test(fact.en) ? 0.1 : 0;
}

const A_YEAR: Record<Language, RegExp> = {
  en: /\b(?:(?:a|per|each|every) year|per annum|annual(?:ly)?|yearly)\b/i,
  fr: /(?<!\p{L})(?:par an|annuel\p{L}*|chaque année)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:в год|ежегодн\p{L}*|годов(?:ой|ая|ое|ую|ые|ых))(?!\p{L})/iu,
};

const NEWNESS_BONUS = 0.2;
/** A figure so old says little of today. */
const OLD_YEARS = 4;
const OF_ONE = /^(?:organisation|place|person):/;

/** How much uranium the country produces is told by the newest figure, whoever has it. */
function newnessBonus(profile: FactProfile, query: Query): number {
  const isOfOne = [...query.named].some((concept) => OF_ONE.test(concept));
  return query.period !== null || isOfOne ? 0 : newness(profile, query);
}

function newness({ dates, article }: Pick<FactProfile, "dates" | "article">, query: Query): number {
  const day = dates.toSorted().at(-1) ?? article.published;
  const years = day ? yearOf(query.today) - yearOf(day) : OLD_YEARS;
  return NEWNESS_BONUS * Math.min(1, Math.max(0, 1 - years / OLD_YEARS));
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** Four mines of lithium tell no amount of it. */
function ofMineral(quantities: readonly Quantity[], places: ReadonlyMap<string, number>): number {
  const tonnes = places.get("word:tonnes");
  if (tonnes === undefined) return 0.05;
  return quantities.some(({ at }) => Math.abs(at - tonnes) <= UNIT_FROM_NUMBER) ? 0.2 : 0.05;
}

/** 1.4 million tonnes. */
const UNIT_FROM_NUMBER = 2;

function placeBonus(profile: FactProfile): number {
  if (saysWhereItLies(profile)) return 0.2;
  return tellsWhereItLies(profile) ? 0.1 : 0;
}

/** Every fact is about it, so that its name tells none from another. */
const HOME = "country:KZ";

/** Who builds is mostly somebody else than the country that all is about. */
const ONLY_HOME_MALUS = 0.1;
/** Names beyond the first make a fuller answer: both who signed. */
const MAX_NAMES = 4;

function namesBonus(profile: FactProfile, query: Query): number {
  const kinds = namesAsked(query);
  if (kinds.length === 0) return 0;
  const names = newNames(profile, query).filter((name) => name !== HOME);
  const count = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length;
  // A place within the country says more than the country.
  const isPlaced = query.intents.has("where") && (count(/^place:/) > 0 || tellsWhere(profile));
  const places = (isPlaced ? 0.1 : 0) + (query.intents.has("where") ? placeBonus(profile) : 0);
  const persons = kinds.some((kind) => kind.test("person:"));
  const asked = Math.max(...kinds.map(count));
  if (query.intents.has("who") && asked === 0) return places - ONLY_HOME_MALUS;
  const preferred = persons ? count(/^person:/) : asked;
  const buyer = asksForTrader(query) && profile.tellsBuyer ? 0.2 : 0;
  return places + buyer + (asked > 0 ? 0.06 : 0) + 0.04 * Math.min(preferred, MAX_NAMES);
}
