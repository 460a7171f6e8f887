/** Posts to Slack once, and finds out what became of a post whose response was lost. */
import { webApi } from "@slack/bolt";
import type { LookUpOutcome, Poster, Posting, PostOutcome } from "../messages/outbox.ts";
import { drawMessage } from "./blocks.ts";

/** Marks our posts, so that one can be found again by its delivery id. */
const METADATA_EVENT = "kzminerals_delivery";
const REQUEST_TIMEOUT_MS = 10_000;
/** Slack's own errors after which a message may have been posted all the same. */
const UNCLEAR_ERRORS = new Set([
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
]);
/** Slack's word for a rate limit that comes as an error and not as a status. */
const RATE_LIMIT_ERRORS = new Set(["ratelimited", "rate_limited"]);
const RATE_LIMIT_PAUSE_MS = 30_000;
/** Slack's clock and ours may differ. */
const LOOK_UP_MARGIN_MS = 60_000;
const LOOK_UP_PAGE = 200;
const MAX_LOOK_UP_PAGES = 10;

/** How to reach Slack; the default is slack.com over the network. */
export type SlackTransport = {
  apiUrl?: string | undefined;
  fetch?: typeof globalThis.fetch | undefined;
};

/** Options for a client that sends each request once: a retry of its own would post twice. */
export function clientOptions({ apiUrl, fetch }: SlackTransport): webApi.WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: REQUEST_TIMEOUT_MS,
    ...(apiUrl && { slackApiUrl: apiUrl }),
    ...(fetch && { fetch }),
  };
}

export function createPoster(client: webApi.WebClient): Poster {
  return {
    post: async (posting) => {
      try {
        const { ts } = await client.chat.postMessage({
          channel: posting.channel,
          ...drawMessage(posting.message),
          ...(posting.threadTs && { thread_ts: posting.threadTs }),
          unfurl_links: false,
          unfurl_media: false,
          metadata: { event_type: METADATA_EVENT, event_payload: { id: posting.id } },
        });
        return ts ? { kind: "sent", ts } : { kind: "unclear", reason: "no ts in the response" };
      } catch (cause) {
        return outcomeOf(cause);
      }
    },

    lookUp: async (posting, since) => {
      try {
        return await lookUp(client, posting, since);
      } catch (cause) {
        return { kind: isPassing(cause) ? "later" : "unreadable", reason: reasonOf(cause) };
      }
    },
  };
}

async function lookUp(
  client: webApi.WebClient,
  { id, channel, threadTs }: Posting,
  since: Date,
): Promise<LookUpOutcome> {
  const oldest = String((since.getTime() - LOOK_UP_MARGIN_MS) / 1000);
  let cursor: string | undefined;
  for (let page = 0; page < MAX_LOOK_UP_PAGES; page += 1) {
    const range = {
      channel,
      oldest,
      limit: LOOK_UP_PAGE,
      include_all_metadata: true,
      ...(cursor && { cursor }),
    };
    const { messages = [], response_metadata } = threadTs
      ? await client.conversations.replies({ ...range, ts: threadTs })
      : await client.conversations.history(range);
    for (const message of messages) {
      const { metadata } = message;
      if (metadata?.event_type !== METADATA_EVENT || !message.ts) continue;
      if (Reflect.get(metadata.event_payload ?? {}, "id") === id)
        return { kind: "found", ts: message.ts };
    }
    cursor = response_metadata?.next_cursor;
    if (!cursor) return { kind: "absent" };
  }
  return { kind: "unreadable", reason: "too many messages since the post" };
}

function outcomeOf(cause: unknown): PostOutcome {
  if (cause instanceof webApi.WebAPIRateLimitedError)
    return { kind: "later", afterMs: cause.retryAfter * 1000 };
  if (cause instanceof webApi.WebAPIPlatformError) {
    const { error } = cause.data;
    if (RATE_LIMIT_ERRORS.has(error)) return { kind: "later", afterMs: RATE_LIMIT_PAUSE_MS };
    return { kind: UNCLEAR_ERRORS.has(error) ? "unclear" : "refused", reason: error };
  }
  return { kind: "unclear", reason: reasonOf(cause) };
}

/** An outage or a rate limit; anything else that Slack says holds tomorrow too. */
function isPassing(cause: unknown): boolean {
  if (!(cause instanceof webApi.WebAPIPlatformError)) return true;
  const { error } = cause.data;
  return RATE_LIMIT_ERRORS.has(error) || UNCLEAR_ERRORS.has(error);
}

function reasonOf(cause: unknown): string {
  if (cause instanceof webApi.WebAPIPlatformError) return cause.data.error;
  return cause instanceof Error ? cause.message : String(cause);
}
