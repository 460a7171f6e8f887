/** What deals come to, without adding what cannot be added. */
import type { Deal } from "../model.ts";
import type { DealRow } from "./deals.ts";

/** `currency` is null where the amounts are told without one. */
type AmountTotal = { currency: string | null; amount: number; deals: number };

export type Totals = {
  /** The most frequent first. */
  statuses: readonly { status: Deal["status"]; deals: number }[];
  /** One for each currency, that of most deals first; a row counts with the figure told last. */
  amounts: readonly AmountTotal[];
  /** Deals of which no article tells an amount. */
  blank: number;
  /** Deals whose reports tell different amounts. */
  differing: number;
};

/** Parts of a hundredth, which adding up leaves behind, are none of any currency. */
const HUNDREDTHS = 100;

export function totalsOf(rows: readonly DealRow[]): Totals {
  const told = rows.flatMap(({ amount, currency }) =>
    amount === null ? [] : { amount, currency },
  );
  return {
    statuses: [...Map.groupBy(rows, ({ status }) => status)]
      .map(([status, same]) => ({ status, deals: same.length }))
      .toSorted((left, right) => right.deals - left.deals),
    amounts: [...Map.groupBy(told, ({ currency }) => currency)]
      .map(([currency, same]) => ({
        currency,
        amount: sum(same.map(({ amount }) => amount)),
        deals: same.length,
      }))
      .toSorted((left, right) => right.deals - left.deals),
    blank: rows.length - told.length,
    differing: rows.filter(({ conflicts }) => conflicts.length > 0).length,
  };
}

function sum(amounts: readonly number[]): number {
  const all = amounts.reduce((total, amount) => total + amount, 0);
  return Math.round(all * HUNDREDTHS) / HUNDREDTHS;
}
