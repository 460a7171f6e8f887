/** Cuts a message to what Slack takes, and says what was left out. */
import type { Message, Paragraph, Span, Table } from "../messages/text.ts";
import { stringsIn } from "../strings/strings.ts";
import { escapeMrkdwn, webAddress } from "./mrkdwn.ts";

/** Slack refuses messages whose blocks hold some 11,000 characters (bolt-js issues 2509, 2867). */
const MAX_MESSAGE_CHARS = 10_000;
/** Slack takes 50; each paragraph draws at most one, and buttons and the closing line are added. */
const MAX_PARAGRAPHS = 45;
/** Slack's limit for a text object is 3,000. */
const MAX_PARAGRAPH_CHARS = 2_800;
/** What stands around a text or an address on its way: quotes, a comma, the signs of a link. */
const SPAN_MARKUP_CHARS = 8;

/** A table may take so much of a message. */
const MAX_TABLE_CHARS = 7_000;
/** Slack takes 100, the header included. */
const MAX_ROWS = 99;
const MAX_CELL_CHARS = 500;

/**
 * What stands above a table and below it as Slack takes it, at least one paragraph; addresses are
 * those that may be shown. `rowsLeftOut` are rows that had no room.
 */
export function withinLimits(
  {
    language,
    paragraphs,
    closing = [],
    table,
  }: Pick<Message, "language" | "paragraphs" | "closing" | "table">,
  rowsLeftOut = 0,
): { above: Paragraph[]; below: Paragraph[] } {
  const last = visible(closing).map(shortenParagraph);
  const all = visible(paragraphs);
  const kept: Paragraph[] = [];
  let chars = last.reduce((sum, paragraph) => sum + paragraphLength(paragraph), 0);
  if (table) chars += MAX_TABLE_CHARS;
  for (const paragraph of all) {
    const short = shortenParagraph(paragraph);
    chars += paragraphLength(short);
    if (chars > MAX_MESSAGE_CHARS || kept.length + last.length >= MAX_PARAGRAPHS) break;
    kept.push(short);
  }
  const andMore = (count: number) =>
    count > 0 ? [smallPrint(stringsIn(language).answer.andMore(count))] : [];
  const above = [...kept, ...andMore(all.length - kept.length)];
  const below = [...andMore(rowsLeftOut), ...last];
  return above.length + below.length > 0 ? { above, below } : { above: [smallPrint("…")], below };
}

/** A table as Slack takes it, and how many of its rows have no room. */
export function tableWithinLimits({ table }: Message): { table: Table | null; leftOut: number } {
  if (!table || table.rows.length === 0) return { table: null, leftOut: 0 };
  const rows: Span[][][] = [];
  let chars = table.header.reduce((sum, name) => sum + sentLength(name), 0);
  for (const row of table.rows) {
    const cells = row.map(cellWithinLimits);
    chars += cells.flat().reduce((sum, span) => sum + spanLength(span), 0);
    if (chars > MAX_TABLE_CHARS || rows.length >= MAX_ROWS) break;
    rows.push(cells);
  }
  return { table: { ...table, rows }, leftOut: table.rows.length - rows.length };
}

function cellWithinLimits(cell: readonly Span[]): Span[] {
  const spans = cell.map(cleanedSpan).filter(isVisible);
  return shortenSpans(spans, MAX_CELL_CHARS);
}

function visible(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.map(cleaned).filter(({ spans }) => spans.some(isVisible));
}

function paragraphLength({ spans }: Paragraph): number {
  return spans.reduce((sum, span) => sum + spanLength(span), 0);
}

/** The text if it is short enough for its way to Slack, else its beginning. */
export function shorten(text: string, limit: number): string {
  if (sentLength(text) <= limit) return text;
  let kept = "";
  let length = 1;
  // Whole characters, since half a surrogate pair would show as rubbish.
  for (const character of text) {
    length += sentLength(character);
    if (length > limit) break;
    kept += character;
  }
  return `${kept}…`;
}

function cleaned({ style, spans }: Paragraph): Paragraph {
  return { style, spans: spans.filter((span) => span.text !== "").map(cleanedSpan) };
}

function cleanedSpan({ link, ...span }: Span): Span {
  const text = span.text.toWellFormed();
  const address = link === undefined ? null : webAddress(link);
  return address && !isDisguise(text, address)
    ? { ...span, text, link: address }
    : { ...span, text };
}

/** A label that is an address promises to lead there. */
function isDisguise(label: string, address: string): boolean {
  return /:\/\/|^\s*www\./i.test(label) && webAddress(label.trim()) !== address;
}

function isVisible({ text }: Span): boolean {
  return text.trim() !== "";
}

function shortenParagraph({ style, spans }: Paragraph): Paragraph {
  return { style, spans: shortenSpans(spans, MAX_PARAGRAPH_CHARS) };
}

function shortenSpans(spans: readonly Span[], limit: number): Span[] {
  let room = limit;
  const kept: Span[] = [];
  for (const span of spans) {
    const fitted = fitSpan(span, room);
    kept.push(fitted);
    room -= spanLength(fitted);
    if (fitted.text !== span.text) break;
  }
  return kept;
}

/** Shortens the text; an address cannot be shortened, so one that takes most of the room goes. */
function fitSpan(span: Span, room: number): Span {
  if (spanLength(span) <= room) return span;
  const { link, ...plain } = span;
  const kept = link !== undefined && sentLength(link) < room / 2 ? span : plain;
  return { ...kept, text: shorten(span.text, room - spanLength({ ...kept, text: "" })) };
}

function spanLength({ text, link = "" }: Span): number {
  return sentLength(text) + sentLength(link) + SPAN_MARKUP_CHARS;
}

/** How long a text is on its way, escaped for mrkdwn and for JSON. */
function sentLength(text: string): number {
  return JSON.stringify(escapeMrkdwn(text)).length - '""'.length;
}

function smallPrint(text: string): Paragraph {
  return { style: "note", spans: [{ text }] };
}
