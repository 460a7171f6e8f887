/** Whether a text is about Kazakhstan's minerals, and by which words. */
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Mentions } from "./mentions.ts";

/** `reasons` are the concepts that decided, the weightiest first; empty where it is not about them. */
export type Relevance = { isRelevant: boolean; reasons: readonly string[] };

const HOME = "KZ";
/** Named once in passing is no subject. */
const MIN_HOME = 2;
const MIN_SUBJECT = 2;
const MAX_REASONS = 4;
/** Everything that is mined is one of these; they say no more than that. */
const GENERAL: ReadonlySet<string> = new Set(["mineral:minerals"]);

/** A text is of the field when it is about the country, or its places and companies, and what is mined. */
export function relevanceOf(mentions: Mentions, vocabulary: Vocabulary): Relevance {
  const weighed = [...mentions].toSorted(([, left], [, right]) => right - left);
  const home = weighed.filter(([concept]) => isHome(concept, vocabulary));
  const subjects = weighed.filter(([concept]) => isSubject(concept, vocabulary));
  const isRelevant = weightOf(home) >= MIN_HOME && weightOf(subjects) >= MIN_SUBJECT;
  const reasons = [...home.slice(0, 1), ...subjects].map(([concept]) => concept);
  return { isRelevant, reasons: isRelevant ? [...new Set(reasons)].slice(0, MAX_REASONS) : [] };
}

/** More is a text and no summary, which would name what it is about. */
const SUMMARY_CHARS = 600;

/** Whether a title and a summary leave it open that the page behind them is of the field. */
export function mayBeRelevant(
  mentions: Mentions,
  { chars, vocabulary }: { chars: number; vocabulary: Vocabulary },
): boolean {
  const named = [...mentions.keys()];
  const hasSubject = named.some((key) => isSubject(key, vocabulary) || GENERAL.has(key));
  return hasSubject && (chars < SUMMARY_CHARS || named.some((key) => isHome(key, vocabulary)));
}

function weightOf(weighed: readonly (readonly [string, number])[]): number {
  return weighed.reduce((sum, [, weight]) => sum + weight, 0);
}

function isHome(key: string, { concepts }: Vocabulary): boolean {
  if (key === `country:${HOME}`) return true;
  const concept = concepts.get(key);
  return concept?.kind === "place" || concept?.countries?.includes(HOME) === true;
}

/** A mineral, or a company of the country that the vocabulary knows, which all mine or trade. */
function isSubject(key: string, { concepts }: Vocabulary): boolean {
  const concept = concepts.get(key);
  if (concept?.kind === "mineral") return !GENERAL.has(key);
  return concept?.kind === "organisation" && concept.countries?.includes(HOME) === true;
}
