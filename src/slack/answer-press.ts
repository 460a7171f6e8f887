/** Answers where a command or a press came from. */
import type { RespondFn } from "@slack/bolt";
import type { Message } from "../messages/text.ts";
import { drawMessage, drawWithoutTable } from "./blocks.ts";
import { privateOrigin } from "./response-url.ts";

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

/** In the place of the message that was pressed, for all who see it. */
export async function answerInPlace(
  respond: RespondFn,
  body: unknown,
  message: Message,
): Promise<void> {
  if (privateOrigin(body) !== null) return answerAlone(respond, message, { replaces: true });
  await withOrWithoutTable(message, (drawn) => respond({ replace_original: true, ...drawn }));
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
