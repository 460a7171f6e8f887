import type { WorkspaceMessage } from "../src/preview/workspace.ts";

/** Everything that a person reads in a message, block by block. */
export function plainOf({ text, blocks }: Pick<WorkspaceMessage, "text" | "blocks">): string {
  return blocks.length > 0 ? blocks.map((block) => textsIn(block).join("")).join("\n") : text;
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) =>
    name === "text" && typeof field === "string" ? [field] : textsIn(field),
  );
}
