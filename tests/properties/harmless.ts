/** What Slack makes of a message: nothing but what its writer meant may be live in it. */
import type { types } from "@slack/bolt";
import { expect } from "vitest";
import type { Message, Span } from "../../src/messages/text.ts";
import { limitBroken } from "../../src/preview/block-limits.ts";
import type { DrawnMessage } from "../../src/slack/blocks.ts";
import { webAddress } from "../../src/slack/mrkdwn.ts";

/** Every mention and address that a message means. */
export type Meant = { mentions: ReadonlySet<string>; links: ReadonlySet<string> };

export function meantBy({ paragraphs, closing = [], table }: Message): Meant {
  const spans: Span[] = [
    ...[...paragraphs, ...closing].flatMap((paragraph) => paragraph.spans),
    ...(table?.rows.flat(2) ?? []),
  ];
  return {
    mentions: new Set(
      spans.flatMap(({ user, channel }) => [
        ...(user ? [`<@${user}>`] : []),
        ...(channel ? [`<#${channel}>`] : []),
      ]),
    ),
    links: new Set(spans.flatMap(({ link }) => (link ? (webAddress(link) ?? []) : []))),
  };
}

/** Throws where Slack would refuse a message, or where something in it is live that nobody meant. */
export function expectHarmless({ text, blocks }: DrawnMessage, meant: Meant): void {
  expect(limitBroken(text, blocks)).toBeNull();
  expect(text.trim()).not.toBe("");
  expect(text.isWellFormed()).toBe(true);
  expect(strangers(text, meant, false)).toEqual([]);
  for (const element of elementsIn(blocks)) expectMeant(element, meant);
}

function expectMeant(element: Record<string, unknown>, meant: Meant): void {
  const { type, text, url, user_id: user, channel_id: channel } = element;
  expect(type).not.toMatch(/^(broadcast|usergroup|date|emoji)$/);
  if (typeof text === "string") expect(text.isWellFormed()).toBe(true);
  if (url !== undefined) expect(meant.links).toContain(url);
  if (type === "user") expect(meant.mentions).toContain(`<@${user}>`);
  if (type === "channel") expect(meant.mentions).toContain(`<#${channel}>`);
  if (type !== "mrkdwn") return;
  expect(element.verbatim).toBe(true);
  expect(strangers(String(text), meant, true)).toEqual([]);
}

/** The live parts of a text that stand for nothing meant; also what is left open. */
function strangers(text: string, { mentions, links }: Meant, mayLink: boolean): string[] {
  const live = text.match(/<[^>]*>?|>/g) ?? [];
  return live.filter((part) => {
    if (mentions.has(part)) return false;
    const [, address = "", label = ""] = /^<([^|<>]*)\|([^<>\n]*)>$/s.exec(part) ?? [];
    const isLink = links.has(address.replaceAll("&amp;", "&")) && label !== "";
    return !(mayLink && isLink && !/:\/\//.test(label.replaceAll(address, "")));
  });
}

function elementsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(elementsIn);
  if (typeof value !== "object" || value === null) return [];
  const element = Object.fromEntries(Object.entries(value));
  const inside = Object.values(element).flatMap(elementsIn);
  return typeof element.type === "string" ? [element, ...inside] : inside;
}

/** The buttons of blocks. */
export function buttonsIn(blocks: readonly types.KnownBlock[]): types.Button[] {
  return blocks.flatMap((block) =>
    block.type === "actions"
      ? block.elements.flatMap((each) => (each.type === "button" ? [each] : []))
      : [],
  );
}
