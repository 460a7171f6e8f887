/** Questions that ask what there is on a subject or of a time, and name nothing else. */
import { acceptedConcepts } from "../../knowledge/accepted-concepts.ts";
import type { Vocabulary } from "../../knowledge/vocabulary.ts";
import type { Language } from "../../model.ts";
import type { FactOutline } from "../facts/fact-outline.ts";
import { isIdle } from "../question/idle-words.ts";
import type { Intent } from "../question/intents.ts";
import type { Query } from "../question/question.ts";
import type { Unit } from "../question/units.ts";
import { isHappeningIn, isPublishedIn } from "../time/fact-times.ts";
import type { Period } from "../time/period.ts";
import { isAbout, type Scored } from "./happenings.ts";
import { isOfDeals, isSelected, isSelection, isStage } from "./stages.ts";

/** What these ask for is whatever there is. */
const OPEN: ReadonlySet<Intent> = new Set([
  "list",
  "latest",
  "timeline",
  "events",
  "what",
  "definition",
]);
const BY_TIME: readonly Intent[] = ["list", "latest", "timeline", "events"];

/** Whether a question asks for whatever there is of a time, at a stage or on a subject lately. */
export function isBrowsing(query: Query): boolean {
  const { intents, period, language } = query;
  if (!namesOnlyConditions(query)) return false;
  if (period !== null) return true;
  const asked = askedUnits(query);
  if (asked.some((unit) => isSeveral(unit, language))) return true;
  if (asked.some(isSelecting)) return BY_TIME.some((intent) => intents.has(intent));
  if (intents.has("latest") || intents.has("timeline")) return true;
  return intents.has("events") && asked.every(isVague);
}

/** Whether a question may be met by whatever is at a stage or of a kind: what is being discussed. */
export function maySelect(query: Query): boolean {
  return namesOnlyConditions(query) && askedUnits(query).some(isSelecting);
}

/** Whether everything that is named is a condition: things, stages and kinds of event. */
function namesOnlyConditions(query: Query): boolean {
  const { intents, counted, isForeign } = query;
  if (isForeign || counted !== null) return false;
  return (
    [...intents].every((intent) => OPEN.has(intent)) &&
    askedUnits(query).every((unit) => isThing(unit) || isSelecting(unit) || isVague(unit))
  );
}

function askedUnits({ units }: Query): Unit[] {
  return units.filter(({ role }) => role !== "excluded");
}

/** The facts that meet every thing, stage, kind of event and period of such a question. */
export function browse(
  query: Query,
  outlines: readonly FactOutline[],
  vocabulary: Vocabulary,
): Scored[] {
  const things = thingsOf(query, vocabulary);
  const selecting = askedUnits(query).filter(isSelecting);
  const [stages, kinds] = [
    selecting.filter(({ concepts }) => isStage(concepts)),
    selecting.filter(({ concepts }) => !isStage(concepts)),
  ];
  const excluded = query.units.filter(({ role }) => role === "excluded");
  /** A deal is one that was made, unless its stage is named. */
  const isOfKinds = (fact: FactOutline) =>
    kinds.length === 0 ||
    kinds.some(
      ({ concepts }) =>
        isSelected(fact, concepts) ||
        (stages.length > 0 && concepts.includes(AGREEMENT) && isOfDeals(fact)),
    );
  const isOfTime = timeAsked(query);
  return outlines
    .filter(
      (fact) =>
        namesAll(fact, things) &&
        isOfTime(fact) &&
        !excluded.some(({ concepts }) => concepts.some((each) => fact.concepts.has(each))) &&
        stages.every(({ concepts }) => isSelected(fact, concepts)) &&
        isOfKinds(fact),
    )
    .map((profile) => scored(profile, { things, selecting }));
}

/** How much of what is asked about the fact itself says, and not only its article. */
export function scored(
  profile: FactOutline,
  { things, selecting }: { things: readonly ReadonlySet<string>[]; selecting: readonly Unit[] },
): Scored {
  const told = things.filter((thing) => names(profile, thing)).length;
  const says = selecting.filter(({ concepts }) =>
    concepts.some((concept) => profile.certain.has(concept)),
  ).length;
  const asked = things.length + selecting.length;
  return {
    profile,
    score: (asked === 0 ? 1 : (told + says) / asked) + (profile.isLead ? LEAD_BONUS : 0),
    isComplete: told === things.length,
  };
}

