/** Messages that are given up, and those that somebody settles afterwards. */
import type { Kysely } from "kysely";
import {
  expiry,
  heldRow,
  insertOutboxRows,
  type NewOutboxRow,
  type OutboxRow,
  type OwnReason,
  slotOf,
} from "./outbox-rows.ts";
import type { Database } from "./schema.ts";
import { lockSubscription } from "./subscription-queries.ts";

/** What ends with a message that is given up. */
export type Ending = {
  row: OutboxRow;
  state: "refused" | "uncertain";
  error: string;
  /** Whether its subscription is paused for that reason. */
  pausesSubscription: boolean;
  /** What its owners are told. */
  notices: readonly NewOutboxRow[];
};

export function outboxEndings(db: Kysely<Database>) {
  return {
    /**
     * Ends the attempts: Slack refused the message, or nobody can tell whether it was posted. Its
     * replies end with it, since they have no thread to go to, and a refused edition was not told.
     * Nothing when the lease is lost.
     */
    async markEnded({ row, state, error, pausesSubscription, notices }: Ending): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        // In the order of whoever ends a digest, or each would wait for the other.
        if (row.subscription !== null) await lockSubscription(transaction, row.subscription);
        const { numUpdatedRows } = await heldRow(transaction, row)
          .set({ state, error, leased_until: null })
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return;
        await transaction
          .updateTable("outbox")
          .set({ state, error: "lead-not-posted" satisfies OwnReason })
          .where("thread_of", "=", row.id)
          .where("state", "=", "waiting")
          .execute();
        if (state === "refused") await markUntold(transaction, row, error);
        if (pausesSubscription) await pauseSubscription(transaction, row, error);
        await insertOutboxRows(transaction, notices);
      });
    },

    /**
     * Settles a message of which nobody could tell whether it was posted: it was, under a name or
     * under none that can be found, or it is sent again. False when it is settled already.
     */
    async settle(
      id: string,
      verdict: { kind: "sent"; ts: string | null } | { kind: "again" },
      now: Date,
    ): Promise<boolean> {
      const change =
        verdict.kind === "sent"
          ? { state: "sent" as const, ts: verdict.ts, unclear_since: null, error: null }
          : freshAttempt(now);
      return db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable("outbox")
          .set(change)
          .where("id", "=", id)
          .where("state", "=", "uncertain")
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        const hasThread = verdict.kind === "again" || verdict.ts !== null;
        await transaction
          .updateTable("outbox")
          .set(
            hasThread
              ? freshAttempt(now)
              : { state: "refused", error: "lead-not-found" satisfies OwnReason },
          )
          .where("thread_of", "=", id)
          .where("state", "=", "uncertain")
          .execute();
        return true;
      });
    },
  };
}

function freshAttempt(now: Date) {
  return {
    state: "waiting" as const,
    send_after: now.toISOString(),
    expires_at: expiry(now),
    leased_until: null,
    attempts: 0,
    unclear_since: null,
    error: null,
  };
}

/** An edition whose first message Slack refused is told by the next one. */
async function markUntold(db: Kysely<Database>, row: OutboxRow, reason: string): Promise<void> {
  const slot = slotOf(row);
  if (slot === null) return;
  await db
    .updateTable("delivery")
    .set({ state: "skipped", reason })
    .where("subscription", "=", row.subscription)
    .where("slot", "=", slot)
    .execute();
  await db
    .deleteFrom("edition_item")
    .where("subscription", "=", row.subscription)
    .where("slot", "=", slot)
    .execute();
}

/** Another channel chosen meanwhile is not the one that Slack refuses. */
async function pauseSubscription(
  db: Kysely<Database>,
  row: OutboxRow,
  reason: string,
): Promise<void> {
  await db
    .updateTable("subscription")
    .set({ state: "paused", pause_reason: reason, paused_until: null })
    .where("id", "=", row.subscription)
    .where("channel", "=", row.channel)
    .where("state", "=", "active")
    .execute();
}
