/** A Slack workspace in memory: what people and the bot write, and the events that come of it. */
import { EventEmitter } from "node:events";
import type { Receiver, ReceiverEvent, types } from "@slack/bolt";

/** One message; `ephemeralTo` names the only person who sees it, `threadTs` the thread it is in. */
export type WorkspaceMessage = {
  ts: string;
  channel: string;
  user: string;
  text: string;
  blocks: types.KnownBlock[];
  threadTs: string | null;
  ephemeralTo: string | null;
  metadata: unknown;
};

export type Channel = { id: string; name: string; isDirect: boolean };

/** Names that Slack gives; `apiUrl` and `responseUrl` are where the bot would reach it. */
export const WORKSPACE = {
  team: "T0PREVIEW",
  bot: "U0KZMINERALS",
  botId: "B0KZMINERALS",
  person: "U0READER",
  url: "https://preview.slack.com/",
  apiUrl: "https://slack.com/api/",
  responseUrl: "https://hooks.slack.com/commands/",
} as const;

export const CHANNELS: readonly Channel[] = [
  { id: "C0MINERALS", name: "kz-minerals", isDirect: false },
  { id: "C0DESK", name: "embassy-desk", isDirect: false },
  { id: "D0KZMINERALS", name: "kzminerals", isDirect: true },
];

/** A forgotten preview must not fill the memory. */
const MAX_MESSAGES = 2_000;

export type Workspace = ReturnType<typeof createWorkspace>;

export function createWorkspace({ now }: { now: () => Date }) {
  const messages: WorkspaceMessage[] = [];
  const changes = new EventEmitter<{ change: [] }>();
  /** Where the answer to a response_url goes, and which message a button stands in. */
  const responses = new Map<string, { channel: string; user: string }>();
  let deliver: ((event: ReceiverEvent) => Promise<void>) | null = null;
  let lastTs = 0;
  let count = 0;

  const receiver: Receiver = {
    init: (app) => {
      deliver = (event) => app.processEvent(event);
    },
    start: async () => {},
    stop: async () => {},
  };

  /** Slack's names of messages are times, each later than the one before. */
  function nextTs(): string {
    lastTs = Math.max(lastTs + 1, Math.floor(now().getTime() * 1000));
    return `${Math.floor(lastTs / 1_000_000)}.${String(lastTs % 1_000_000).padStart(6, "0")}`;
  }

  function add(
    message: Partial<WorkspaceMessage> & { channel: string; user: string },
  ): WorkspaceMessage {
    const added = {
      ts: nextTs(),
      text: "",
      blocks: [],
      threadTs: null,
      ephemeralTo: null,
      metadata: null,
      ...message,
    };
    messages.push(added);
    if (messages.length > MAX_MESSAGES) messages.shift();
    changes.emit("change");
    return added;
  }

  /** Hands one body to the app as Slack would; resolves when the app is done with it. */
  async function send(body: Record<string, unknown>): Promise<void> {
    if (!deliver) throw new Error("No app is connected to the workspace.");
    await deliver({ body, ack: async () => {} });
  }

  function newResponseUrl(target: { channel: string; user: string }): string {
    const id = `${WORKSPACE.team}/${++count}`;
    responses.set(id, target);
    return `${WORKSPACE.responseUrl}${id}`;
  }

  function eventBody(event: Record<string, unknown>): Record<string, unknown> {
    return {
      type: "event_callback",
      team_id: WORKSPACE.team,
      event_id: `Ev${++count}`,
      event_time: Math.floor(now().getTime() / 1000),
      authorizations: [{ team_id: WORKSPACE.team, user_id: WORKSPACE.bot, is_bot: true }],
      event,
    };
  }

  /** A person writes a message; mentions and direct messages reach the app. */
  async function say({
    channel,
    text,
    threadTs = null,
    user = WORKSPACE.person,
  }: {
    channel: string;
    text: string;
    threadTs?: string | null;
    user?: string;
  }): Promise<WorkspaceMessage> {
    const written = text.replace(/@kzminerals\b/gi, `<@${WORKSPACE.bot}>`);
    const message = add({ channel, user, text: written, threadTs });
    const event = {
      user,
      channel,
      text: written,
      ts: message.ts,
      ...(threadTs && { thread_ts: threadTs }),
    };
    const isDirect = CHANNELS.some((each) => each.id === channel && each.isDirect);
    // Slack tells of a mention twice: as a mention and as a message of the channel.
    if (!isDirect && written.includes(`<@${WORKSPACE.bot}>`))
      await send(eventBody({ type: "app_mention", ...event }));
    await send(eventBody({ type: "message", channel_type: isDirect ? "im" : "channel", ...event }));
    return message;
  }

  /** A person types a slash command. */
  async function slash({
    channel,
    command,
    text,
    user = WORKSPACE.person,
  }: {
    channel: string;
    command: string;
    text: string;
    user?: string;
  }): Promise<void> {
    add({ channel, user, text: `${command} ${text}`, ephemeralTo: user });
    await send({
      command,
      text,
      team_id: WORKSPACE.team,
      team_domain: "preview",
      channel_id: channel,
      channel_name: CHANNELS.find((each) => each.id === channel)?.name ?? "unknown",
      user_id: user,
      user_name: "reader",
      api_app_id: "A0PREVIEW",
      trigger_id: `${++count}`,
      response_url: newResponseUrl({ channel, user }),
    });
  }

  /** A person presses the button `action` of a message. */
  async function press({
    ts,
    action,
    user = WORKSPACE.person,
  }: {
    ts: string;
    action: string;
    user?: string;
  }): Promise<void> {
    const message = messages.find((each) => each.ts === ts);
    const button = message?.blocks
      .flatMap((block) => (block.type === "actions" ? block.elements : []))
      .find((element) => "action_id" in element && element.action_id === action);
    if (!message || !button) throw new RangeError(`No button "${action}" in message ${ts}.`);
    await send({
      type: "block_actions",
      team: { id: WORKSPACE.team, domain: "preview" },
      user: { id: user, name: "reader", team_id: WORKSPACE.team },
      channel: { id: message.channel, name: message.channel },
      container: {
        type: "message",
        message_ts: ts,
        channel_id: message.channel,
        is_ephemeral: message.ephemeralTo !== null,
      },
      trigger_id: `${++count}`,
      response_url: newResponseUrl({ channel: message.channel, user }),
      actions: [{ ...button, action_ts: nextTs(), block_id: "actions" }],
    });
  }

  return {
    receiver,
    messages: messages as readonly WorkspaceMessage[],
    changes,
    send,
    eventBody,
    say,
    slash,
    press,
    add,
    /** The channel and person that a response_url leads to. */
    responseTarget: (id: string) => responses.get(id) ?? null,
    remove: (ts: string) => {
      const at = messages.findIndex((message) => message.ts === ts);
      if (at >= 0) messages.splice(at, 1);
      changes.emit("change");
    },
  };
}
