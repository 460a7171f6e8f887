/** A message on its way to Slack, and what can become of it. */
import { z } from "zod";
import type { OutboxRow } from "../store/outbox-rows.ts";
import type { Store } from "../store/store.ts";
import { Message } from "./text.ts";

/** `id` marks it in Slack, so that it can be found again. */
export type Posting = {
  id: string;
  workspace: string;
  channel: string;
  threadTs: string | null;
  message: Message;
};

/** `later` and `refused`: Slack certainly did not post. `unclear`: it may have. */
export type PostOutcome =
  | { kind: "sent"; ts: string }
  | { kind: "later"; afterMs: number }
  | { kind: "refused"; reason: string }
  | { kind: "unclear"; reason: string };

/** `later`: Slack could not be asked just now. `unreadable`: asking again would not help. */
export type LookUpOutcome =
  | { kind: "found"; ts: string }
  | { kind: "absent" }
  | { kind: "later"; reason: string; afterMs: number }
  | { kind: "unreadable"; reason: string };

export type Poster = {
  /** Asks `mayStart` at the last moment before the request leaves. */
  post: (posting: Posting, mayStart?: () => boolean) => Promise<PostOutcome>;
  /** Looks for a posting that may have been posted since an instant. */
  lookUp: (posting: Posting, since: Date) => Promise<LookUpOutcome>;
};

const StoredMessage = z.preprocess((text) => parseJson(text), Message);

/** The message of a row as it reads when it goes out at `now`; null when it cannot be read. */
export async function postingOf(
  row: OutboxRow,
  { store, now }: { store: Store; now: Date },
): Promise<Posting | null> {
  const message = StoredMessage.safeParse(row.message);
  if (!message.success) return null;
  const lead = row.thread_of ? await store.outbox.find(row.thread_of) : undefined;
  return {
    id: row.id,
    workspace: row.workspace,
    channel: row.channel,
    threadTs: lead?.ts ?? null,
    message: asOf(message.data, now),
  };
}

function asOf({ whenLate, ...message }: Message, now: Date): Message {
  const [first, ...rest] = message.paragraphs;
  if (!whenLate || !first || now <= new Date(whenLate.after)) return message;
  return { ...message, paragraphs: [first, whenLate.says, ...rest] };
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
