/** Messages as Slack blocks, within Slack's limits; what does not fit is said. */
import type { types } from "@slack/bolt";
import { type Message, type Paragraph, plainText, type Span } from "../messages/text.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { escapeMrkdwn, mrkdwnLink, webAddress } from "./mrkdwn.ts";

/** What `chat.postMessage` and a response take. */
export type DrawnMessage = { text: string; blocks: types.KnownBlock[] };

/** Slack refuses messages whose blocks hold some 11,000 characters (bolt-js issues 2509, 2867). */
const MAX_MESSAGE_CHARS = 10_000;
/** Slack takes 50; each paragraph draws at most one, and buttons and the closing line are added. */
const MAX_PARAGRAPHS = 45;
/** Slack's limit for a text object is 3,000. */
const MAX_PARAGRAPH_CHARS = 2_800;
/** `chat.update` takes no more, and notifications show far less. */
const MAX_FALLBACK_CHARS = 3_900;

/** Draws a message, with a plain text for notifications and screen readers. */
export function drawMessage(
  { language, paragraphs }: Message,
  actions: types.ActionsBlock[] = [],
): DrawnMessage {
  const { kept, leftOut } = withinLimits(paragraphs);
  const shown =
    leftOut > 0
      ? [...kept, { style: "note" as const, spans: [{ text: andMore(leftOut, language) }] }]
      : kept;
  return {
    text: shorten(escapeMrkdwn(plainText(shown)), MAX_FALLBACK_CHARS),
    blocks: [...drawParagraphs(shown), ...actions],
  };
}

/** A row with one button; Slack limits its text to 75 and its value to 2,000 characters. */
export function buttonRow(button: {
  action: string;
  label: string;
  value: string;
}): types.ActionsBlock {
  return {
    type: "actions",
    elements: [
      {
        type: "button",
        action_id: button.action,
        text: { type: "plain_text", text: button.label, emoji: false },
        value: button.value,
      },
    ],
  };
}

function withinLimits(paragraphs: readonly Paragraph[]): { kept: Paragraph[]; leftOut: number } {
  const kept: Paragraph[] = [];
  let chars = 0;
  for (const paragraph of paragraphs) {
    const short = shortenParagraph(paragraph);
    chars += short.spans.reduce(
      (sum, span) => sum + span.text.length + (span.link?.length ?? 0),
      0,
    );
    if (chars > MAX_MESSAGE_CHARS || kept.length >= MAX_PARAGRAPHS) break;
    kept.push(short);
  }
  return { kept, leftOut: paragraphs.length - kept.length };
}

function shortenParagraph({ style, spans }: Paragraph): Paragraph {
  let room = MAX_PARAGRAPH_CHARS;
  const kept: Span[] = [];
  for (const span of spans) {
    if (room <= 0) break;
    kept.push({ ...span, text: shorten(span.text, room) });
    room -= span.text.length;
  }
  return { style, spans: kept };
}

function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // An entity or a pair of surrogates cut in half would show as rubbish.
  return `${text.slice(0, limit - 1).replace(/&[a-z]{0,3}$|[\ud800-\udbff]$/, "")}…`;
}

function andMore(count: number, language: Language): string {
  return stringsIn(language).answer.andMore(count);
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
  if (isNote) return drawNote(group);
  const sections = group.map(
    ({ spans }): types.RichTextSection => ({
      type: "rich_text_section",
      elements: spans.filter((span) => span.text !== "").map(drawSpan),
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
  const url = span.link ? webAddress(span.link) : null;
  return url
    ? { type: "link", url, text: span.text, ...styled }
    : { type: "text", text: span.text, ...styled };
}

function drawNote(paragraphs: readonly Paragraph[]): types.ContextBlock {
  return {
    type: "context",
    elements: paragraphs.map(({ spans }) => ({
      type: "mrkdwn",
      text: spans.map(noteSpan).join("") || " ",
      verbatim: true,
    })),
  };
}

function noteSpan({ text, link, italic }: Span): string {
  if (link) return mrkdwnLink(link, text);
  // An underscore inside would end the slant; without slant nothing is lost.
  return italic && !text.includes("_") ? `_${escapeMrkdwn(text)}_` : escapeMrkdwn(text);
}
