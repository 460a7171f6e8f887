import type { webApi } from "@slack/bolt";
import type { SlackTransport } from "./call.ts";

const REQUEST_TIMEOUT_MS = 10_000;

/** Options for a client that sends each request once: a retry of its own would answer twice. */
export function clientOptions({ apiUrl, fetch }: SlackTransport): webApi.WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: REQUEST_TIMEOUT_MS,
    ...(apiUrl && { slackApiUrl: apiUrl }),
    ...(fetch && { fetch }),
  };
}
