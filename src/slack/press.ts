/** A press of a button that runs a command: who pressed, and in which conversation. */
import type { BlockAction } from "@slack/bolt";
import { z } from "zod";
import { type Conversation, conversationOfThread } from "../messages/conversation.ts";
import type { Message } from "../messages/text.ts";
import { pressedOn, privateOrigin } from "./response-url.ts";
import type { Surface } from "./surface.ts";

const Threaded = z.object({ message: z.object({ thread_ts: z.string() }) });

/** Runs the command that a button carries; null where the press came from nowhere. */
export async function runPressed(
  { product, peopleAtOnce }: Surface,
  value: string,
  body: BlockAction,
): Promise<Message | null> {
  if (!body.team || !body.channel) return null;
  const user = { workspace: body.team.id, id: body.user.id };
  const channel = body.channel.id;
  const asker = { surface: pressedOn(body), channel, person: () => peopleAtOnce(user) };
  return product.turnPage(value, asker, conversationOf(body, { ...user, channel }));
}

/** What is asked below a list is asked in the conversation in which it stands. */
function conversationOf(
  body: BlockAction,
  { workspace, channel, id: user }: { workspace: string; channel: string; id: string },
): Conversation {
  const threaded = Threaded.safeParse(body).data;
  if (threaded) return conversationOfThread({ workspace, channel, ts: threaded.message.thread_ts });
  const isSeenAlone = privateOrigin(body) !== null;
  return { workspace, id: isSeenAlone ? `${channel}:${user}` : channel, isThread: false };
}
