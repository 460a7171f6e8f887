/** Articles that tell of one happening: a reader of a list wants it once. */
import type { Article, Deal } from "../../model.ts";
import { analyze } from "../search/analyzer.ts";
import type { Period } from "../time/period.ts";

/** What of an article tells its happening from others. */
export type Happened = {
  article: Article;
  /** The days of its publication in milliseconds; null where they are not known. */
  from: number | null;
  to: number | null;
  /** Terms and concepts of the headline. */
  words: ReadonlySet<string>;
  named: ReadonlySet<string>;
  /** Of these, names of each kind, and turns of events. */
  names: readonly ReadonlySet<string>[];
  turns: ReadonlySet<string>;
  deals: readonly { deal: Deal; parties: string; words: ReadonlySet<string> }[];
};

/** Reports of one happening come out within a month. */
const MAX_MS_BETWEEN = 31 * 86_400_000;
/** Headlines that share this much of their words and names tell the same. */
const MIN_SHARED = 0.5;
/** Where the same deal is recorded, headlines need have little in common. */
const MIN_SHARED_BESIDE_DEAL = 0.25;
const MIN_OF_DEAL_NAME = 0.5;
/** Two headlines that name other minerals, countries or companies tell of two happenings. */
const KINDS: readonly RegExp[] = [/^mineral:/, /^country:(?!KZ$)/, /^organisation:/];
const TURNS = /^word:(open|start|end|closure|suspend|resume|cancel)$/;

/** Reads once what is compared often. */
export function happenedIn(
  article: Article,
  {
    headline,
    subject,
    published,
  }: { headline: ReadonlySet<string>; subject: ReadonlySet<string>; published: Period | null },
): Happened {
  const concepts = [...subject].filter((concept) => !concept.startsWith("person:"));
  const ofKind = (kind: RegExp) => new Set(concepts.filter((concept) => kind.test(concept)));
  return {
    article,
    from: published?.from ? Date.parse(published.from) : null,
    to: published?.to ? Date.parse(published.to) : null,
    words: headline,
    named: new Set(concepts),
    names: KINDS.map(ofKind),
    turns: ofKind(TURNS),
    deals: article.deals.map((deal) => ({
      deal,
      parties: deal.parties.toSorted().join(),
      words: new Set(analyze(deal.name.en, "en")),
    })),
  };
}

/** Whether two articles tell of one happening. */
export function isSameHappening(left: Happened, right: Happened): boolean {
  if (left.article === right.article) return true;
  if (!isNear(left, right)) return false;
  const ofWords = shareOf(left.words, right.words);
  if (ofWords === 0) return false;
  const shared = (ofWords + shareOf(left.named, right.named)) / 2;
  if (shared >= MIN_SHARED && left.article.event_type === right.article.event_type)
    return !areOfOthers(left, right);
  return shared >= MIN_SHARED_BESIDE_DEAL && hasSameDeal(left, right);
}

/** An article without a date may be of any time. */
function isNear(left: Happened, right: Happened): boolean {
  if (left.from === null || left.to === null || right.from === null || right.to === null)
    return true;
  return left.from - right.to <= MAX_MS_BETWEEN && right.from - left.to <= MAX_MS_BETWEEN;
}

function areOfOthers(left: Happened, right: Happened): boolean {
  const isOtherTurn =
    left.turns.size > 0 &&
    right.turns.size > 0 &&
    left.turns.symmetricDifference(right.turns).size > 0;
  if (isOtherTurn) return true;
  return left.names.some((own, kind) => {
    const others = right.names[kind];
    return own.size > 0 && others !== undefined && others.size > 0 && own.isDisjointFrom(others);
  });
}

function hasSameDeal(left: Happened, right: Happened): boolean {
  return left.deals.some((own) =>
    right.deals.some(
      (other) =>
        own.parties === other.parties &&
        isOver(own.deal) === isOver(other.deal) &&
        isSameDate(own.deal.date, other.deal.date) &&
        shareOf(own.words, other.words) >= MIN_OF_DEAL_NAME,
    ),
  );
}

function isOver({ status }: Deal): boolean {
  return status === "cancelled" || status === "completed";
}

/** A day and its month may be one date. */
function isSameDate(left: string | null, right: string | null): boolean {
  return left !== null && right !== null && (left.startsWith(right) || right.startsWith(left));
}

function shareOf(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = left.intersection(right).size;
  return shared / Math.max(left.size + right.size - shared, 1);
}
