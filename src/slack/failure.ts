/** The last resort of every listener: the person gets a sentence, never silence. */
import type { webApi } from "@slack/bolt";
import { z } from "zod";
import type { Product } from "../product.ts";
import { stringsIn } from "../strings/strings.ts";
import type { SlackTransport } from "./poster.ts";

/** Where an answer could go, in the bodies of events, commands and actions. */
const Origin = z.object({
  response_url: z.url().optional(),
  text: z.string().optional(),
  event: z
    .object({
      channel: z.string(),
      ts: z.string(),
      thread_ts: z.string().optional(),
      channel_type: z.string().optional(),
      text: z.string().optional(),
    })
    .optional(),
});

/** Tells whoever asked that it went wrong, with a reference that the log has too. */
export async function tellFailure({
  error,
  body,
  reference,
  client,
  transport,
  product,
}: {
  error: Error;
  body: unknown;
  reference: string;
  client: webApi.WebClient;
  transport: SlackTransport;
  product: Product;
}): Promise<void> {
  const origin = Origin.safeParse(body);
  if (!origin.success) return;
  const { response_url, event, text } = origin.data;
  const language = product.languageOf(event?.text ?? text ?? "");
  const { databaseAway, unexpected } = stringsIn(language).failure;
  // Bolt wraps an error that has no code.
  const isAway = product.isAway(Reflect.get(error, "original") ?? error);
  const sentence = isAway ? databaseAway : unexpected(reference);
  if (response_url) {
    const post = transport.fetch ?? fetch;
    await post(response_url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ response_type: "ephemeral", replace_original: false, text: sentence }),
    });
  } else if (event) {
    const threadTs = event.thread_ts ?? (event.channel_type === "im" ? undefined : event.ts);
    await client.chat.postMessage({
      channel: event.channel,
      text: sentence,
      ...(threadTs && { thread_ts: threadTs }),
    });
  }
}
