import type { webApi } from "@slack/bolt";
import type { SlackTransport } from "./call.ts";

/** Whoever waits longer for Slack keeps an answer from ever being given up. */
export const REQUEST_TIMEOUT_MS = 10_000;

/** Options for a client that sends each request once: a retry of its own would answer twice. */
export function clientOptions({ apiUrl, fetch }: SlackTransport): webApi.WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: REQUEST_TIMEOUT_MS,
    ...(apiUrl && { slackApiUrl: apiUrl }),
    fetch: patient(fetch ?? globalThis.fetch),
  };
}

/** Bolt answers to addresses without a limit of its own. */
function patient(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return (input, init) => {
    const limit = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    return fetch(input, {
      ...init,
      signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit,
    });
  };
}
