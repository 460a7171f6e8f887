/** Whether the bot can post in a channel, and joining it where that is all that is missing. */
import { webApi } from "@slack/bolt";
import type { Log } from "../log.ts";
import { isDirect } from "../messages/access.ts";
import { reasonText } from "../messages/reason-text.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";

/** `unknown`: Slack does not tell, as when a scope is missing. */
export type Reach =
  | { kind: "reached" | "joinable" | "archived" | "not-invited" | "unknown" }
  | { kind: "refused"; reason: string };

export type Channels = {
  /** Looks whether the bot can post. */
  look: (channel: string) => Promise<Reach>;
  /** The same, and joins a public channel. */
  join: (channel: string) => Promise<Reach>;
};

/** What Slack says of a channel that the bot is not shown. */
const HIDDEN = new Set(["channel_not_found", "not_in_channel"]);
const ARCHIVED = "is_archived";

/** `quick` gives up before the form that waits for it can no longer open. */
export function createChannels({
  quick,
  client,
  log,
}: {
  quick: webApi.WebClient;
  client: webApi.WebClient;
  log: Log;
}): Channels {
  async function look(channel: string): Promise<Reach> {
    try {
      const { channel: found } = await quick.conversations.info({ channel });
      if (found?.is_archived) return { kind: "archived" };
      if (!found || found.is_member || found.is_im || found.is_mpim) return { kind: "reached" };
      return { kind: found.is_private ? "not-invited" : "joinable" };
    } catch (err) {
      const reason = errorOf(err);
      if (reason && HIDDEN.has(reason)) return { kind: "not-invited" };
      log.warn({ channel, err }, "Slack does not say what a channel is");
      return { kind: "unknown" };
    }
  }

  async function join(channel: string): Promise<Reach> {
    const reach = await look(channel);
    if (reach.kind !== "joinable" && reach.kind !== "unknown") return reach;
    try {
      await client.conversations.join({ channel });
      return { kind: "reached" };
    } catch (err) {
      const reason = errorOf(err);
      log.warn({ channel, err }, "a channel could not be joined");
      if (reason === ARCHIVED) return { kind: "archived" };
      // It may be a member of a private channel, which nobody joins by themselves.
      if (reach.kind === "unknown") return reach;
      return reason && HIDDEN.has(reason)
        ? { kind: "not-invited" }
        : { kind: "refused", reason: reason ?? "no-answer" };
    }
  }

  return { look, join };
}

/** Why nothing can be posted, in a sentence; null when something can. */
export function reachText(reach: Reach, channel: string, language: Language): string | null {
  const strings = stringsIn(language).subscription;
  switch (reach.kind) {
    case "reached":
    case "joinable":
    case "unknown":
      return null;
    case "archived":
      return strings.archived;
    case "not-invited":
      // Nobody can be invited into a direct message.
      return isDirect(channel) ? strings.notMine : strings.notInvited;
    case "refused":
      return strings.cannotJoin(reasonText(reach.reason, language));
  }
}

function errorOf(cause: unknown): string | null {
  return cause instanceof webApi.WebAPIPlatformError ? cause.data.error : null;
}
