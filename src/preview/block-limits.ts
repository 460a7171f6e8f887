/** Slack's limits on messages and modals: what the preview takes is what Slack would take. */
import type { types } from "@slack/bolt";
import { elementFault, hasOwnNames, isText } from "./element-limits.ts";
import type { Modal } from "./view-state.ts";

/** From Slack's Block Kit reference and bolt-js issues 2509 and 2867, read 2026-11. */
const LIMITS = {
  messageBlocks: 50,
  messageChars: 11_000,
  fallbackChars: 40_000,
  viewBlocks: 100,
  viewTitle: 24,
  privateMetadata: 3_000,
  callbackId: 255,
  blockId: 255,
  contextElements: 10,
  actionElements: 25,
  textChars: 3_000,
  inputText: 2_000,
};

/** The error that Slack would answer a message with, or null. */
export function limitBroken(text: string, blocks: readonly types.KnownBlock[]): string | null {
  if (text === "" && blocks.length === 0) return "no_text";
  if (text.length > LIMITS.fallbackChars) return "msg_too_long";
  if (JSON.stringify(textsOf(blocks)).length > LIMITS.messageChars) return "msg_blocks_too_long";
  return blocks.length > LIMITS.messageBlocks || blocks.some((block) => blockFault(block) !== null)
    ? "invalid_blocks"
    : null;
}

/** What Slack would find wrong with a modal, or null. */
export function viewFault(view: Modal): string | null {
  const { title, submit, close, blocks, private_metadata = "", callback_id = "" } = view;
  const labels = [title, submit, close].filter((label) => label !== undefined);
  if (labels.some((label) => !isText(label, LIMITS.viewTitle))) return "title, submit or close";
  if (private_metadata.length > LIMITS.privateMetadata) return "private_metadata";
  if (callback_id.length > LIMITS.callbackId) return "callback_id";
  if (blocks.length === 0 || blocks.length > LIMITS.viewBlocks) return "number of blocks";
  if (blocks.some((block) => block.type === "input") && !submit) return "submit is missing";
  const ids = blocks.flatMap((block) => block.block_id ?? []);
  if (new Set(ids).size < ids.length) return "block_id twice";
  return blocks.map(blockFault).find((fault) => fault !== null) ?? null;
}

function blockFault(block: types.KnownBlock): string | null {
  if ((block.block_id ?? "").length > LIMITS.blockId) return "block_id";
  switch (block.type) {
    case "context":
      return block.elements.length > 0 &&
        block.elements.length <= LIMITS.contextElements &&
        textsOf([block]).every((text) => text.length > 0 && text.length <= LIMITS.textChars)
        ? null
        : "context";
    case "section":
      return block.text && !isText(block.text, LIMITS.textChars) ? "section" : null;
    case "actions":
      if (block.elements.length === 0 || block.elements.length > LIMITS.actionElements)
        return "number of elements";
      return hasOwnNames(block.elements) ? firstFault(block.elements) : "action_id twice";
    case "input":
      return isText(block.label, LIMITS.inputText) &&
        (!block.hint || isText(block.hint, LIMITS.inputText))
        ? elementFault(block.element)
        : "label or hint";
    case "rich_text":
      return block.elements.length > 0 && textsOf([block]).every((text) => text.length > 0)
        ? null
        : "rich_text";
    default:
      return null;
  }
}

function firstFault(elements: types.ActionsBlock["elements"]): string | null {
  return elements.map(elementFault).find((fault) => fault !== null) ?? null;
}

/** Every text and address that a block shows, at any depth. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => {
    if (name === "value" || name === "confirm") return [];
    return typeof field === "string" && (name === "text" || name === "url")
      ? [field]
      : textsOf(field);
  });
}
