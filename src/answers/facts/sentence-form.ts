/** What the form of a sentence tells of its fitness to answer. */

import { isMineral } from "../../knowledge/concept-kind.ts";
import type { Query } from "../question/question.ts";
import type { FactProfile } from "./fact-profile.ts";

const FORM_BONUS = 0.1;
const LIES =
  /\b(?:lies?|located|situated|stands? (?:in|at|near|on)|takes? place|kilometres from|(?:in the|'s) [\w-]+ (?:region|district))\b/i;
const SAYS_WHERE =
  /\b(?:lies?|is located|are located|situated|stands? (?:in|at|near|on)|will stand|kilometres from)\b/i;

/** A time that can be read in the sentence, not only known of it. */
const TIME =
  /\b(?:(?:19|20)\d\d|(?:quarter|January|February|March|April|May|June|July|August|September|October|November|December)\b|(?:within|in) [\w-]+(?: and a half)? (?:years|months))/;

/** Where something lies, and what is still to come, shows in the form of the sentence. */
export function formBonus(
  { fact, concepts, looksAhead }: FactProfile,
  { intents, after, named }: Query,
): number {
  const namesPlace = [...concepts].some((each) => each.startsWith("place:") && !named.has(each));
  const tellsPlace = intents.has("where") && namesPlace;
  return (
    (tellsPlace ? FORM_BONUS : 0) +
    (intents.has("where") && tellsWhereItLies({ fact }) ? FORM_BONUS : 0) +
    (after !== null && looksAhead ? FORM_BONUS : 0) +
    (intents.has("when") && TIME.test(fact.en) ? FORM_BONUS : 0)
  );
}

/** Whether its sentence says where something lies. */
export function tellsWhereItLies({ fact }: Pick<FactProfile, "fact">): boolean {
  return LIES.test(fact.en);
}

/** Whether that is what its sentence is for, and not said in passing. */
export function saysWhereItLies({ fact }: Pick<FactProfile, "fact">): boolean {
  return SAYS_WHERE.test(fact.en);
}

/** A fact that names another mineral and not the one talked about is no answer. */
export function isAboutOtherMineral({ certain }: FactProfile, { units, intents }: Query): boolean {
  const minerals = units.filter(({ concepts }) => concepts.some(isOneMineral));
  const told = [...certain].filter(isOneMineral);
  if (minerals.length === 0 || told.length === 0 || intents.has("mineral")) return false;
  return !minerals.some(({ concepts }) => concepts.some((concept) => certain.has(concept)));
}

function isOneMineral(concept: string): boolean {
  return isMineral(concept) && concept !== "mineral:minerals";
}
