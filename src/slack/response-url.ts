/** Answers that only one person sees. */
import { z } from "zod";
import type { Message } from "../messages/text.ts";
import { drawMessage } from "./blocks.ts";
import type { SlackTransport } from "./call.ts";

const PrivateOrigin = z.object({
  container: z.object({ is_ephemeral: z.literal(true) }),
  response_url: z.url(),
});

/** A message for whoever asked or pressed; `replaces` puts it in the place of what was pressed. */
export function privately(message: Message | string, { replaces = false } = {}) {
  return {
    response_type: "ephemeral" as const,
    replace_original: replaces,
    ...(typeof message === "string" ? { text: message } : drawMessage(message)),
  };
}

/** Where a message that only one person sees can be replaced; null for a message that all see. */
export function privateOrigin(body: unknown): string | null {
  return PrivateOrigin.safeParse(body).data?.response_url ?? null;
}

/** Answers to an address that came with a command or a press. */
export async function respondTo(
  url: string,
  message: Message | string,
  { transport, replaces = false }: { transport: SlackTransport; replaces?: boolean },
): Promise<void> {
  const post = transport.fetch ?? fetch;
  await post(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(privately(message, { replaces })),
  });
}