const LEAD_BONUS = 0.05;

/** News of a month is what came out in it, and what came out later about it. */
function timeAsked({ period, intents, today }: Query): (profile: FactOutline) => boolean {
  if (period === null) return () => true;
  const times = (period.isSpan ? [period] : period.times).map((time) => untilToday(time, today));
  return (profile) =>
    times.some((days) => {
      if (period.isOfArticle) return isPublishedIn(profile, days);
      const isNews = intents.has("latest") && isPublishedIn(profile, days);
      return isNews || isHappeningIn(profile, days);
    });
}

/** "Since 2026" ends today: what is foreseen for 2030 has not happened. */
function untilToday(time: Period, today: string): Period {
  if (time.to !== null || (time.from !== null && time.from > today)) return time;
  return { from: time.from, to: Temporal.PlainDate.from(today).add({ days: 1 }).toString() };
}

/**
 * The things that a question names, each with the concepts that may stand for it. Of two minerals,
 * countries or places any one will do: deals with France and Germany.
 */
export function thingsOf(query: Query, vocabulary: Vocabulary): ReadonlySet<string>[] {
  return [...Map.groupBy(thingUnits(query), alternativesOf).values()].map(
    (same) => new Set(same.flatMap((unit) => [...acceptedSet(unit, vocabulary)])),
  );
}

/** Of several minerals, countries or places asked for together, those that no fact names. */
export function silentAlternatives(
  query: Query,
  facts: readonly Scored[],
  vocabulary: Vocabulary,
): Unit[] {
  return thingUnits(query).filter((unit) => {
    const thing = acceptedSet(unit, vocabulary);
    return !facts.some(({ profile }) => names(profile, thing) || isAbout(profile, [thing]));
  });
}

function thingUnits(query: Query): Unit[] {
  return query.units.filter(
    (unit) => isThing(unit) && unit.role !== "excluded" && !isSelecting(unit),
  );
}

function alternativesOf(unit: Unit): unknown {
  const [kind = ""] = unit.concepts[0]?.split(":") ?? [];
  return ALTERNATIVES.has(kind) ? kind : unit;
}

const ALTERNATIVES: ReadonlySet<string> = new Set(["mineral", "country", "place"]);

/** Whether a fact names the things; the headline alone may name some, but not all of them. */
export function namesAll(fact: FactOutline, things: readonly ReadonlySet<string>[]): boolean {
  if (things.length === 0) return true;
  const told = things.filter((thing) => names(fact, thing));
  return (
    told.length > 0 &&
    things.every((thing) => told.includes(thing) || !thing.isDisjointFrom(fact.subject))
  );
}

/** A thing that one translation alone names is mostly another word's form: индия is indium too. */
function names(fact: FactOutline, thing: ReadonlySet<string>): boolean {
  return !thing.isDisjointFrom(fact.concepts) && !thing.isDisjointFrom(fact.certain);
}

function acceptedSet({ concepts }: Unit, vocabulary: Vocabulary): ReadonlySet<string> {
  return new Set(concepts.flatMap((concept) => acceptedConcepts(concept, vocabulary)));
}

function isThing({ kind, concepts, label }: Unit): boolean {
  return kind === "thing" && !isIdle(concepts, label);
}

function isSelecting({ concepts, label }: Unit): boolean {
  return isSelection(concepts) && !ANNOUNCEMENT.test(label);
}

/** News of whatever kind, and no deal that was only announced. */
const ANNOUNCEMENT =
  /^(?:announcements?|statements?|annonces?|déclarations?|заявлени\p{L}+|анонс\p{L}*)$/iu;

const AGREEMENT = "deal-word:agreement";
function isVague({ concepts, label }: Unit): boolean {
  return isIdle(concepts, label) || ANNOUNCEMENT.test(label);
}

/** Deals, accords, сделки: several are asked for. */
const PLURAL: Record<Language, RegExp> = {
  en: /(s|memoranda)$/i,
  fr: /[sx]$/i,
  ru: /(ы|и|я|а|ов|ев|ей|ий|ах|ях|ам|ям|ами|ями)$/iu,
};

/** A deal, a discovery or a project is listed; minerals and countries are what it is about. */
function isSeveral(unit: Unit, language: Language): boolean {
  const isNoun = isSelecting(unit) || unit.concepts.includes("word:project");
  return isNoun && PLURAL[language].test(unit.label);
}
