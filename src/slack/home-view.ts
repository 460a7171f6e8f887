/** The Home tab as Slack blocks, within Slack's limits. */
import type { types } from "@slack/bolt";
import type { Home, HomePart } from "../messages/home.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { drawButtons, drawWords, plain } from "./blocks.ts";

/** Slack takes a hundred. */
const MAX_BLOCKS = 100;

export function drawHome({ language, parts }: Home): types.HomeView {
  const drawn = parts.map((part, at) => [
    ...(at > 0 ? [{ type: "divider" } as const] : []),
    ...drawPart(part, language),
  ]);
  const whole = drawn.flat();
  if (whole.length <= MAX_BLOCKS) return { type: "home", blocks: whole };
  const kept = whole.slice(0, MAX_BLOCKS - 1);
  const { andMore } = stringsIn(language).answer;
  return { type: "home", blocks: [...kept, note(andMore(whole.length - kept.length))] };
}

function drawPart({ title, paragraphs, buttons }: HomePart, language: Language) {
  return [
    { type: "header", text: plain(title) } as const,
    ...(paragraphs.length > 0 ? drawWords({ language, paragraphs }) : []),
    ...drawButtons(buttons),
  ];
}

function note(text: string): types.ContextBlock {
  return { type: "context", elements: [plain(text)] };
}
