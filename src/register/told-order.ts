/** Which of two reports of a deal is the later one. */
import { type Article, type Deal, firstDay } from "../model.ts";

type Told = { article: Article; deal: Deal };

/** A status further along comes later, where two reports are of one day. */
const STAGES: readonly Deal["status"][] = [
  "proposed",
  "negotiating",
  "announced",
  "signed",
  "in-force",
  "under-way",
  "completed",
  "cancelled",
];
/** A chain of articles that follow each other is no longer than this, or it is a loop. */
const MAX_STEPS = 10;

/** Whether a deal has moved on from one status to another; what is retold has not. */
export function hasMovedOn(from: Deal["status"], to: Deal["status"]): boolean {
  return from !== to && (from === "cancelled" || STAGES.indexOf(to) > STAGES.indexOf(from));
}

/** Compares reports by publication; one without a date comes after what it follows. */
export function inOrderTold(articles: readonly Article[]): (left: Told, right: Told) => number {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const dayOf = ({ article, deal: { date } }: Told) => {
    const published = toldOn(article, byId);
    // A deal is told no earlier than it is made.
    const isExacter = date !== null && (published === null || date.startsWith(published));
    return firstDay(isExacter ? date : (published ?? "0000"));
  };
  return (left, right) =>
    dayOf(left).localeCompare(dayOf(right)) ||
    STAGES.indexOf(left.deal.status) - STAGES.indexOf(right.deal.status) ||
    (left.article.id < right.article.id ? -1 : Number(left.article.id > right.article.id));
}

/** A partial date; null where nothing tells. */
function toldOn(
  { published, relations }: Article,
  byId: ReadonlyMap<string, Article>,
  steps = MAX_STEPS,
): string | null {
  if (published !== null || steps === 0) return published;
  const followed = relations.flatMap(({ type, to }) =>
    type === "follows" ? (byId.get(to) ?? []) : [],
  );
  const days = followed.flatMap((each) => toldOn(each, byId, steps - 1) ?? []);
  return days.toSorted().at(-1) ?? null;
}
