/** Sends every message that the bot starts: each once, whatever dies in between. */
import type { Log } from "../log.ts";
import type { OutboxCounts } from "../store/outbox-queries.ts";
import type { OutboxRow, Reason } from "../store/outbox-rows.ts";
import type { Store } from "../store/store.ts";
import { createAttempt } from "./attempt.ts";
import { LEASE_MS } from "./attempt-times.ts";
import type { Poster } from "./posting.ts";
import { createTurns } from "./turns.ts";

export type SendResult =
  | { kind: "sent" | "waiting" | "uncertain" }
  | { kind: "refused"; reason: Reason };

export type Outbox = {
  /** Sends one message if it is due; tells its state afterwards. */
  send: (id: string, poster: Poster) => Promise<SendResult>;
  /** Sends everything that is due, the oldest first, until nothing is or `signal` says stop. */
  sendDue: (poster: Poster, signal?: AbortSignal) => Promise<void>;
  /** At the start: takes over what an earlier process left, where no other may be at it. */
  takeOver: () => Promise<void>;
  /** Brings times back that a wrong clock left far ahead. */
  mend: () => Promise<void>;
  /** Forgets messages that nobody asks for any more. */
  tidy: () => Promise<void>;
  counts: () => Promise<OutboxCounts>;
};

/** So that one slow request does not hold up all others. */
const MAX_UNDER_WAY = 8;
const BATCH = 50;
/** Whoever looks for a message of a thread or for a refusal does so within weeks. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
/** What is due again sooner than this was not put off, which no attempt may leave behind. */
const AGAIN_AFTER_MS = 500;

export function createOutbox({
  store,
  now,
  log,
  postsPerSecond = null,
  adminUsers = [],
  wait,
}: {
  store: Store;
  now: () => Date;
  log: Log;
  /** Of all processes on the database together; null for as many as come. */
  postsPerSecond?: number | null;
  /** Who is told of a digest that nobody owns. */
  adminUsers?: readonly string[];
  wait?: (ms: number) => Promise<void>;
}): Outbox {
  const rows = store.outbox;
  const turns = createTurns({ store, now, postsPerSecond, ...(wait && { wait }) });
  const attempt = createAttempt({ store, now, log, turns, adminUsers });
  const underWay = new Map<string, Promise<SendResult>>();
  let pass: Promise<void> | null = null;

  /** Two that want one message sent at the same time wait for the same attempt. */
  function send(id: string, poster: Poster): Promise<SendResult> {
    const sending = underWay.get(id) ?? sendOnce(id, poster).finally(() => underWay.delete(id));
    underWay.set(id, sending);
    return sending;
  }

  async function sendOnce(id: string, poster: Poster): Promise<SendResult> {
    const until = new Date(now().getTime() + LEASE_MS);
    const row = await rows.claim({ id, now: now(), until });
    if (row) await attempt(row, poster);
    return stateOf(await rows.find(id));
  }

  async function sendAllDue(poster: Poster, signal: AbortSignal | undefined): Promise<void> {
    const running = new Set<Promise<void>>();
    const triedAt = new Map<string, number>();
    const failures: unknown[] = [];
    let waiting: string[] = [];

    function start(id: string): void {
      triedAt.set(id, now().getTime());
      const sending = send(id, poster)
        .then(
          () => undefined,
          (cause: unknown) => void failures.push(cause),
        )
        .finally(() => running.delete(sending));
      running.add(sending);
    }

    async function dueNow(): Promise<string[]> {
      const before = now().getTime() - AGAIN_AFTER_MS;
      const ids = await rows.dueIds(now(), BATCH);
      return ids.filter((id) => !underWay.has(id) && (triedAt.get(id) ?? before) <= before);
    }

    while (failures.length === 0 && !signal?.aborted) {
      if (waiting.length === 0) waiting = await dueNow();
      const free = MAX_UNDER_WAY - running.size;
      for (const id of waiting.splice(0, free)) start(id);
      if (running.size === 0) break;
      await Promise.race(running);
    }
    await Promise.all(running);
    if (failures.length > 0) throw failures[0];
  }

  return {
    send,
    sendDue: (poster, signal) => {
      pass ??= sendAllDue(poster, signal).finally(() => {
        pass = null;
      });
      return pass;
    },
    takeOver: async () => {
      if (!store.isShared) await rows.endLeases();
    },
    mend: () => rows.mendTimes(now(), LEASE_MS),
    tidy: () => rows.forgetBefore(new Date(now().getTime() - KEPT_MS)),
    counts: () => rows.counts(now()),
  };
}

function refusedFor(reason: Reason): SendResult {
  return { kind: "refused", reason };
}

function stateOf(row: OutboxRow | undefined): SendResult {
  if (!row) return refusedFor("unknown-message");
  if (row.state === "refused") return refusedFor(row.error ?? "no-answer");
  return { kind: row.state };
}
