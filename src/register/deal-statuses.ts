/** Which deals have moved on since they were last looked at. */
import { type Deal, DealStatus } from "../model.ts";
import type { DealStatusRow, StatusChange } from "../store/deal-status-queries.ts";
import type { DealRow } from "./deals.ts";
import { hasMovedOn } from "./told-order.ts";

/** A deal with the status that it had before. */
export type ChangedDeal = { row: DealRow; was: Deal["status"]; changedAt: Date };

/** Statuses that were noted by a clock that was ahead of ours by more are of no time that was. */
const CLOCKS_APART_MS = 24 * 60 * 60 * 1000;

/** What is to be noted of the deals of a register, which `known` tells of as they were. */
export function statusNews(
  rows: readonly DealRow[],
  known: readonly DealStatusRow[],
  now: Date,
): { fresh: { deal: string; status: string }[]; changes: StatusChange[] } {
  const latest = new Date(now.getTime() + CLOCKS_APART_MS).toISOString();
  const byDeal = new Map(
    known.filter(({ noted_at }) => noted_at <= latest).map((each) => [each.deal, each]),
  );
  const fresh: { deal: string; status: string }[] = [];
  const changes: StatusChange[] = [];
  for (const row of rows) {
    const deals = entriesOf(row);
    const seen = deals.filter((deal) => byDeal.has(deal));
    const was = statusOf(byDeal.get(seen.at(-1) ?? ""));
    const status = was !== null && !hasMovedOn(was, row.status) ? was : row.status;
    if (was !== null && status !== was) changes.push({ deals: seen, was, status });
    fresh.push(...deals.filter((deal) => !byDeal.has(deal)).map((deal) => ({ deal, status })));
  }
  return { fresh, changes };
}

/** The deals of a register that changed after one instant and up to another. */
export function changedDeals(
  rows: readonly DealRow[],
  known: readonly DealStatusRow[],
  { after, until }: { after: Date; until: Date },
): ChangedDeal[] {
  const byDeal = new Map(known.map((each) => [each.deal, each]));
  return rows.flatMap((row) => {
    const changed = entriesOf(row).flatMap((deal) => byDeal.get(deal) ?? []);
    const last = changed.findLast(
      ({ status, changed_at }) => changed_at !== null && status === row.status,
    );
    if (!last?.changed_at) return [];
    const was = statusOf({ status: last.was ?? "" });
    const changedAt = new Date(last.changed_at);
    return was !== null && changedAt > after && changedAt <= until ? [{ row, was, changedAt }] : [];
  });
}

function entriesOf({ told }: DealRow): string[] {
  return told.map(({ article, deal }) => `${article.id}/${deal.id}`);
}

function statusOf(known: { status: string } | undefined): Deal["status"] | null {
  return DealStatus.safeParse(known?.status).data ?? null;
}
