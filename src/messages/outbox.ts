/** Sends every message that the bot starts: each once, whatever dies in between. */
import { z } from "zod";
import type { Log } from "../log.ts";
import type { OutboxRow } from "../store/outbox-queries.ts";
import type { Store } from "../store/store.ts";
import { Message } from "./text.ts";

/** A message on its way: `id` marks it in Slack, so that it can be found again. */
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
  | { kind: "later"; reason: string }
  | { kind: "unreadable"; reason: string };

export type Poster = {
  post: (posting: Posting) => Promise<PostOutcome>;
  /** Looks for a posting that may have been posted since an instant. */
  lookUp: (posting: Posting, since: Date) => Promise<LookUpOutcome>;
};

export type SendResult =
  | { kind: "sent" | "waiting" | "uncertain" }
  | { kind: "refused"; reason: string };

export type Outbox = {
  /** Sends one message if it is due; tells its state afterwards. */
  send: (id: string, poster: Poster) => Promise<SendResult>;
  /** Sends everything that is due, in order. */
  sendDue: (poster: Poster) => Promise<void>;
};

/** Longer than a request can take: renewed before each, no lease ends while its request is under way. */
const LEASE_MS = 60_000;
const BATCH = 50;
/** An hour of attempts; then nobody waits for the message any more. */
const MAX_ATTEMPTS = 60;

const StoredMessage = z.preprocess((text) => parseJson(text), Message);

export function createOutbox({
  store,
  now,
  log,
}: {
  store: Store;
  now: () => Date;
  log: Log;
}): Outbox {
  const rows = store.outbox;
  const underWay = new Map<string, Promise<SendResult>>();
  let pass: Promise<void> | null = null;

  /** Two that want one message sent at the same time wait for the same attempt. */
  function send(id: string, poster: Poster): Promise<SendResult> {
    const attempt = underWay.get(id) ?? sendOnce(id, poster).finally(() => underWay.delete(id));
    underWay.set(id, attempt);
    return attempt;
  }

  async function sendOnce(id: string, poster: Poster): Promise<SendResult> {
    const row = await rows.claim({ id, now: now(), until: inMs(LEASE_MS) });
    if (row) await deliver(row, poster);
    return stateOf(await rows.find(id));
  }

  async function deliver(row: OutboxRow, poster: Poster): Promise<void> {
    const posting = await postingOf(row);
    if (!posting) return end(row, "refused", "the stored message cannot be read");
    if (row.unclear_since !== null) {
      const found = await poster.lookUp(posting, new Date(row.unclear_since));
      if (found.kind === "found") return rows.markSent(row.id, found.ts);
      if (found.kind === "later" && row.attempts <= MAX_ATTEMPTS)
        return log.warn({ delivery: row.id, reason: found.reason }, "a look-up waits for Slack");
      if (found.kind !== "absent") return end(row, "uncertain", found.reason);
    }
    if (row.attempts > MAX_ATTEMPTS) return end(row, "refused", "too many attempts");
    // Recorded before the request: after a crash the next owner looks before it posts.
    const held = await rows.markUnclear({ row, since: now(), until: inMs(LEASE_MS) });
    if (!held) return;
    const outcome = await poster.post(posting);
    if (outcome.kind === "sent") return rows.markSent(row.id, outcome.ts);
    if (outcome.kind === "refused") return end(held, "refused", outcome.reason);
    if (outcome.kind === "later") return rows.release(held, inMs(outcome.afterMs));
    // The lease keeps everyone away until Slack's history can be trusted to show the message.
    log.warn(
      { delivery: row.id, reason: outcome.reason },
      "it is unclear whether a message was posted",
    );
  }

  async function end(
    row: OutboxRow,
    state: "refused" | "uncertain",
    reason: string,
  ): Promise<void> {
    log.error({ delivery: row.id, channel: row.channel, state, reason }, "a message was given up");
    await rows.markEnded({ row, state, error: reason });
  }

  function inMs(ms: number): Date {
    return new Date(now().getTime() + ms);
  }

  async function postingOf(row: OutboxRow): Promise<Posting | null> {
    const message = StoredMessage.safeParse(row.message);
    if (!message.success) return null;
    const lead = row.thread_of ? await rows.find(row.thread_of) : undefined;
    return {
      id: row.id,
      workspace: row.workspace,
      channel: row.channel,
      threadTs: lead?.ts ?? null,
      message: asOf(message.data, now()),
    };
  }

  async function sendAllDue(poster: Poster): Promise<void> {
    for (let ids = await rows.dueIds(now(), BATCH); ids.length > 0; ) {
      for (const id of ids) await send(id, poster);
      const next = await rows.dueIds(now(), BATCH);
      // What is still due after an attempt is leased or released; anything else would loop for ever.
      ids = next.filter((id) => !ids.includes(id));
    }
  }

  return {
    send,
    sendDue: (poster) => {
      pass ??= sendAllDue(poster).finally(() => {
        pass = null;
      });
      return pass;
    },
  };
}

/** The message as it reads when it goes out at `now`. */
function asOf({ whenLate, ...message }: Message, now: Date): Message {
  const [first, ...rest] = message.paragraphs;
  if (!whenLate || !first || now <= new Date(whenLate.after)) return message;
  return { ...message, paragraphs: [first, whenLate.says, ...rest] };
}

function stateOf(row: OutboxRow | undefined): SendResult {
  if (!row) return { kind: "refused", reason: "unknown message" };
  if (row.state === "refused") return { kind: "refused", reason: row.error ?? "unknown" };
  return { kind: row.state };
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
