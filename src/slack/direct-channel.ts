/** The channel of the direct messages with a person. */
import { z } from "zod";
import type { CallOutcome, SlackCall } from "./call.ts";

/** People; a message to one of them is in a channel of another name. */
const PERSON = /^[UW]/;
const Opened = z.object({ channel: z.object({ id: z.string() }) });

/** A channel by its own id, or by the id of the person whose direct messages it holds. */
export async function channelOf(
  call: SlackCall,
  id: string,
): Promise<{ channel: string } | Exclude<CallOutcome, { kind: "done" }>> {
  if (!PERSON.test(id)) return { channel: id };
  const opened = await call("conversations.open", { users: id });
  if (opened.kind !== "done") return opened;
  const { success, data } = Opened.safeParse(opened.body);
  return success
    ? { channel: data.channel.id }
    : { kind: "refused", error: "no channel in the response" };
}
