/** Small print: the one place where Slack reads markup in what we draw. */
import type { types } from "@slack/bolt";
import type { Paragraph, Span } from "../messages/text.ts";
import { escapeMrkdwn, mrkdwnLink } from "./mrkdwn.ts";

type Element = types.ContextBlock["elements"][number];

/** Slack takes no more in a context block. */
const MAX_ELEMENTS = 10;
/** What Slack would show otherwise than it is written: *bold*, `code`, :smile:, > a quote. */
const FORMATTED = /(?<![\p{L}\p{N}])([*_~])(?=\S).*\S\1(?![\p{L}\p{N}])|`|:[\w+-]+:|^\s*>/mu;

/** Paragraphs as a block of their own. */
export function drawSmallPrint(paragraphs: readonly Paragraph[]): types.ContextBlock {
  return { type: "context", elements: paragraphs.flatMap(elementsOf).slice(0, MAX_ELEMENTS) };
}

/** One text, unless something in it would be formatted that nobody meant to be. */
function elementsOf({ spans }: Paragraph): Element[] {
  const written = spans.map((span) => (isText(span) ? span.text : "·")).join("");
  if (!FORMATTED.test(written)) return [markup(spans.map(noteSpan).join(""))];
  const parts = spans.reduce<Span[][]>((runs, span) => {
    const last = runs.at(-1);
    if (last?.every(isText) && isText(span)) last.push(span);
    else runs.push([span]);
    return runs;
  }, []);
  const visible = parts.filter((run) => textOf(run).trim() !== "");
  return visible.length > MAX_ELEMENTS
    ? [plainText(textOf(spans))]
    : visible.map((run) =>
        run.every(isText) ? plainText(textOf(run)) : markup(run.map(noteSpan).join("")),
      );
}

function isText({ link, user, channel }: Span): boolean {
  return !link && !user && !channel;
}

function textOf(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join("");
}

function markup(text: string): types.MrkdwnElement {
  return { type: "mrkdwn", text, verbatim: true };
}

function plainText(text: string): types.PlainTextElement {
  return { type: "plain_text", text, emoji: false };
}

function noteSpan({ text, link, italic, user, channel }: Span): string {
  if (user) return `<@${user}>`;
  if (channel) return `<#${channel}>`;
  if (link) return mrkdwnLink(link, text);
  // An underscore or a new line inside would end the slant; without slant nothing is lost.
  if (!italic || /[_\n]/.test(text) || text.trim() === "") return escapeMrkdwn(text);
  // Beside a space an underscore is one.
  const [, before, slanted, after] = /^(\s*)(.*?)(\s*)$/.exec(text) ?? [];
  return `${before}_${escapeMrkdwn(slanted ?? "")}_${after}`;
}
