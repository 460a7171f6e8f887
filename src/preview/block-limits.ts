/** Slack's limits on messages, so that what the preview takes is what Slack would take. */
import type { types } from "@slack/bolt";

/** From Slack's Block Kit reference and bolt-js issues 2509 and 2867, read 2026-11. */
const LIMITS = {
  blocks: 50,
  messageChars: 11_000,
  fallbackChars: 40_000,
  contextElements: 10,
  actionElements: 25,
  textChars: 3_000,
  buttonLabelChars: 75,
  buttonValueChars: 2_000,
};

/** The error that Slack would answer a message with, or null. */
export function limitBroken(text: string, blocks: readonly types.KnownBlock[]): string | null {
  if (text === "" && blocks.length === 0) return "no_text";
  if (text.length > LIMITS.fallbackChars) return "msg_too_long";
  if (JSON.stringify(textsOf(blocks)).length > LIMITS.messageChars) return "msg_blocks_too_long";
  return blocks.length > LIMITS.blocks || !blocks.every(isWithinLimits) ? "invalid_blocks" : null;
}

function isWithinLimits(block: types.KnownBlock): boolean {
  switch (block.type) {
    case "context":
      return (
        block.elements.length > 0 &&
        block.elements.length <= LIMITS.contextElements &&
        textsOf([block]).every((text) => text.length > 0 && text.length <= LIMITS.textChars)
      );
    case "actions":
      return (
        block.elements.length <= LIMITS.actionElements &&
        block.elements.every(
          (element) => element.type !== "button" || isButtonWithinLimits(element),
        )
      );
    case "rich_text":
      return block.elements.length > 0 && textsOf([block]).every((text) => text.length > 0);
    default:
      return true;
  }
}

function isButtonWithinLimits({ text, value = "" }: types.Button): boolean {
  return text.text.length <= LIMITS.buttonLabelChars && value.length <= LIMITS.buttonValueChars;
}

/** Every text and address that a block shows, at any depth. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => {
    if (name === "value") return [];
    return typeof field === "string" && (name === "text" || name === "url")
      ? [field]
      : textsOf(field);
  });
}
