/** Slack's Web API over the workspace in memory, in the place of the network. */
import type { types } from "@slack/bolt";
import { z } from "zod";
import { limitBroken } from "./block-limits.ts";
import { CHANNELS, WORKSPACE, type Workspace, type WorkspaceMessage } from "./workspace.ts";

type Arguments = Record<string, unknown>;
type Result = { ok: true; [field: string]: unknown } | { ok: false; error: string };

/** A `fetch` that knows the workspace's addresses and no others: nothing leaves the machine. */
export function createFetch(workspace: Workspace): typeof globalThis.fetch {
  return async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (url.startsWith(WORKSPACE.apiUrl)) {
      const method = url.slice(WORKSPACE.apiUrl.length);
      return json(callMethod(workspace, method, readArguments(init?.body)));
    }
    if (url.startsWith(WORKSPACE.responseUrl)) {
      const id = url.slice(WORKSPACE.responseUrl.length);
      return respond(workspace, id, readArguments(init?.body));
    }
    throw new TypeError(`The preview has no network; nothing was sent to ${url}.`);
  };
}

function callMethod(workspace: Workspace, method: string, given: Arguments): Result {
  switch (method) {
    case "auth.test":
      return {
        ok: true,
        url: WORKSPACE.url,
        team: "Preview",
        team_id: WORKSPACE.team,
        user_id: WORKSPACE.bot,
        bot_id: WORKSPACE.botId,
      };
    case "chat.postMessage":
      return postMessage(workspace, given);
    case "conversations.history":
      return { ok: true, messages: history(workspace, given), has_more: false };
    case "conversations.replies":
      return { ok: true, messages: replies(workspace, given), has_more: false };
    default:
      return { ok: false, error: "unknown_method" };
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
});

function postMessage(workspace: Workspace, given: Arguments): Result {
  const { channel, text, blocks, thread_ts, metadata } = PostArguments.parse(given);
  if (!CHANNELS.some((each) => each.id === channel))
    return { ok: false, error: "channel_not_found" };
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

function respond(workspace: Workspace, id: string, given: Arguments): Response {
  const target = workspace.responseTarget(id);
  if (!target) return new Response("expired_url", { status: 404 });
  const { text, blocks, response_type } = ResponseArguments.parse(given);
  const drawn = readBlocks(blocks);
  const error = limitBroken(text, drawn);
  if (error) return new Response(error, { status: 400 });
  workspace.add({
    channel: target.channel,
    user: WORKSPACE.bot,
    text,
    blocks: drawn,
    ephemeralTo: response_type === "in_channel" ? null : target.user,
  });
  return new Response("ok");
}

const HistoryArguments = z.object({
  channel: z.string(),
  oldest: z.coerce.number().default(0),
  ts: z.string().optional(),
});

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

function asSlack({ ts, user, text, blocks, threadTs, metadata }: WorkspaceMessage) {
  return {
    type: "message",
    ts,
    user,
    text,
    blocks,
    ...(user === WORKSPACE.bot && { bot_id: WORKSPACE.botId }),
    ...(threadTs && { thread_ts: threadTs }),
    ...(metadata !== null && { metadata }),
  };
}

const BlockList = z.array(z.custom<types.KnownBlock>((block) => isBlock(block)));

function readBlocks(blocks: unknown): types.KnownBlock[] {
  return blocks === undefined ? [] : BlockList.parse(blocks);
}

function isBlock(value: unknown): boolean {
  return typeof value === "object" && value !== null && "type" in value;
}

/** Slack's client sends forms whose structured fields are JSON; a response is JSON whole. */
function readArguments(body: unknown): Arguments {
  if (body instanceof URLSearchParams) return readForm(body);
  if (typeof body !== "string") return {};
  return body.startsWith("{") ? parseObject(body) : readForm(new URLSearchParams(body));
}

function readForm(form: URLSearchParams): Arguments {
  return Object.fromEntries(
    [...form].map(([name, value]) => [name, /^[[{]/.test(value) ? parseJson(value) : value]),
  );
}

function parseObject(text: string): Arguments {
  return z.record(z.string(), z.unknown()).parse(parseJson(text));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function json(result: Result): Response {
  return Response.json(result);
}
