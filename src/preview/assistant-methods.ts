/** The methods of agents: suggested prompts and status. */
import { z } from "zod";
import type { Arguments, Result } from "./web-api.ts";
import type { Workspace } from "./workspace.ts";

/** From docs.slack.dev/reference/methods/assistant.threads, read 2026-11. */
const MAX_PROMPTS = 4;
const MAX_LOADING_MESSAGES = 10;

const Text = z.string().min(1);
const Prompts = z.object({
  channel_id: z.string(),
  thread_ts: z.string().optional(),
  title: z.string().optional(),
  prompts: z
    .array(z.object({ title: Text, message: Text }))
    .min(1)
    .max(MAX_PROMPTS),
});
const Status = z.object({
  channel_id: z.string(),
  thread_ts: Text,
  status: z.string(),
  loading_messages: z.array(Text).max(MAX_LOADING_MESSAGES).optional(),
});

export function assistantMethod(
  workspace: Workspace,
  method: string,
  given: Arguments,
): Result | null {
  switch (method) {
    case "assistant.threads.setSuggestedPrompts": {
      const { success, data } = Prompts.safeParse(given);
      if (!success) return { ok: false, error: "invalid_arguments" };
      if (workspace.channelOf(data.channel_id)?.kind !== "direct")
        return { ok: false, error: "channel_not_found" };
      workspace.assistant.suggest(data.channel_id, data.prompts);
      return { ok: true };
    }
    case "assistant.threads.setStatus": {
      const { success, data } = Status.safeParse(given);
      if (!success) return { ok: false, error: "invalid_arguments" };
      if (!workspace.hasBot(data.channel_id)) return { ok: false, error: "channel_not_found" };
      workspace.assistant.tell(data.channel_id, data.thread_ts, data.status);
      return { ok: true };
    }
    default:
      return null;
  }
}
