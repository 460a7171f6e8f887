/** Articles that tell of one happening: a reader of a list wants it once. */
import type { Article } from "../model.ts";
import { analyze } from "./analyzer.ts";
import type { FactOutline } from "./fact-outline.ts";
import { nameOthers } from "./same-statement.ts";

/** Reports of one happening come out within a month. */
const MAX_DAYS_BETWEEN = 31;
/** Headlines that share this much of their words and names tell the same. */
const MIN_SHARED = 0.55;
/** Where the same deal is recorded, headlines need have little in common. */
const MIN_SHARED_BESIDE_DEAL = 0.25;
const MIN_OF_DEAL_NAME = 0.5;

/** Whether the articles of two facts tell of one happening. */
export function isSameHappening(left: FactOutline, right: FactOutline): boolean {
  if (left.article === right.article) return true;
  if (!isNear(left, right)) return false;
  const shared = sharedOfHeadlines(left, right);
  if (shared >= MIN_SHARED && left.article.event_type === right.article.event_type)
    return !nameOthers(left.subject, right.subject);
  return shared >= MIN_SHARED_BESIDE_DEAL && hasSameDeal(left.article, right.article);
}

/** An article without a date may be of any time. */
function isNear({ published: left }: FactOutline, { published: right }: FactOutline): boolean {
  if (!left?.from || !left.to || !right?.from || !right.to) return true;
  const [earlier, later] = left.from <= right.from ? [left.to, right.from] : [right.to, left.from];
  if (later <= earlier) return true;
  const days = Temporal.PlainDate.from(earlier).until(later, { largestUnit: "days" }).days;
  return days <= MAX_DAYS_BETWEEN;
}

function sharedOfHeadlines(left: FactOutline, right: FactOutline): number {
  const words = shareOf(left.headline, right.headline);
  return (words + shareOf(namedIn(left), namedIn(right))) / 2;
}

function namedIn({ subject }: FactOutline): ReadonlySet<string> {
  return new Set([...subject].filter((concept) => !concept.startsWith("person:")));
}

function hasSameDeal(left: Article, right: Article): boolean {
  return left.deals.some((deal) =>
    right.deals.some(
      (other) =>
        deal.status === other.status &&
        deal.parties.toSorted().join() === other.parties.toSorted().join() &&
        isSameDate(deal.date, other.date) &&
        shareOf(wordsOf(deal.name.en), wordsOf(other.name.en)) >= MIN_OF_DEAL_NAME,
    ),
  );
}

/** A day and its month may be one date. */
function isSameDate(left: string | null, right: string | null): boolean {
  return left !== null && right !== null && (left.startsWith(right) || right.startsWith(left));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(analyze(text, "en"));
}

function shareOf(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = left.intersection(right).size;
  return shared / Math.max(left.size + right.size - shared, 1);
}
