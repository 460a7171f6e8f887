/** Slack's limits on messages and views: what the preview takes is what Slack would take. */
import type { types } from "@slack/bolt";
import { blockFault, textsOf } from "./block-faults.ts";
import { isText } from "./element-limits.ts";
import type { HomeTab } from "./homes.ts";
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
};

/** Blocks that Slack draws in messages alone. */
const OF_MESSAGES: ReadonlySet<string> = new Set(["table", "markdown"]);

/** The error that Slack would answer a message with, or null. */
export function limitBroken(text: string, blocks: readonly types.KnownBlock[]): string | null {
  if (text === "" && blocks.length === 0) return "no_text";
  if (text.length > LIMITS.fallbackChars) return "msg_too_long";
  if (JSON.stringify(textsOf(blocks)).length > LIMITS.messageChars) return "msg_blocks_too_long";
  if (blocks.filter(({ type }) => type === "table").length > 1) return "only_one_table_allowed";
  return blocks.length > LIMITS.messageBlocks ||
    hasIdTwice(blocks) ||
    blocks.some((block) => blockFault(block) !== null)
    ? "invalid_blocks"
    : null;
}

/** What Slack would find wrong with a modal or a Home tab, or null. */
export function viewFault(view: Modal | HomeTab): string | null {
  const { blocks, private_metadata = "", callback_id = "" } = view;
  const labels = view.type === "modal" ? [view.title, view.submit, view.close] : [];
  if (labels.some((label) => label && !isText(label, LIMITS.viewTitle)))
    return "title, submit or close";
  if (private_metadata.length > LIMITS.privateMetadata) return "private_metadata";
  if (callback_id.length > LIMITS.callbackId) return "callback_id";
  if (blocks.length === 0 || blocks.length > LIMITS.viewBlocks) return "number of blocks";
  if (view.type === "modal" && blocks.some((block) => block.type === "input") && !view.submit)
    return "submit is missing";
  if (blocks.some(({ type }) => OF_MESSAGES.has(type))) return "a block of messages";
  if (hasIdTwice(blocks)) return "block_id twice";
  return blocks.map(blockFault).find((fault) => fault !== null) ?? null;
}

function hasIdTwice(blocks: readonly types.KnownBlock[]): boolean {
  const ids = blocks.flatMap((block) => block.block_id ?? []);
  return new Set(ids).size < ids.length;
}
