/** What Slack sends to a bot, in Slack's shapes, and the two ways on which it sends it. */
import { createHmac, randomUUID } from "node:crypto";
import type { SlackStandIn } from "./slack-stand-in.ts";
import type { Posted } from "./workspace.ts";

export const WORKSPACE = "T0KZ";
export const CHANNEL = "C0GENERAL";
export const DIRECT = "D0ALICE";
export const PERSON = "U0ALICE";
export const BOT = "U0KZBOT";
export const SIGNING_SECRET = "test-signing-secret";

/** `retry` counts Slack's repetitions of the same event. */
export type Delivery = {
  kind: "events_api" | "slash_commands" | "interactive";
  payload: Record<string, unknown>;
  retry?: number;
};
/** Resolves with what the bot acknowledges a delivery with; null when with nothing. */
export type Deliver = (delivery: Delivery) => Promise<unknown>;

/** The event of a message, as `type` tells it: a mention arrives as both. */
export function eventOf(
  type: "message" | "app_mention",
  { metadata: _, ...message }: Posted,
  changes: Record<string, unknown> = {},
): Delivery {
  const channel_type = message.channel.startsWith("D") ? "im" : "channel";
  return event({ type, ...message, ...(type === "message" && { channel_type }), ...changes });
}

/** Any event in its envelope. */
export function event(inner: Record<string, unknown>): Delivery {
  return {
    kind: "events_api",
    payload: {
      type: "event_callback",
      token: "old-verification-token",
      team_id: WORKSPACE,
      api_app_id: "A0KZ",
      event_id: `Ev${randomUUID()}`,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [{ team_id: WORKSPACE, user_id: BOT, is_bot: true }],
      event: inner,
    },
  };
}

export function command(text: string, responseUrl: string): Delivery {
  return {
    kind: "slash_commands",
    payload: {
      token: "old-verification-token",
      team_id: WORKSPACE,
      team_domain: "test",
      channel_id: CHANNEL,
      channel_name: "general",
      user_id: PERSON,
      user_name: "alice",
      command: "/kzminerals",
      text,
      api_app_id: "A0KZ",
      trigger_id: randomUUID(),
      response_url: responseUrl,
    },
  };
}

/** A press of a button of the message that only its asker sees. */
export function press(
  button: Record<string, unknown>,
  { shownIn, responseUrl }: { shownIn: string; responseUrl: string },
): Delivery {
  return {
    kind: "interactive",
    payload: {
      type: "block_actions",
      token: "old-verification-token",
      team: { id: WORKSPACE, domain: "test" },
      user: { id: PERSON, username: "alice", team_id: WORKSPACE },
      channel: { id: CHANNEL, name: "general" },
      container: {
        type: "message",
        message_ts: shownIn,
        channel_id: CHANNEL,
        is_ephemeral: true,
      },
      api_app_id: "A0KZ",
      trigger_id: randomUUID(),
      response_url: responseUrl,
      actions: [{ ...button, block_id: "share", action_ts: String(Date.now() / 1000) }],
    },
  };
}

type Modal = Record<string, unknown> & { id: string };

/** A modal that is sent with what is entered in it: by block, the element's state. */
export function submit(modal: Modal, entered: Record<string, unknown>): Delivery {
  return interaction("view_submission", { ...bodyOf(modal, entered), trigger_id: randomUUID() });
}

/** What Slack asks while somebody types into a select. */
export function suggest(modal: Modal, { block, action, text }: Record<string, string>): Delivery {
  const typed = { block_id: block, action_id: action, value: text };
  return interaction("block_suggestion", { ...bodyOf(modal, {}), ...typed });
}

function bodyOf(modal: Modal, entered: Record<string, unknown>) {
  const values = Object.entries(entered).map(([block, state]) => [block, { value: state }]);
  return { view: { ...modal, state: { values: Object.fromEntries(values) } } };
}

function interaction(type: string, fields: Record<string, unknown>): Delivery {
  return {
    kind: "interactive",
    payload: {
      type,
      token: "old-verification-token",
      team: { id: WORKSPACE, domain: "test" },
      user: { id: PERSON, name: "alice", username: "alice", team_id: WORKSPACE },
      api_app_id: "A0KZ",
      ...fields,
    },
  };
}

/** The same as it comes from another workspace. */
export function inTeam(team: string, { payload, ...delivery }: Delivery): Delivery {
  return {
    ...delivery,
    payload: {
      ...payload,
      ...("team_id" in payload && { team_id: team }),
      ...("team" in payload && { team: { id: team, domain: "test" } }),
      ...("authorizations" in payload && {
        authorizations: [{ team_id: team, user_id: BOT, is_bot: true }],
      }),
    },
  };
}

/** Socket Mode: resolves when the bot acknowledged. */
export function overSocket(slack: SlackStandIn): Deliver {
  return ({ kind, payload, retry }) =>
    slack.sendEnvelope({
      type: kind,
      payload,
      ...(retry && { retry_attempt: retry, retry_reason: "timeout" }),
    });
}

/** Signed requests: resolves when the bot answered with 200. */
export function overHttp(port: number): Deliver {
  return async (delivery) => {
    const response = await post(port, requestOf(delivery));
    if (response.status !== 200)
      throw new Error(`The bot answered ${delivery.kind} with ${response.status}.`);
    const text = await response.text();
    return text === "" ? null : JSON.parse(text);
  };
}

export type SlackRequest = { body: string; headers: Record<string, string> };

/** Events come as JSON; commands and presses as forms. */
export function requestOf({ kind, payload, retry }: Delivery): SlackRequest {
  const retryHeaders = retry ? { "x-slack-retry-num": `${retry}` } : {};
  if (kind === "events_api")
    return { body: JSON.stringify(payload), headers: { ...JSON_BODY, ...retryHeaders } };
  const form =
    kind === "interactive"
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
  return { body: new URLSearchParams(form).toString(), headers: { ...FORM, ...retryHeaders } };
}

const JSON_BODY = { "content-type": "application/json" };
const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** Posts a request as Slack signs it, with another secret or at another time if told to. */
export function post(
  port: number,
  { body, headers = JSON_BODY }: { body: string; headers?: Record<string, string> },
  { secret = SIGNING_SECRET, at = Date.now() }: { secret?: string; at?: number } = {},
): Promise<Response> {
  const timestamp = `${Math.floor(at / 1000)}`;
  const digest = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
  return fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: "POST",
    headers: {
      ...headers,
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": `v0=${digest}`,
    },
    body,
  });
}
