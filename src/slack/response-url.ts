/** Answers that only one person sees. */
import { z } from "zod";
import type { Log } from "../log.ts";
import { isDirect } from "../messages/access.ts";
import type { AskedOn } from "../messages/person.ts";
import type { Message } from "../messages/text.ts";
import { drawMessage } from "./blocks.ts";
import type { SlackTransport } from "./call.ts";
import { REQUEST_TIMEOUT_MS } from "./client-options.ts";

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

/** Slack did not take an answer. */
class ResponseRefusedError extends Error {}

/** Answers to an address that came with a command or a press; throws when Slack does not take it. */
export async function respondTo(
  url: string,
  message: Message | string,
  { transport, replaces = false }: { transport: SlackTransport; replaces?: boolean },
): Promise<void> {
  const post = transport.fetch ?? fetch;
  const { ok, status } = await post(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(privately(message, { replaces })),
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  });
  if (!ok) throw new ResponseRefusedError(`Slack did not take an answer: status ${status}.`);
}

/** Brings a message up to date that only one person sees, and who has been told by other means. */
export async function refresh(
  url: string,
  message: Message,
  { transport, log }: { transport: SlackTransport; log: Log },
): Promise<void> {
  await respondTo(url, message, { transport, replaces: true }).catch((err: unknown) =>
    log.warn({ err }, "a message could not be brought up to date"),
  );
}

/** By which surface the message came that was pressed. */
export function pressedOn(body: { channel?: { id: string } | undefined }): AskedOn {
  if (body.channel && isDirect(body.channel.id)) return "direct";
  return privateOrigin(body) === null ? "mention" : "slash";
}
