/** Looks in a channel or thread for a message of ours, by the id or the file that it carries. */
import { z } from "zod";
import type { LookUpOutcome, Posting } from "../messages/posting.ts";
import type { OwnReason } from "../store/outbox-rows.ts";
import type { CallOutcome, SlackCall } from "./call.ts";
import { channelOf } from "./direct-channel.ts";
import { pictureName } from "./picture-name.ts";

/** Marks our posts, so that one can be found again by its delivery id. */
export const METADATA_EVENT = "kzminerals_delivery";
/** Slack's clock and ours may differ. */
const MARGIN_MS = 5 * 60_000;
const PAGE = 200;
const MAX_PAGES = 10;
/** Read even when their times say that the post would have been seen by now. */
const MIN_PAGES = 3;

const Page = z.object({
  messages: z.array(
    z.object({ ts: z.string(), metadata: z.unknown().optional(), files: z.unknown().optional() }),
  ),
  has_more: z.boolean().default(false),
  response_metadata: z.object({ next_cursor: z.string().optional() }).nullish(),
});
type Page = z.infer<typeof Page>;
const Files = z.array(z.looseObject({ name: z.string() }));
const Ours = z.object({
  event_type: z.literal(METADATA_EVENT),
  event_payload: z.object({ id: z.string() }),
});

export async function lookUp(
  call: SlackCall,
  posting: Posting,
  since: Date,
): Promise<LookUpOutcome> {
  const opened = await channelOf(call, posting.channel);
  if (!("channel" in opened)) return unread(opened);
  const { channel } = opened;
  const first = await readAll(call, { ...posting, channel }, since);
  if (first.kind !== "unreadable" || first.reason !== "not_in_channel") return first;
  // A public channel takes posts from outside, but shows its history to members only.
  const entered = await call("conversations.join", { channel });
  return entered.kind === "done" ? readAll(call, { ...posting, channel }, since) : first;
}

/** Reads the newest messages first and of every age: by a clock that is wrong, ours may be of any. */
async function readAll(call: SlackCall, posting: Posting, since: Date): Promise<LookUpOutcome> {
  const { channel, threadTs } = posting;
  const where = threadTs ? { channel, ts: threadTs } : { channel };
  const method = threadTs ? "conversations.replies" : "conversations.history";
  let next: object | null = { oldest: "0" };
  let isEnough = false;
  for (let number = 1; next && number <= MAX_PAGES; number += 1) {
    const read = await call(method, { ...where, limit: PAGE, include_all_metadata: true, ...next });
    if (read.kind === "limited" && isEnough) return { kind: "absent" };
    if (read.kind !== "done") return unread(read);
    const { success, data: page } = Page.safeParse(read.body);
    if (!success) return { kind: "later", reason: "a history that cannot be read", afterMs: 0 };
    const ours = page.messages.find((message) => isOurs(message, posting));
    if (ours) return { kind: "found", ts: ours.ts };
    isEnough = isBefore(page, since);
    next = isEnough && number >= MIN_PAGES ? null : nextPage(page);
  }
  return next && !isEnough
    ? { kind: "unreadable", reason: "too-many-messages" satisfies OwnReason }
    : { kind: "absent" };
}

/** A message that shows a file carries no id, but the file's name does. */
function isOurs({ metadata, files }: Page["messages"][number], posting: Posting): boolean {
  const name = pictureName(posting);
  if (name !== null)
    return Files.safeParse(files).data?.some((file) => file.name === name) ?? false;
  const ours = Ours.safeParse(metadata);
  return ours.success && ours.data.event_payload.id === posting.id;
}

/** Whether a page, newest first, has come to messages from before the post. */
function isBefore(page: Page, since: Date): boolean {
  const oldest = isNewestFirst(page) ? page.messages.at(-1) : undefined;
  return oldest !== undefined && Number(oldest.ts) < (since.getTime() - MARGIN_MS) / 1000;
}

/** How to ask for what follows a page; null when nothing does. */
function nextPage(page: Page): object | null {
  const cursor = page.response_metadata?.next_cursor;
  if (cursor) return { cursor };
  const last = page.messages.at(-1);
  if (!page.has_more || !last) return null;
  return isNewestFirst(page) ? { latest: last.ts } : { oldest: last.ts };
}

function isNewestFirst({ messages }: Page): boolean {
  return Number(messages.at(0)?.ts) >= Number(messages.at(-1)?.ts);
}

function unread(outcome: Exclude<CallOutcome, { kind: "done" }>): LookUpOutcome {
  switch (outcome.kind) {
    case "refused":
      return { kind: "unreadable", reason: outcome.error };
    case "limited":
      return { kind: "later", reason: "a rate limit", afterMs: outcome.afterMs };
    default:
      return { kind: "later", reason: outcome.reason, afterMs: 0 };
  }
}
