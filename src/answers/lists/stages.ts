/** The words of a question that articles record as stages of deals and as kinds of event. */
import type { Article, Deal } from "../../model.ts";
import type { FactOutline } from "../facts/fact-outline.ts";
import { englishTerms } from "../search/analyzer.ts";

type Status = Deal["status"];
type EventType = Article["event_type"];

/**
 * What a word of the vocabulary selects: deals of these statuses and articles of these kinds of
 * event. Of `isOfDeals` a fact must not only speak, its article must have such a deal.
 */
type Selection = {
  statuses: readonly Status[];
  events: readonly EventType[];
  isOfDeals: boolean;
};

const AGREEMENTS: readonly EventType[] = ["agreement", "memorandum"];
const MADE: readonly Status[] = ["signed", "in-force", "under-way", "completed", "announced"];

const SELECTIONS = new Map<string, Selection>([
  ["word:sign", { statuses: ["signed"], events: AGREEMENTS, isOfDeals: true }],
  ["word:propose", { statuses: ["proposed"], events: [], isOfDeals: true }],
  ["word:announce", { statuses: ["announced"], events: [], isOfDeals: false }],
  ["word:cancel", { statuses: ["cancelled"], events: [], isOfDeals: false }],
  ["word:ratify", { statuses: ["in-force"], events: [], isOfDeals: false }],
  ["word:end", { statuses: ["completed"], events: [], isOfDeals: true }],
  ["word:negotiate", { statuses: ["negotiating"], events: ["negotiation"], isOfDeals: true }],
  ["deal-word:talks", { statuses: ["negotiating"], events: ["negotiation"], isOfDeals: true }],
  ["deal-word:agreement", { statuses: MADE, events: AGREEMENTS, isOfDeals: true }],
  ["deal-word:memorandum", { statuses: [], events: ["memorandum"], isOfDeals: false }],
  ["deal-word:discovery", { statuses: [], events: ["discovery"], isOfDeals: false }],
  ["deal-word:investment", { statuses: [], events: ["investment"], isOfDeals: false }],
  ["deal-word:visit", { statuses: [], events: ["visit"], isOfDeals: false }],
]);

/** Whether one of the concepts that a word may mean is a stage of deals or a kind of event. */
export function isSelection(concepts: readonly string[]): boolean {
  return concepts.some((concept) => SELECTIONS.has(concept));
}

/** The statuses and kinds of event that a word with these concepts selects; null where it does not. */
export function selectedBy(
  concepts: readonly string[],
): Pick<Selection, "statuses" | "events"> | null {
  const selections = concepts.flatMap((concept) => {
    const selection = SELECTIONS.get(concept);
    return selection ? [{ ...selection, isKind: KINDS.has(concept) }] : [];
  });
  if (selections.length === 0) return null;
  return {
    // Of a kind of event, deals are wanted at any stage.
    statuses: selections.flatMap(({ statuses, isKind }) => (isKind ? [] : statuses)),
    events: selections.flatMap(({ events, isKind }) => (isKind ? events : [])),
  };
}

/** Whether an article has a deal at one of the stages and is of one of the kinds, where any are named. */
export function hasSelected(
  article: Article,
  { statuses, events }: { statuses: readonly Status[]; events: readonly EventType[] },
): boolean {
  const isAtStage =
    statuses.length === 0 ||
    article.deals.some(({ status }) => statuses.includes(status)) ||
    (statuses.includes("negotiating") &&
      article.event_type === "negotiation" &&
      !isAllOver(article));
  const isOfKind =
    events.length === 0 ||
    events.includes(article.event_type) ||
    (events.includes("agreement") && article.deals.some(({ parties }) => parties.length > 1));
  return isAtStage && isOfKind;
}

/** Whether a word selects by stage: what is asked for must be of the kind named and at the stage. */
export function isStage(concepts: readonly string[]): boolean {
  return isSelection(concepts) && !concepts.some((concept) => KINDS.has(concept));
}

/** Of several kinds named together (deals and memoranda) any will do. */
const KINDS: ReadonlySet<string> = new Set([
  "deal-word:agreement",
  "deal-word:memorandum",
  "deal-word:discovery",
  "deal-word:investment",
  "deal-word:visit",
]);

/** Whether a fact tells of what the word with these concepts selects. */
export function isSelected(profile: FactOutline, concepts: readonly string[]): boolean {
  return concepts.some((concept) => {
    const selection = SELECTIONS.get(concept);
    return selection !== undefined && meets(profile, concept, selection);
  });
}

function meets(profile: FactOutline, concept: string, selection: Selection): boolean {
  const { article, certain } = profile;
  const isOfEvent = selection.events.includes(article.event_type) && !isAllOver(article);
  const deals = article.deals.filter(
    ({ status, parties }) => selection.statuses.includes(status) && parties.length > 1,
  );
  if (certain.has(concept)) return !selection.isOfDeals || isOfEvent || deals.length > 0;
  if (isOfEvent && tellsHeadline(profile)) return true;
  if (deals.length === 0) return false;
  const words = new Set(englishTerms(profile.fact));
  return deals.some(({ name }) => shareIn(englishTerms(name), words) >= MIN_OF_DEAL_NAME);
}

/** A deal's name is told by a fact that has this share of its words. */
const MIN_OF_DEAL_NAME = 0.7;

/** Talks whose deals were called off or closed go on no more. */
function isAllOver({ deals }: Article): boolean {
  return (
    deals.length > 0 &&
    deals.every(({ status }) => status === "cancelled" || status === "completed")
  );
}

/** Whether the article of a fact has deals of any stage, or talks of them. */
export function isOfDeals({ article }: FactOutline): boolean {
  return article.deals.length > 0 || DEALING.includes(article.event_type);
}

const DEALING: readonly EventType[] = ["agreement", "memorandum", "negotiation"];

/** Numbers apart: 70 and 69.74 percent are one stake. */
function shareIn(name: readonly string[], words: ReadonlySet<string>): number {
  const said = name.filter((word) => !/\d/.test(word));
  return said.filter((word) => words.has(word)).length / Math.max(said.length, 1);
}

const MIN_OF_HEADLINE = 0.6;

function tellsHeadline(profile: FactOutline): boolean {
  return profile.isLead || shareOfHeadline(profile) >= MIN_OF_HEADLINE;
}

/** How much of what the headline names the fact names, 0 to 1. */
export function shareOfHeadline({ concepts, subject }: FactOutline): number {
  const named = [...subject].filter((concept) => !concept.startsWith("person:"));
  return named.filter((concept) => concepts.has(concept)).length / Math.max(named.length, 1);
}
