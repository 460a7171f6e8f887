/** The methods that post and read messages. */
import type { types } from "@slack/bolt";
import { z } from "zod";
import { limitBroken } from "./block-limits.ts";
import { type Channel, WORKSPACE } from "./directory.ts";
import type { Arguments, Result } from "./web-api.ts";
import type { Workspace, WorkspaceMessage } from "./workspace.ts";

export function messageMethod(
  workspace: Workspace,
  method: string,
  given: Arguments,
): Result | null {
  switch (method) {
    case "chat.postMessage":
      return postMessage(workspace, given);
    case "chat.update":
      return updateMessage(workspace, given);
    case "conversations.history":
      return read(workspace, given, history);
    case "conversations.replies":
      return read(workspace, given, replies);
    default:
      return null;
  }
}

const Text = z.object({ text: z.string().default(""), blocks: z.unknown().optional() });
const PostArguments = Text.extend({
  channel: z.string(),
  thread_ts: z.string().optional(),
  metadata: z.unknown().optional(),
});
const ResponseArguments = Text.extend({
  response_type: z.string().optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
});

function postMessage(workspace: Workspace, given: Arguments): Result {
  const { channel: place, text, blocks, thread_ts, metadata } = PostArguments.parse(given);
  const found = channelFor(workspace, place);
  // Public channels may be posted to from outside, which the scope chat:write.public allows.
  if (!found || (found.kind === "private" && !workspace.hasBot(found.id)))
    return { ok: false, error: "channel_not_found" };
  if (found.isArchived) return { ok: false, error: "is_archived" };
  const channel = found.id;
  const drawn = readBlocks(blocks);
  const error = limitBroken(text, drawn);
  if (error) return { ok: false, error };
  const message = workspace.add({
    channel,
    user: WORKSPACE.bot,
    text,
    blocks: drawn,
    threadTs: thread_ts ?? null,
    metadata: metadata ?? null,
  });
  return { ok: true, ts: message.ts, channel, message: asSlack(message) };
}

const UpdateArguments = Text.extend({ channel: z.string(), ts: z.string() });

/** The bot changes what it wrote itself, and what everybody sees. */
function updateMessage(workspace: Workspace, given: Arguments): Result {
  const { channel, ts, text, blocks } = UpdateArguments.parse(given);
  const found = visible(workspace).find((each) => each.channel === channel && each.ts === ts);
  if (!found) return { ok: false, error: "message_not_found" };
  if (found.user !== WORKSPACE.bot) return { ok: false, error: "cant_update_message" };
  const drawn = readBlocks(blocks);
  const error = limitBroken(text, drawn);
  if (error) return { ok: false, error };
  workspace.replace(ts, { text, blocks: drawn });
  return { ok: true, ts, channel };
}

/** A channel by its id, or the direct message of a person by theirs. */
export function channelFor({ channels }: Workspace, id: string): Channel | null {
  return channels.find((each) => each.id === id || each.person === id) ?? null;
}

/** What somebody is answered at the address that came with a command or a press. */
export function respond(workspace: Workspace, id: string, given: Arguments): Response {
  const target = workspace.takeResponse(id);
  if (!target) return new Response("expired_url", { status: 404 });
  const { text, blocks, response_type, replace_original, delete_original, thread_ts } =
    ResponseArguments.parse(given);
  const drawn = readBlocks(blocks);
  const error = delete_original ? null : limitBroken(text, drawn);
  if (error) return new Response(error, { status: 400 });
  if (delete_original && target.ts !== null) workspace.replace(target.ts, null);
  else if (!replace_original || !workspace.replace(target.ts ?? "", { text, blocks: drawn }))
    workspace.add({
      channel: target.channel,
      user: WORKSPACE.bot,
      text,
      blocks: drawn,
      threadTs: thread_ts ?? null,
      ephemeralTo: response_type === "in_channel" ? null : target.user,
    });
  return new Response("ok");
}

const HistoryArguments = z.object({
  channel: z.string(),
  oldest: z.coerce.number().default(0),
  ts: z.string().optional(),
});

/** Slack shows a channel's messages to its members alone. */
function read(
  workspace: Workspace,
  given: Arguments,
  messages: (workspace: Workspace, given: Arguments) => unknown[],
): Result {
  const { channel } = HistoryArguments.parse(given);
  if (!workspace.hasBot(channel)) return { ok: false, error: "not_in_channel" };
  return { ok: true, messages: messages(workspace, given), has_more: false };
}

function history(workspace: Workspace, given: Arguments): unknown[] {
  const { channel, oldest } = HistoryArguments.parse(given);
  return visible(workspace)
    .filter(
      (each) => each.channel === channel && each.threadTs === null && Number(each.ts) >= oldest,
    )
    .map(asSlack)
    .toReversed();
}

function replies(workspace: Workspace, given: Arguments): unknown[] {
  const { channel, ts } = HistoryArguments.parse(given);
  return visible(workspace)
    .filter((each) => each.channel === channel && (each.ts === ts || each.threadTs === ts))
    .map(asSlack);
}

/** Slack's history holds no message that only one person sees. */
function visible(workspace: Workspace): WorkspaceMessage[] {
  return workspace.messages.filter((message) => message.ephemeralTo === null);
}

function asSlack({ ts, user, text, blocks, threadTs, metadata, files }: WorkspaceMessage) {
  return {
    type: "message",
    ts,
    user,
    text,
    blocks,
    ...(user === WORKSPACE.bot && { bot_id: WORKSPACE.botId }),
    ...(threadTs && { thread_ts: threadTs }),
    ...(metadata !== null && { metadata }),
    ...(files.length > 0 && { files, subtype: "file_share" }),
  };
}

const BlockList = z.array(z.custom<types.KnownBlock>((block) => isBlock(block)));

function readBlocks(blocks: unknown): types.KnownBlock[] {
  return blocks === undefined ? [] : BlockList.parse(blocks);
}

function isBlock(value: unknown): boolean {
  return typeof value === "object" && value !== null && "type" in value;
}
