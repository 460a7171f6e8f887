/** Every event from Slack, stored before it is acknowledged, so that a crash loses no question. */
import type { Log } from "../log.ts";
import type { InboxRow } from "../store/inbox-queries.ts";
import type { Store } from "../store/store.ts";
import { newest } from "./newest.ts";

type InboxEvent = { id: string; workspace: string; body: unknown };

/** An event that was acknowledged and not answered. */
export type PendingEvent = InboxEvent & {
  receivedAt: Date;
  /** Makes it this process's, and counts the attempt; false when another was faster. */
  claim: () => Promise<boolean>;
};

/** While the database is away it keeps in memory what it would have stored. */
export type Inbox = {
  /** Stores an event; false when it came before, in this process or another one. */
  admit: (event: InboxEvent) => Promise<boolean>;
  markAnswered: (id: string) => Promise<void>;
  /** What processes that are gone left unanswered; an event that failed too often is given up. */
  pending: (when: "at start" | "later") => Promise<PendingEvent[]>;
  /** Says that events are being answered, and stores what could not be stored before. */
  tend: (underWay: readonly string[]) => Promise<void>;
  /** Drops events that Slack no longer delivers again. */
  tidy: () => Promise<void>;
};

/** A question that ended its process twice would end it for ever. */
const MAX_ATTEMPTS = 3;
const DAY_MS = 24 * 60 * 60_000;
/** Nobody waits longer for an answer. */
const MAX_AGE_MS = DAY_MS;
/** Slack delivers again for minutes; a day leaves room for its own outages. */
const KEPT_MS = DAY_MS;
/** An answer whose process says nothing for so long is another's to give; it tends more often. */
const LEASE_MS = 30_000;
/** A day of a busy workspace, and a few megabytes. */
const MAX_IN_MEMORY = 10_000;

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
  const seen = newest<true>(MAX_IN_MEMORY);
  const unstored = newest<Parameters<typeof rows.admit>[0]>(MAX_IN_MEMORY);
  const answered = newest<Date>(MAX_IN_MEMORY);
  const ago = (ms: number) => new Date(now().getTime() - ms);
  const leaseEnd = () => new Date(now().getTime() + LEASE_MS);

  async function admit({ id, workspace, body }: InboxEvent): Promise<boolean> {
    if (seen.has(id)) return false;
    seen.set(id, true);
    const event = { id, workspace, body: JSON.stringify(body), receivedAt: now() };
    const leased = { ...event, leasedUntil: leaseEnd() };
    try {
      return await store.promptly(rows.admit(leased));
    } catch (cause) {
      if (!store.isAway(cause)) {
        seen.delete(id);
        throw cause;
      }
      log.warn({ event: id }, "the database is away, and an event is kept in memory");
      unstored.set(id, leased);
      return true;
    }
  }

  async function markAnswered(id: string): Promise<void> {
    const at = now();
    // Noted first: it may be stored while this is under way.
    if (unstored.has(id)) answered.set(id, at);
    try {
      await rows.markAnswered(id, at);
    } catch (cause) {
      if (!store.isAway(cause)) throw cause;
      answered.set(id, at);
    }
  }

  /** In this order, since an answer is noted on the stored event. */
  async function storeTheUnstored(): Promise<void> {
    for (const [id, event] of unstored.entries()) {
      // Under a lease of now, or another process would answer what is answered or under way here.
      await rows.admit({ ...event, leasedUntil: leaseEnd() });
      const answeredAt = answered.get(id);
      if (answeredAt) await rows.markAnswered(id, answeredAt);
      answered.delete(id);
      unstored.delete(id);
    }
    for (const [id, at] of answered.entries()) {
      await rows.markAnswered(id, at);
      answered.delete(id);
    }
  }

  function isHopeless(row: InboxRow): boolean {
    return new Date(row.received_at) < ago(MAX_AGE_MS) || row.attempts >= MAX_ATTEMPTS;
  }

  return {
    admit,
    markAnswered,
    tidy: () => rows.forgetAnsweredBefore(ago(KEPT_MS)),

    tend: async (underWay) => {
      await storeTheUnstored();
      await rows.renewLeases(underWay, leaseEnd());
    },

    pending: async (when) => {
      // Whoever has the database for itself starts after the end of all that worked with it.
      const isAlone = when === "at start" && !store.isShared;
      const pending: PendingEvent[] = [];
      for (const row of await rows.unanswered({ leaseEndedBy: isAlone ? null : now() })) {
        if (row.body === null || isHopeless(row)) {
          log.error(
            { event: row.id, attempts: row.attempts },
            "a question was given up unanswered",
          );
          await rows.markAnswered(row.id, now());
          continue;
        }
        pending.push({
          id: row.id,
          workspace: row.workspace,
          body: JSON.parse(row.body),
          receivedAt: new Date(row.received_at),
          claim: () => rows.claim(row, leaseEnd()),
        });
      }
      return pending;
    },
  };
}
