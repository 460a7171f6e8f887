/** Sends a file to Slack: an address to upload to, the bytes, and the message that shows them. */
import { z } from "zod";
import type { OutgoingFile } from "../messages/outgoing-file.ts";
import type { PostOutcome } from "../messages/posting.ts";
import type { OwnReason } from "../store/outbox-rows.ts";
import type { CallOutcome, SlackCall, SlackTransport } from "./call.ts";
import { channelOf } from "./direct-channel.ts";

/** A channel, or a person for their direct messages; the thread there, if any. */
type FilePlace = { channel: string; threadTs: string | null };

/**
 * Slack does not tell the name of the message that shows the file: `ts` is the file's own id. Asks
 * `mayStart` at the last moment before the request that posts.
 */
export type SendFile = (
  file: OutgoingFile,
  place: FilePlace,
  mayStart?: () => boolean,
) => Promise<PostOutcome>;

/** Much shorter than a lease. */
const UPLOAD_TIMEOUT_MS = 10_000;
/** Nothing was posted, and a moment later it may work. */
const PAUSE_MS = 2_000;
const Upload = z.object({ upload_url: z.url(), file_id: z.string().min(1) });

export function createSendFile(call: SlackCall, transport: SlackTransport): SendFile {
  return async (file, { channel: place, threadTs }, mayStart) => {
    const opened = await channelOf(call, place);
    if (!("channel" in opened)) return notPosted(opened);
    const { name, title, bytes, altText } = file;
    const prepared = await call("files.getUploadURLExternal", {
      filename: name,
      length: bytes.byteLength,
      alt_txt: altText,
    });
    if (prepared.kind !== "done") return notPosted(prepared);
    const answer = Upload.safeParse(prepared.body);
    const address = answer.success ? addressOf(answer.data.upload_url, transport) : null;
    if (!answer.success || !address)
      return { kind: "refused", reason: "no-upload-address" satisfies OwnReason };
    const fault = await upload(address, file, transport);
    if (fault !== null) return fault;
    const { file_id: id } = answer.data;
    const { channel } = opened;
    const show = () =>
      call(
        "files.completeUploadExternal",
        { files: [{ id, title }], channel_id: channel, ...(threadTs && { thread_ts: threadTs }) },
        mayStart,
      );
    const posted = await showed(call, channel, show);
    return posted.kind === "done" ? { kind: "sent", ts: id } : outcomeOf(posted);
  };
}

/** A public channel takes messages from outside, but files from members only. */
async function showed(
  call: SlackCall,
  channel: string,
  show: () => Promise<CallOutcome>,
): Promise<CallOutcome> {
  const first = await show();
  if (first.kind !== "refused" || first.error !== "not_in_channel") return first;
  const entered = await call("conversations.join", { channel });
  return entered.kind === "done" ? show() : first;
}

/** Slack's own answer, which leads nowhere without encryption unless its other methods do. */
function addressOf(uploadUrl: string, { apiUrl = "https:" }: SlackTransport): URL | null {
  const { protocol } = new URL(uploadUrl);
  const isAllowed = protocol === "https:" || (protocol === "http:" && apiUrl.startsWith("http:"));
  return isAllowed ? new URL(uploadUrl) : null;
}

/** Null when the bytes are there; until they are shown, nobody sees them. */
async function upload(
  address: URL,
  { bytes, type }: OutgoingFile,
  { fetch = globalThis.fetch }: SlackTransport,
): Promise<PostOutcome | null> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": type },
      body: new Uint8Array(bytes),
      redirect: "error",
      signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (response.ok) return null;
    return response.status >= 500 || response.status === 429
      ? { kind: "later", afterMs: PAUSE_MS }
      : { kind: "refused", reason: "upload-refused" satisfies OwnReason };
  } catch {
    return { kind: "later", afterMs: PAUSE_MS };
  }
}

/** Before the last request nothing is posted, whatever became of the others. */
function notPosted(outcome: Exclude<CallOutcome, { kind: "done" }>): PostOutcome {
  return outcome.kind === "failed" ? { kind: "later", afterMs: PAUSE_MS } : outcomeOf(outcome);
}

function outcomeOf(outcome: Exclude<CallOutcome, { kind: "done" }>): PostOutcome {
  switch (outcome.kind) {
    case "refused":
      return { kind: "refused", reason: outcome.error };
    case "limited":
      return { kind: "later", afterMs: outcome.afterMs };
    case "unsent":
      return { kind: "later", afterMs: PAUSE_MS };
    case "failed":
      return { kind: "unclear", reason: outcome.reason };
  }
}
