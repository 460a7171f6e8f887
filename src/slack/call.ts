/** One request to Slack's Web API, made once, and what is known of it afterwards. */
import { z } from "zod";
import { sendRequest, UnsentError } from "./send-request.ts";

/** How to reach Slack; the default is slack.com over the network. */
export type SlackTransport = {
  apiUrl?: string | undefined;
  fetch?: typeof globalThis.fetch | undefined;
};

/**
 * `done` and `refused` are Slack's own answers. `limited` and `unsent`: Slack did nothing.
 * `failed`: it may have done what it was asked for, or not.
 */
export type CallOutcome =
  | { kind: "done"; body: Record<string, unknown> }
  | { kind: "refused"; error: string }
  | { kind: "limited"; afterMs: number }
  | { kind: "unsent" | "failed"; reason: string };

export type SlackCall = (
  method: string,
  values: Record<string, unknown>,
  mayStart?: () => boolean,
) => Promise<CallOutcome>;

const API_URL = "https://slack.com/api/";
/** Much shorter than a lease. */
const REQUEST_TIMEOUT_MS = 10_000;
/** Where Slack asks for a pause and does not say how long. */
const PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 24 * 60 * 60 * 1000;
/** Slack's words for a rate limit that comes as an error and not as a status. */
const LIMIT_ERRORS = new Set(["ratelimited", "rate_limited", "message_limit_exceeded"]);
/** Slack's own failures, after which it may have done what it was asked for (docs.slack.dev, 2026-05). */
const UNCLEAR_ERRORS = new Set([
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
]);
const Answer = z.union([
  z.looseObject({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: z.string().regex(/^[a-z]\w*$/) }),
]);

export function createCall(token: string, { apiUrl = API_URL, fetch }: SlackTransport): SlackCall {
  const send = fetch ? sendBy(fetch) : sendRequest;
  return async (method, values, mayStart = () => true) => {
    try {
      const { status, retryAfter, text } = await send({
        url: new URL(method, apiUrl),
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/x-www-form-urlencoded",
        },
        body: formOf(values).toString(),
        timeoutMs: REQUEST_TIMEOUT_MS,
        mayStart,
      });
      if (status === 429) return { kind: "limited", afterMs: pauseOf(retryAfter ?? "") };
      return status === 200 ? read(text) : { kind: "failed", reason: `status ${status}` };
    } catch (cause) {
      return { kind: cause instanceof UnsentError ? "unsent" : "failed", reason: reasonOf(cause) };
    }
  };
}

/** The same through a function in the place of the network. */
function sendBy(fetch: typeof globalThis.fetch): typeof sendRequest {
  return async ({ url, headers, body, timeoutMs, mayStart }) => {
    if (!mayStart()) throw new UnsentError("it was too late to start");
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
      signal,
    });
    const retryAfter = response.headers.get("retry-after");
    return { status: response.status, retryAfter, text: await response.text() };
  };
}

function read(text: string): CallOutcome {
  const answer = Answer.safeParse(parseJson(text));
  if (!answer.success) return { kind: "failed", reason: "an answer that cannot be read" };
  if (answer.data.ok) return { kind: "done", body: answer.data };
  const { error } = z.object({ error: z.string() }).parse(answer.data);
  if (LIMIT_ERRORS.has(error)) return { kind: "limited", afterMs: PAUSE_MS };
  if (UNCLEAR_ERRORS.has(error)) return { kind: "failed", reason: error };
  return { kind: "refused", error };
}

/** Structured values are JSON. */
function formOf(values: Record<string, unknown>): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    form.append(name, typeof value === "object" ? JSON.stringify(value) : String(value));
  }
  return form;
}

/** Seconds, or a date (RFC 9110, section 10.2.3). */
function pauseOf(retryAfter: string): number {
  const isSeconds = /^\d+$/.test(retryAfter);
  const ms = isSeconds ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(ms) ? PAUSE_MS : Math.min(Math.max(ms, 0), LONGEST_PAUSE_MS);
}

/** The innermost cause tells what happened. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? reasonOf(cause.cause) : cause.message || cause.name;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
