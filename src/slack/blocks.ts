/** Messages as Slack blocks, within Slack's limits; what does not fit is said. */
import type { types } from "@slack/bolt";
import {
  type Button,
  type Message,
  type Paragraph,
  type Span,
  type Table,
  tableParagraphs,
} from "../messages/text.ts";
import { escapeMrkdwn } from "./mrkdwn.ts";
import { drawSmallPrint } from "./small-print.ts";
import { shorten, tableWithinLimits, withinLimits } from "./within-limits.ts";

/** What `chat.postMessage` and a response take. */
export type DrawnMessage = { text: string; blocks: types.KnownBlock[] };

/** `chat.update` takes no more, and notifications show far less. */
const MAX_FALLBACK_CHARS = 3_900;

/** Draws a message, with a plain text for notifications and screen readers. */
export function drawMessage(message: Message): DrawnMessage {
  const { table, leftOut } = tableWithinLimits(message);
  const { above, below } = withinLimits(message, leftOut);
  const rows = table ? tableParagraphs(table).map(withoutAddresses) : [];
  return {
    text: fallbackText([...above, ...rows, ...below]),
    blocks: [
      ...drawParagraphs(above),
      ...(table ? [drawTable(table)] : []),
      ...drawParagraphs(below),
      ...drawButtons(message.buttons ?? []),
    ],
  };
}

/** Slack takes no more in a button's label or in what is read aloud in its place. */
const MAX_SPOKEN_CHARS = 75;

/** What a message says, for a modal that has buttons of its own. */
export function drawWords(message: Pick<Message, "language" | "paragraphs" | "closing">) {
  const { above, below } = withinLimits(message);
  return drawParagraphs([...above, ...below]);
}

/** The same with its table as a list, for a Slack that takes no tables yet. */
export function drawWithoutTable({ table, ...message }: Message): DrawnMessage {
  const rows = table ? tableParagraphs(table) : [];
  return drawMessage({ ...message, paragraphs: [...message.paragraphs, ...rows] });
}

function drawTable({ header, rows }: Table): types.TableBlock {
  return {
    type: "table",
    column_settings: header.map(() => ({ is_wrapped: true })),
    rows: [header.map((name) => rawText(name)), ...rows.map((row) => row.map(drawCell))],
  };
}

/** Slack takes no empty cells. */
function drawCell(cell: readonly Span[]) {
  if (cell.length === 0) return rawText("–");
  const isPlain = cell.every(({ bold, italic, link, user, channel }) =>
    [bold, italic, link, user, channel].every((mark) => mark === undefined),
  );
  if (isPlain) return rawText(cell.map(({ text }) => text).join(""));
  return drawGroup([{ style: "body", spans: [...cell] }]) as types.RichTextBlock;
}

function rawText(text: string) {
  return { type: "raw_text" as const, text };
}

/** Nobody wants to be read an address for each row; the table itself has them. */
function withoutAddresses({ style, spans }: Paragraph): Paragraph {
  return { style, spans: spans.map(({ link: _, ...span }) => span) };
}

/** Whole paragraphs, since half a mention would name nobody. */
function fallbackText(paragraphs: readonly Paragraph[]): string {
  const lines: string[] = [];
  let chars = 0;
  for (const { style, spans } of paragraphs) {
    const line = `${style === "item" ? "• " : ""}${spans.map(fallbackSpan).join("")}`;
    chars += line.length + 1;
    if (chars > MAX_FALLBACK_CHARS) return [...lines, "…"].join("\n");
    lines.push(line);
  }
  return lines.join("\n");
}

function fallbackSpan({ text, link, user, channel }: Span): string {
  if (user) return `<@${user}>`;
  if (channel) return `<#${channel}>`;
  return escapeMrkdwn(link ? `${text}: ${link}` : text);
}

/** A second button of the same action gets a number, since an id may stand in a block but once. */
export function drawButtons(buttons: readonly Button[]): types.ActionsBlock[] {
  if (buttons.length === 0) return [];
  const earlier = (at: number) =>
    buttons.slice(0, at).filter(({ action }) => action === buttons[at]?.action).length;
  return [{ type: "actions", elements: buttons.map((each, at) => drawButton(each, earlier(at))) }];
}

function drawButton(
  { action, label, value, spoken, style, confirm }: Button,
  earlier: number,
): types.Button {
  return {
    type: "button",
    action_id: earlier > 0 ? `${action}:${earlier}` : action,
    text: plain(label),
    value,
    ...(spoken && { accessibility_label: shorten(spoken, MAX_SPOKEN_CHARS) }),
    ...(style && { style }),
    ...(confirm && {
      confirm: {
        title: plain(confirm.title),
        text: plain(confirm.text),
        confirm: plain(confirm.yes),
        deny: plain(confirm.no),
        ...(style && { style }),
      },
    }),
  };
}

export function plain(text: string): types.PlainTextElement {
  return { type: "plain_text", text, emoji: false };
}

/** Items that follow each other are one list; every other paragraph is a block of its own. */
function drawParagraphs(paragraphs: readonly Paragraph[]): types.KnownBlock[] {
  const blocks: types.KnownBlock[] = [];
  for (let at = 0; at < paragraphs.length; ) {
    let to = at + 1;
    while (paragraphs[at]?.style === "item" && paragraphs[to]?.style === "item") to += 1;
    blocks.push(drawGroup(paragraphs.slice(at, to)));
    at = to;
  }
  return blocks;
}

function drawGroup(group: readonly Paragraph[]): types.KnownBlock {
  const isNote = group[0]?.style === "note";
  if (isNote) return drawSmallPrint(group);
  const sections = group.map(
    ({ spans }): types.RichTextSection => ({
      type: "rich_text_section",
      elements: spans.map(drawSpan),
    }),
  );
  const isList = group[0]?.style === "item";
  return {
    type: "rich_text",
    elements: isList ? [{ type: "rich_text_list", style: "bullet", elements: sections }] : sections,
  };
}

/** Rich text is structured, so nothing in it is parsed. */
function drawSpan(span: Span): types.RichTextElement {
  const style = { ...(span.bold && { bold: true }), ...(span.italic && { italic: true }) };
  const styled = Object.keys(style).length > 0 ? { style } : {};
  if (span.user) return { type: "user", user_id: span.user };
  if (span.channel) return { type: "channel", channel_id: span.channel };
  return span.link
    ? { type: "link", url: span.link, text: span.text, ...styled }
    : { type: "text", text: span.text, ...styled };
}
