/** Divides paragraphs into pages that fit into a message each, whatever stands around them. */
import type { Paragraph } from "./text.ts";

/** Half of what Slack takes as one message leaves room for what stands on every page. */
const MAX_PAGE_CHARS = 6_000;
const MAX_PAGE_PARAGRAPHS = 30;
/** What marks a text or an address on its way. */
const MARKUP_CHARS = 10;

/** At least one page; `groups` are paragraphs that stay together. */
export function splitPages(groups: readonly (readonly Paragraph[])[]): Paragraph[][] {
  const pages: Paragraph[][] = [[]];
  let chars = 0;
  for (const group of groups) {
    const page = pages.at(-1) ?? [];
    const length = group.reduce((sum, paragraph) => sum + charsOf(paragraph), 0);
    const isFull =
      chars + length > MAX_PAGE_CHARS || page.length + group.length > MAX_PAGE_PARAGRAPHS;
    if (isFull && page.length > 0) {
      pages.push([...group]);
      chars = length;
    } else {
      page.push(...group);
      chars += length;
    }
  }
  return pages;
}

function charsOf({ spans }: Paragraph): number {
  return spans.reduce(
    (sum, { text, link = "" }) => sum + text.length + link.length + MARKUP_CHARS,
    0,
  );
}
