/** How many deals there are and how they stand, in words. */
import type { Deal, Language } from "../model.ts";
import { counted, type Forms } from "./plural.ts";

export type DealStatus = Deal["status"];
export type StatusCount = { status: DealStatus; count: number };

/** `alone` joins a number of deals and the one status that all of them have. */
type Words = Forms & {
  status: (counted: StatusCount) => string;
  alone: (deals: string, status: string) => string;
};

export function dealCounts(
  language: Language,
  counts: readonly StatusCount[],
  { status, alone, ...forms }: Words,
): string {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const deals = counted(language, all, forms);
  const [only, ...others] = counts;
  if (only && others.length === 0) return alone(deals, status(only));
  return `${deals} (${counts.map((each) => `${each.count} ${status(each)}`).join(", ")})`;
}
