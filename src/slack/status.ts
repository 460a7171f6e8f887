/** That the bot is at work on a question, shown where it is asked. */
import { webApi } from "@slack/bolt";
import type { Log } from "../log.ts";

/** Where a question was asked; the thread may have no other message yet. */
type Place = { channel: string; threadTs: string };

/** Tells that work began; what is given back tells that it is over. Neither ever fails. */
export type TellStatus = (place: Place, status: string) => () => Promise<void>;

/** Slack's words where there is no such thing in the workspace. */
const NOT_OFFERED: ReadonlySet<string> = new Set([
  "unknown_method",
  "missing_scope",
  "not_allowed_token_type",
  "feature_not_enabled",
  "method_not_supported_for_channel_type",
]);

export function createTellStatus(client: webApi.WebClient, log: Log): TellStatus {
  let isOffered = true;

  async function set({ channel, threadTs }: Place, status: string): Promise<boolean> {
    try {
      await client.assistant.threads.setStatus({
        channel_id: channel,
        thread_ts: threadTs,
        status,
      });
      return true;
    } catch (err) {
      isOffered &&= !isNotOffered(err);
      log.debug({ err }, "a status could not be shown");
      return false;
    }
  }

  return (place, status) => {
    if (!isOffered) return async () => {};
    const begun = set(place, status);
    // Slack takes it away with a reply in the thread, but not where that came first.
    return async () => {
      if (await begun) await set(place, "");
    };
  };
}

function isNotOffered(cause: unknown): boolean {
  return cause instanceof webApi.WebAPIPlatformError && NOT_OFFERED.has(cause.data.error);
}
