/** Slack's words for why it will not take a post in a channel, and what helps. */

/** What somebody has to do before a channel can be posted in again. */
export type Remedy = "choose" | "unarchive" | "invite" | "allow" | "reinstall";

/** Error words of chat.postMessage that no later attempt overcomes (docs.slack.dev, 2026-05). */
const REMEDIES: Record<string, Remedy> = {
  channel_not_found: "choose",
  channel_is_limited_access: "choose",
  is_archived: "unarchive",
  not_in_channel: "invite",
  access_denied: "allow",
  ekm_access_denied: "allow",
  no_permission: "allow",
  restricted_action: "allow",
  restricted_action_non_threadable_channel: "allow",
  restricted_action_read_only_channel: "allow",
  restricted_action_thread_only_channel: "allow",
  team_access_not_granted: "allow",
  user_is_restricted: "allow",
  account_inactive: "reinstall",
  invalid_auth: "reinstall",
  missing_scope: "reinstall",
  not_allowed_token_type: "reinstall",
  not_authed: "reinstall",
  token_expired: "reinstall",
  token_revoked: "reinstall",
};

/** What would help against a refusal that lasts; null for one that concerns a single message. */
export function remedyFor(reason: string): Remedy | null {
  return REMEDIES[reason] ?? null;
}

/** The words that are over once Slack accepts the bot's token. */
export const TOKEN_REFUSALS: readonly string[] = [
  "account_inactive",
  "invalid_auth",
  "not_authed",
  "token_expired",
  "token_revoked",
];
