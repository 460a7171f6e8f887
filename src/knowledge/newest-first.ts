import type { Article } from "../model.ts";

/** The order of the base: newest first, articles without a date last, those of one day by their ids. */
export function byNewest(left: Article, right: Article): number {
  return inOrder(right.published ?? "", left.published ?? "") || inOrder(left.id, right.id);
}

/** Dates and ids are plain ASCII, so there is no need for the slower order of a language. */
function inOrder(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
