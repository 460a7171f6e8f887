/** Text as people read it, before any surface draws it: paragraphs of spans. */
import { z } from "zod";
import { Language } from "../model.ts";
import { Drawing } from "../pictures/drawing.ts";

/**
 * `link` is an address; `user` and `channel` are the ids of a person and a channel of the workspace,
 * for which `text` stands in.
 */
const Span = z.object({
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  link: z.string().optional(),
  user: z.string().optional(),
  channel: z.string().optional(),
});
export type Span = z.infer<typeof Span>;

/** `note` is small print; `item` stands in a list. */
const Paragraph = z.object({ style: z.enum(["body", "item", "note"]), spans: z.array(Span) });
export type Paragraph = z.infer<typeof Paragraph>;

/** Slack takes no more in a button's value. */
export const MAX_BUTTON_VALUE = 2_000;

const Confirmation = z.object({
  title: z.string(),
  text: z.string(),
  yes: z.string(),
  no: z.string(),
});

/** `header` names the columns; a cell without spans is blank. */
const Table = z.object({
  header: z.array(z.string()),
  rows: z.array(z.array(z.array(Span))),
});
export type Table = z.infer<typeof Table>;

/**
 * `action` names what pressing it does, `value` (at most MAX_BUTTON_VALUE characters) to what;
 * `confirm` is asked first.
 */
const Button = z.object({
  action: z.string(),
  label: z.string(),
  value: z.string(),
  /** What is read aloud in the place of a label that says little by itself. */
  spoken: z.string().optional(),
  style: z.enum(["primary", "danger"]).optional(),
  confirm: Confirmation.optional(),
});
export type Button = z.infer<typeof Button>;

/** Slack takes no longer description of a picture (docs.slack.dev, files.getUploadURLExternal, 2026-11). */
export const MAX_ALT_TEXT = 1_000;

/**
 * A picture that goes with a message as a file; `altText` (at most MAX_ALT_TEXT characters) is for
 * those who cannot see it.
 */
const Picture = z.object({
  /** Of the file, without what tells it from others and its ending. */
  name: z.string(),
  title: z.string(),
  altText: z.string(),
  drawing: Drawing,
});
export type Picture = z.infer<typeof Picture>;

/** A message ready to be drawn; `language` is that of what a surface may have to add. */
export const Message = z.object({
  language: Language,
  paragraphs: z.array(Paragraph),
  /** Behind the paragraphs. */
  table: Table.optional(),
  /** Stands last, also where something of the rest has to be left out. */
  closing: z.array(Paragraph).optional(),
  buttons: z.array(Button).optional(),
  /** Follows the message; a posting of it alone has no paragraphs. */
  picture: Picture.optional(),
  /** Ids of the articles that it tells of: what a question behind it may rest on. */
  tells: z.array(z.string()).optional(),
  /** Ids of its items where those are others, in order: what "the second one" means behind it. */
  lists: z.array(z.string()).optional(),
  /** Said after the first paragraph when the message goes out after this instant (ISO 8601). */
  whenLate: z.object({ after: z.string(), says: Paragraph }).optional(),
});
export type Message = z.infer<typeof Message>;

export function body(...spans: (Span | string)[]): Paragraph {
  return { style: "body", spans: spans.map(toSpan) };
}

export function item(...spans: (Span | string)[]): Paragraph {
  return { style: "item", spans: spans.map(toSpan) };
}

export function note(...spans: (Span | string)[]): Paragraph {
  return { style: "note", spans: spans.map(toSpan) };
}

export function bold(text: string): Span {
  return { text, bold: true };
}

export function link(text: string, url: string): Span {
  return { text, link: url };
}

function toSpan(span: Span | string): Span {
  return typeof span === "string" ? { text: span } : span;
}

/** A table as a list, for those who cannot see it: each row on a line, with the names of columns. */
export function tableParagraphs({ header, rows }: Table): Paragraph[] {
  return rows.map((row) =>
    item(
      ...row.flatMap((cell, at): (Span | string)[] => {
        if (cell.length === 0) return [];
        const name = header[at] ? `${header[at]}: ` : "";
        return [at > 0 ? `; ${name}` : name, ...cell];
      }),
    ),
  );
}

/** The same without any markup, links written out. */
export function plainText(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .map(({ style, spans }) => {
      const line = spans
        .map((span) => (span.link ? `${span.text}: ${span.link}` : span.text))
        .join("");
      return style === "item" ? `• ${line}` : line;
    })
    .join("\n");
}
