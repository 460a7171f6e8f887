/** A Slack workspace in memory: what people and the bot write, and the events that come of it. */
import { EventEmitter } from "node:events";
import type { types } from "@slack/bolt";
import { createAppLink } from "./app-link.ts";
import { createAssistant } from "./assistant.ts";
import { CHANNELS, type Channel, PEOPLE, WORKSPACE } from "./directory.ts";
import { createFiles, type SharedFile } from "./files.ts";
import { createHomes } from "./homes.ts";
import { createPresses } from "./presses.ts";
import { createViews } from "./views.ts";

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
  files: readonly SharedFile[];
};

/** Many messages in one moment run ahead of the clock, but never by so much. */
const CLOCK_SET_BACK_US = 60_000_000;
/** A forgotten preview must not fill the memory. */
const MAX_MESSAGES = 2_000;
const NOT_A_MEMBER =
  "You mentioned @kzminerals, who is not in this channel. Invite it with /invite @kzminerals.";

export type Workspace = ReturnType<typeof createWorkspace>;

export function createWorkspace({
  now,
  channels = CHANNELS,
}: {
  now: () => Date;
  channels?: readonly Channel[];
}) {
  const messages: WorkspaceMessage[] = [];
  /** The channels that the bot is a member of. */
  const joined = new Set(channels.filter(({ hasBot }) => hasBot).map(({ id }) => id));
  const changes = new EventEmitter<{ change: [] }>();
  const changed = () => void changes.emit("change");
  const assistant = createAssistant({ changed });
  let lastTs = 0;

  /** Slack's names of messages are times; they go back only where the clock was set back. */
  function nextTs(): string {
    const time = Math.floor(now().getTime() * 1000);
    const isSetBack = time < lastTs - CLOCK_SET_BACK_US;
    lastTs = isSetBack ? time : Math.max(lastTs + 1, time);
    while (messages.some(({ ts }) => ts === tsOf(lastTs))) lastTs += 1;
    return tsOf(lastTs);
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
      files: [],
      ...message,
    };
    messages.push(added);
    if (added.user === WORKSPACE.bot) assistant.answered(added.channel, added.threadTs);
    if (messages.length > MAX_MESSAGES) messages.shift();
    changes.emit("change");
    return added;
  }

  const link = createAppLink({ now });
  const { send, newTrigger, newResponseUrl, eventBody } = link;
  const views = createViews({
    deliver: send,
    newTrigger,
    takeTrigger: link.takeTrigger,
    changed,
  });
  const homes = createHomes({ changed });
  const presses = createPresses({
    link,
    views,
    homeOf: homes.of,
    messageAt: (ts) => messages.find((each) => each.ts === ts),
    nextTs,
  });

  function channelOf(id: string): Channel | null {
    return channels.find((each) => each.id === id) ?? null;
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
    const isDirect = channelOf(channel)?.kind === "direct";
    if (!joined.has(channel)) return uninvited(message);
    // Slack tells of a mention twice: as a mention and as a message of the channel.
    if (!isDirect && written.includes(`<@${WORKSPACE.bot}>`))
      await send(eventBody({ type: "app_mention", ...event }));
    await send(eventBody({ type: "message", channel_type: isDirect ? "im" : "channel", ...event }));
    return message;
  }

  /** The bot hears nothing of a channel that it is no member of; Slack says so. */
  function uninvited(message: WorkspaceMessage): WorkspaceMessage {
    const { channel, user, text } = message;
    if (text.includes(`<@${WORKSPACE.bot}>`))
      add({ channel, user: WORKSPACE.slackbot, text: NOT_A_MEMBER, ephemeralTo: user });
    return message;
  }

  /** A person invites the bot. */
  function invite({ user, channel }: { user: string; channel: string }): void {
    joined.add(channel);
    add({ channel, user: WORKSPACE.slackbot, text: "kzminerals was added.", ephemeralTo: user });
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
      channel_name: channelOf(channel)?.name ?? "unknown",
      user_id: user,
      user_name: "reader",
      api_app_id: WORKSPACE.app,
      trigger_id: newTrigger(user),
      response_url: newResponseUrl({ channel, user, ts: null }),
    });
  }

  /** A person looks at the bot's Home tab, or at the messages with it. */
  async function open({
    user = WORKSPACE.person,
    tab,
  }: {
    user?: string;
    tab: "home" | "messages";
  }): Promise<void> {
    const channel = channels.find(({ person }) => person === user)?.id;
    const view = homes.of(user)?.view;
    const opened = { user, channel, tab, ...(tab === "home" && view && { view }) };
    await send(eventBody({ type: "app_home_opened", ...opened, event_ts: nextTs() }));
  }

  return {
    ...link,
    messages: messages as readonly WorkspaceMessage[],
    changes,
    channels,
    people: PEOPLE,
    files: createFiles(),
    channelOf,
    hasBot: (channel: string) => joined.has(channel),
    /** The bot becomes a member, by itself or by an invitation. */
    join: (channel: string) => {
      joined.add(channel);
      changes.emit("change");
    },
    views,
    homes,
    assistant,
    open,
    say,
    slash,
    ...presses,
    invite,
    add,
    /** Another text in the place of a message, or none. */
    replace: (ts: string, by: Pick<WorkspaceMessage, "text" | "blocks"> | null) => {
      const at = messages.findIndex((message) => message.ts === ts);
      const old = messages[at];
      if (old) messages.splice(at, 1, ...(by ? [{ ...old, ...by }] : []));
      changes.emit("change");
      return old !== undefined;
    },
  };
}

function tsOf(microseconds: number): string {
  const fraction = String(microseconds % 1_000_000).padStart(6, "0");
  return `${Math.floor(microseconds / 1_000_000)}.${fraction}`;
}
