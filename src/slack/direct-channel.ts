/** The channel of the direct messages with a person. */
import type { webApi } from "@slack/bolt";
import { z } from "zod";
import type { Log } from "../log.ts";
import type { OwnReason } from "../store/outbox-rows.ts";
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
    : { kind: "refused", error: "no-answer" satisfies OwnReason };
}

/** The same for whoever waits for a form; the person's id where Slack does not tell. */
export function createDirectChannel(
  client: webApi.WebClient,
  log: Log,
): (user: string) => Promise<string> {
  return async (user) => {
    try {
      return (await client.conversations.open({ users: user })).channel?.id ?? user;
    } catch (err) {
      log.warn({ err }, "Slack does not say where direct messages go");
      return user;
    }
  };
}
