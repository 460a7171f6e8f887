/** Where a conversation is led: what its id is made of. */

/** A conversation carries a subject from one question to the next. */
export type Conversation = { workspace: string; id: string; isThread: boolean };

/** The conversation of the thread below a message; `ts` is Slack's name of that message. */
export function conversationOfThread({
  workspace,
  channel,
  ts,
}: {
  workspace: string;
  channel: string;
  ts: string;
}): Conversation {
  return { workspace, id: `${channel}:${ts}`, isThread: true };
}

/** The message that the id of a thread's conversation names. */
export function placeOfThread(id: string): { channel: string; ts: string } {
  const [channel = "", ts = ""] = id.split(":");
  return { channel, ts };
}
