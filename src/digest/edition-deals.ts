/** The deals of an edition: what is new or changed, and what is still open. */
import { calendar, overlaps, type Period } from "../answers/time/period.ts";
import { type Article, addedDay, type Deal, firstDay, type Language } from "../model.ts";
import type { DealRow } from "../register/deals.ts";
import { hasMovedOn } from "../register/told-order.ts";
import type { Edition, EditionDeal } from "./edition.ts";
import { sourceOf } from "./edition-source.ts";
import type { EditionWindow } from "./schedule.ts";
import { knownDay } from "./window-news.ts";

type Reading = { window: EditionWindow; language: Language };

const OPEN: ReadonlySet<Deal["status"]> = new Set(["proposed", "negotiating", "announced"]);
/** What nobody has written of for longer is no longer news. */
const OPEN_WEEKS = 8;
const MAX_OPEN = 2;

/**
 * Deals that the fresh articles of the window tell, and that are new or of another status now; what
 * most tell of comes first.
 */
export function changedDeals(
  rows: readonly DealRow[],
  fresh: ReadonlySet<Article>,
  reading: Reading,
): EditionDeal[] {
  return rows
    .flatMap((row) => {
      const told = row.told.filter(({ article }) => fresh.has(article));
      const last = told.at(-1);
      if (!last) return [];
      const before = statusBefore(row, reading.window);
      const isNews =
        before === null ? isOfNow(row, told, reading.window) : hasMovedOn(before, row.status);
      return isNews ? [toDeal({ row, told, was: before, language: reading.language })] : [];
    })
    .toSorted((left, right) => right.sources.length - left.sources.length);
}

/** Deals of the last weeks that are not concluded, besides those told now; the newest first. */
export function openDeals(
  rows: readonly DealRow[],
  toldNow: readonly EditionDeal[],
  reading: Reading & { told: ReadonlySet<string> },
): Edition["stillOpen"] {
  const since = Temporal.PlainDate.from(reading.window.from)
    .subtract({ weeks: OPEN_WEEKS })
    .toString();
  const open = rows
    .filter(
      (row) =>
        OPEN.has(row.status) &&
        !toldNow.some(({ id }) => id === row.id) &&
        (lastTold(row) >= since || row.articles.some((article) => reading.told.has(article))),
    )
    .toSorted((left, right) => lastTold(right).localeCompare(lastTold(left)));
  return {
    deals: open
      .slice(0, MAX_OPEN)
      .map(({ name, excerpts, status }) => ({ name: name[reading.language], excerpts, status })),
    more: Math.max(0, open.length - MAX_OPEN),
  };
}

/** The day on which it was told last, or before which it cannot have been. */
function lastTold({ told }: DealRow): string {
  const days = told.flatMap(
    ({ article }) => addedDay(article) ?? (article.published ? firstDay(article.published) : []),
  );
  return days.toSorted().at(-1) ?? "";
}

function statusBefore({ told }: DealRow, window: EditionWindow): Deal["status"] | null {
  const before = told.filter(({ article }) => {
    const day = knownDay(article);
    return day !== null && day < window.from;
  });
  return before.at(-1)?.deal.status ?? null;
}

/** Made in the window, or while what was indexed late was news, or at no time that is told. */
function isOfNow({ date }: DealRow, told: DealRow["told"], window: EditionWindow): boolean {
  const days = date === null ? null : calendar(date);
  if (days === null || overlaps(days, window)) return true;
  return told.some(({ article }) => overlaps(days, weekUpTo(article.published)));
}

const NO_TIME: Period = { from: "9999-12-31", to: "9999-12-31" };

function weekUpTo(published: string | null): Period {
  const days = published === null ? null : calendar(published);
  if (!days?.from) return NO_TIME;
  return { ...days, from: Temporal.PlainDate.from(days.from).subtract({ weeks: 1 }).toString() };
}

function toDeal({
  row,
  told,
  was,
  language,
}: {
  row: DealRow;
  told: DealRow["told"];
  was: Deal["status"] | null;
  language: Language;
}): EditionDeal {
  const byId = new Map(row.told.map(({ article }) => [article.id, article]));
  return {
    article: told.at(-1)?.article.id ?? "",
    id: row.id,
    name: row.name[language],
    excerpts: row.excerpts,
    status: row.status,
    was,
    date: row.date,
    amount: row.amount,
    currency: row.currency,
    partners: row.partners,
    minerals: row.minerals,
    instrument: row.instrument,
    articles: row.articles,
    sources: told.map(({ article }) => sourceOf(article)),
    conflicts: row.conflicts.map(({ amount, currency, articles }) => ({
      amount,
      currency,
      sources: articles.flatMap((id) => {
        const article = byId.get(id);
        return article ? [sourceOf(article)] : [];
      }),
    })),
  };
}
