/** The methods that upload files and show them in messages. */
import { z } from "zod";
import { WORKSPACE } from "./directory.ts";
import { channelFor } from "./message-methods.ts";
import type { Arguments, Result } from "./web-api.ts";
import type { Workspace } from "./workspace.ts";

/** From Slack's reference of files.getUploadURLExternal, read 2026-11. */
const MAX_ALT_TEXT = 1_000;
const Announced = z.object({
  filename: z.string().min(1),
  length: z.coerce.number().int().positive(),
  alt_txt: z.string().max(MAX_ALT_TEXT).default(""),
});
const Shown = z.object({
  files: z.array(z.object({ id: z.string(), title: z.string().default("") })).length(1),
  channel_id: z.string().optional(),
  thread_ts: z.string().optional(),
});

export function fileMethod(workspace: Workspace, method: string, given: Arguments): Result | null {
  switch (method) {
    case "files.getUploadURLExternal": {
      const { success, data } = Announced.safeParse(given);
      if (!success) return { ok: false, error: "invalid_arguments" };
      const { filename: name, length: size, alt_txt: altText } = data;
      const id = workspace.files.begin({ name, size, altText });
      return { ok: true, upload_url: `${WORKSPACE.uploadUrl}${id}`, file_id: id };
    }
    case "files.completeUploadExternal": {
      const { success, data } = Shown.safeParse(given);
      return success ? show(workspace, data) : { ok: false, error: "invalid_arguments" };
    }
    default:
      return null;
  }
}

/** Posts the message of a file; without a channel nobody sees it. */
function show(
  workspace: Workspace,
  { files, channel_id, thread_ts }: z.infer<typeof Shown>,
): Result {
  const shared = files.flatMap(({ id, title }) => workspace.files.share(id, title) ?? []);
  if (shared.length < files.length) return { ok: false, error: "file_not_found" };
  if (!channel_id) return { ok: true, files: shared };
  const channel = channelFor(workspace, channel_id);
  if (channel?.id !== channel_id) return { ok: false, error: "channel_not_found" };
  if (channel.isArchived) return { ok: false, error: "is_archived" };
  if (!workspace.hasBot(channel_id))
    return { ok: false, error: channel.kind === "public" ? "not_in_channel" : "channel_not_found" };
  workspace.add({
    channel: channel_id,
    user: WORKSPACE.bot,
    threadTs: thread_ts ?? null,
    files: shared,
  });
  return { ok: true, files: shared.map(({ id, title }) => ({ id, title })) };
}

/** What comes to an address that was given for an upload. */
export async function receive(
  workspace: Workspace,
  id: string,
  body: RequestInit["body"],
): Promise<Response> {
  const bytes = new Uint8Array(await new Response(body ?? "").arrayBuffer());
  return workspace.files.receive(id, bytes)
    ? new Response(`OK - ${bytes.byteLength}`)
    : new Response("upload failed", { status: 400 });
}
