/** Every event from Slack, stored before it is acknowledged, so that a crash loses no question. */
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";

/** An event that was acknowledged and not answered. */
export type PendingEvent = { id: string; workspace: string; body: unknown; receivedAt: Date };

export type Inbox = {
  /** Stores an event; false when it came before, in this process or an earlier one. */
  admit: (event: { id: string; workspace: string; body: unknown }) => Promise<boolean>;
  markAnswered: (id: string) => Promise<void>;
  /** What earlier processes left unanswered; an event that failed too often is given up. */
  pending: () => Promise<PendingEvent[]>;
  /** Counts an attempt at a pending event, before it is made. */
  countAttempt: (id: string) => Promise<void>;
  /** Drops events that Slack no longer delivers again. */
  tidy: () => Promise<void>;
};

/** A question that ended its process twice would end it for ever. */
const MAX_ATTEMPTS = 3;
/** Nobody waits longer for an answer. */
const MAX_AGE_MS = 24 * 60 * 60 * 1000;
/** Slack delivers again for minutes; a day leaves room for its own outages. */
const KEPT_MS = 24 * 60 * 60 * 1000;

export function createInbox({
  store,
  now,
  log,
}: {
  store: Store;
  now: () => Date;
  log: Log;
}): Inbox {
  const rows = store.inbox;
  return {
    admit: ({ id, workspace, body }) =>
      rows.admit({ id, workspace, body: JSON.stringify(body), now: now() }),
    markAnswered: (id) => rows.markAnswered(id, now()),
    tidy: () => rows.forgetAnsweredBefore(new Date(now().getTime() - KEPT_MS)),

    countAttempt: (id) => rows.countAttempt(id),

    pending: async () => {
      const pending: PendingEvent[] = [];
      for (const row of await rows.unanswered()) {
        const receivedAt = new Date(row.received_at);
        const isTooOld = now().getTime() - receivedAt.getTime() > MAX_AGE_MS;
        if (row.body === null || isTooOld || row.attempts >= MAX_ATTEMPTS) {
          log.error(
            { event: row.id, attempts: row.attempts },
            "a question was given up unanswered",
          );
          await rows.markAnswered(row.id, now());
          continue;
        }
        const body: unknown = JSON.parse(row.body);
        pending.push({ id: row.id, workspace: row.workspace, body, receivedAt });
      }
      return pending;
    },
  };
}
