/** What a message says, wherever in it that stands. */
import { z } from "zod";
import { readMrkdwn } from "./mrkdwn.ts";

const Attachment = z.object({
  title: z.string().optional(),
  text: z.string().optional(),
  fallback: z.string().optional(),
});

const Spoken = z.object({
  text: z.string().nullish(),
  blocks: z.unknown().optional(),
  attachments: z.array(Attachment).optional().catch([]),
});

/** The words of a message without mentions; other bots write theirs into blocks and attachments. */
export function messageText(message: unknown): string {
  const { text, blocks, attachments = [] } = Spoken.parse(message);
  const said = text || textsIn(blocks).join("");
  const attached = attachments.map(({ title, text, fallback }) =>
    title || text ? [title, text].filter(Boolean).join(". ") : (fallback ?? ""),
  );
  return readMrkdwn([said, ...attached].filter((part) => part.trim() !== "").join("\n"));
}

/** Every text of blocks, in order. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) =>
    name === "text" && typeof field === "string" ? [field] : textsIn(field),
  );
}
