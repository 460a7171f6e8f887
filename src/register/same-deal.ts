/** Whether two entries may be one deal, and how much speaks for it. */
import { overlaps } from "../answers/time/period.ts";
import type { Deal, Instrument } from "../model.ts";
import type { DealEntry } from "./deal-entry.ts";

/** Below 0 they cannot be one deal. */
export type DealLikeness = (left: DealEntry, right: DealEntry) => number;

const IMPOSSIBLE = -1;
/** What speaks for one deal besides the words of its name. */
const SAME_DATE = 0.25;
const SAME_AMOUNT = 0.3;
const SAME_ORGANISATION = 0.15;
const SAME_PLACE = 0.15;
const SAME_DOCUMENT = 0.2;
/** In a small register every word seems common; these deals without the word are supposed. */
const SUPPOSED_DEALS = 200;

/** These say no more than that something was agreed, and so may be said of any document. */
const VAGUE: ReadonlySet<Instrument> = new Set(["agreement", "partnership", "contract"]);
/** What is built or paid for over years, and told again at each step. */
const LASTING: ReadonlySet<Instrument> = new Set(["investment", "plan"]);
/** Any mineral is one of these. */
const UMBRELLA = "critical-minerals";

/** Weighs the words of names by how few of the deals have them. */
export function createDealLikeness(entries: readonly DealEntry[]): DealLikeness {
  const counts = new Map<string, number>();
  for (const { words } of entries)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all = entries.length + SUPPOSED_DEALS;
  const worth = (word: string) => Math.log(all / ((counts.get(word) ?? 0) + 1)) ** 2;
  const size = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + worth(word), 0);

  return (left, right) => {
    if (!mayBeOne(left, right)) return IMPOSSIBLE;
    const shared = size(left.words.intersection(right.words));
    const names = shared / Math.sqrt(size(left.words) * size(right.words) || 1);
    return (
      names +
      (isSameDate(left, right) ? SAME_DATE : 0) +
      (isSameAmount(left.deal, right.deal) ? SAME_AMOUNT : 0) +
      (left.organisations.isDisjointFrom(right.organisations) ? 0 : SAME_ORGANISATION) +
      (left.places.isDisjointFrom(right.places) ? 0 : SAME_PLACE) +
      (isSameDocument(left, right) ? SAME_DOCUMENT : 0)
    );
  };
}

/** Whether an instrument tells only that there is some document. */
export function isVague(instrument: Instrument): boolean {
  return VAGUE.has(instrument);
}

function mayBeOne(left: DealEntry, right: DealEntry): boolean {
  return (
    left.article !== right.article &&
    countOf(left) === countOf(right) &&
    sharesPartners(left, right) &&
    shareMinerals(left.deal, right.deal) &&
    isOneInstrument(left.deal, right.deal) &&
    shareOrganisations(left, right) &&
    mayBeOfOneTime(left, right)
  );
}

/** "23 business agreements" are none of the 23. */
function countOf({ deal: { name } }: DealEntry): string {
  return /^\d+(?=\s)/.exec(name.en)?.[0] ?? "";
}

/** An article may leave out one of several partners. */
function sharesPartners({ partners: left }: DealEntry, { partners: right }: DealEntry): boolean {
  if (left.size === 0 || right.size === 0) return left.size === right.size;
  return left.isSubsetOf(right) || right.isSubsetOf(left);
}

function shareMinerals({ minerals: left }: Deal, { minerals: right }: Deal): boolean {
  if (!left || !right || left.includes(UMBRELLA) || right.includes(UMBRELLA)) return true;
  return left.some((mineral) => right.includes(mineral));
}

function isOneInstrument({ instrument: left }: Deal, { instrument: right }: Deal): boolean {
  if (!left || !right || left === right) return true;
  return isVague(left) || isVague(right) || (!isDocument(left) && !isDocument(right));
}

/** A document of companies is none of states; else one side may not name them. */
function shareOrganisations(left: DealEntry, right: DealEntry): boolean {
  const [mine, theirs] = [left.organisations, right.organisations];
  if (mine.size === 0 && theirs.size === 0) return true;
  if (mine.size === 0 || theirs.size === 0) return !isDocumented(left) && !isDocumented(right);
  return !around(left).isDisjointFrom(theirs) || !around(right).isDisjointFrom(mine);
}

function around({ article, organisations }: DealEntry): Set<string> {
  return organisations.union(new Set(article.organisations));
}

/** What was signed was signed once; a project is dated by when it was told. */
function mayBeOfOneTime(left: DealEntry, right: DealEntry): boolean {
  if (!left.days || !right.days || overlaps(left.days, right.days)) return true;
  return !isDocumented(left) && !isDocumented(right);
}

function isDocumented({ deal: { instrument } }: DealEntry): boolean {
  return instrument !== undefined && isDocument(instrument);
}

function isDocument(instrument: Instrument): boolean {
  return !LASTING.has(instrument);
}

/** That two are of one year says little. */
function isSameDate(left: DealEntry, right: DealEntry): boolean {
  const isExact = [left, right].every(({ deal: { date } }) => (date ?? "").length > "YYYY".length);
  return isExact && left.days !== null && right.days !== null && overlaps(left.days, right.days);
}

function isSameAmount(left: Deal, right: Deal): boolean {
  return left.amount !== null && left.amount === right.amount && left.currency === right.currency;
}

/** The same kind of document of the same parties at the same time. */
function isSameDocument(left: DealEntry, right: DealEntry): boolean {
  return (
    isDocumented(left) && left.deal.instrument === right.deal.instrument && isSameDate(left, right)
  );
}
