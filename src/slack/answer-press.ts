/** Answers where a command or a press came from. */
import type { RespondFn } from "@slack/bolt";
import { z } from "zod";
import { isDirect } from "../messages/access.ts";
import type { Message } from "../messages/text.ts";
import { drawMessage, drawWithoutTable } from "./blocks.ts";
import { privately, privateOrigin } from "./response-url.ts";

const Pressed = z.object({
  channel: z.object({ id: z.string() }),
  container: z.object({ thread_ts: z.string().optional() }),
});

/** Slack's answer to a message that it cannot draw. */
const BAD_MESSAGE = 400;

/** For whoever asked or pressed alone; where Slack draws no tables, its rows are a list. */
export async function answerAlone(
  respond: RespondFn,
  message: Message,
  { replaces = false } = {},
): Promise<void> {
  await withOrWithoutTable(message, (drawn) =>
    respond({ response_type: "ephemeral", replace_original: replaces, ...drawn }),
  );
}

/** A sentence for whoever pressed alone, where the message is that they pressed. */
export async function tellBelow(respond: RespondFn, body: unknown, text: string): Promise<void> {
  await respond({ ...privately(text), ...threadOf(body) });
}

/**
 * Below the message that was pressed, in its thread: for whoever pressed alone, save in a direct
 * message, where it stays.
 */
export async function answerBelow(
  respond: RespondFn,
  body: unknown,
  message: Message,
): Promise<void> {
  const { channel } = Pressed.parse(body);
  const isAlone = privateOrigin(body) !== null || !isDirect(channel.id);
  await withOrWithoutTable(message, (drawn) =>
    respond({
      response_type: isAlone ? "ephemeral" : "in_channel",
      replace_original: false,
      ...threadOf(body),
      ...drawn,
    }),
  );
}

/** In the place of the message that was pressed, for all who see it. */
export async function answerInPlace(
  respond: RespondFn,
  body: unknown,
  message: Message,
): Promise<void> {
  if (privateOrigin(body) !== null) return answerAlone(respond, message, { replaces: true });
  await withOrWithoutTable(message, (drawn) => respond({ replace_original: true, ...drawn }));
}

function threadOf(body: unknown): { thread_ts?: string } {
  const { thread_ts } = Pressed.parse(body).container;
  return thread_ts ? { thread_ts } : {};
}

async function withOrWithoutTable(
  message: Message,
  send: (drawn: ReturnType<typeof drawMessage>) => Promise<unknown>,
): Promise<void> {
  try {
    await send(drawMessage(message));
  } catch (cause) {
    if (!message.table || statusOf(cause) !== BAD_MESSAGE) throw cause;
    await send(drawWithoutTable(message));
  }
}

/** Bolt's error has it; a bundle may hold the class twice. */
function statusOf(cause: unknown): unknown {
  return cause instanceof Error ? Reflect.get(cause, "statusCode") : null;
}
