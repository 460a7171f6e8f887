/** Rows of the outbox: how a message becomes one, and what its id tells. */
import { type Kysely, type Selectable, sql } from "kysely";
import type { Database } from "./schema.ts";

export type OutboxRow = Selectable<Database["outbox"]>;

/** A message to send: `message` is JSON; `threadOf` names the row in whose thread it goes. */
export type NewOutboxRow = {
  id: string;
  workspace: string;
  channel: string;
  threadOf: string | null;
  position: number;
  message: string;
  /** The subscription whose edition it belongs to. */
  subscription: string | null;
  sendAfter: Date;
  /** From then on nobody waits for it any more; two days after `sendAfter` unless given. */
  expiresAt?: Date;
};

/** Why a message ended where it was not Slack that refused it. */
export type OwnReason =
  | "too-late"
  | "unreadable-message"
  | "unknown-message"
  | "lead-not-posted"
  | "lead-not-found"
  | "digest-stopped"
  | "digest-moved"
  | "too-many-messages"
  | "no-answer"
  | "not-drawn"
  | "no-upload-address"
  | "upload-refused";

/** One of those, in kebab case, or Slack's own word, which is in snake case. */
export type Reason = OwnReason | (string & {});

const EXPIRES_AFTER_MS = 2 * 24 * 60 * 60 * 1000;

export async function insertOutboxRows(
  db: Kysely<Database>,
  rows: readonly NewOutboxRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto("outbox")
    .values(
      rows.map((row) => ({
        id: row.id,
        workspace: row.workspace,
        channel: row.channel,
        thread_of: row.threadOf,
        position: row.position,
        message: row.message,
        state: "waiting" as const,
        send_after: row.sendAfter.toISOString(),
        expires_at: row.expiresAt?.toISOString() ?? expiry(row.sendAfter),
        leased_until: null,
        attempts: 0,
        unclear_since: null,
        ts: null,
        error: null,
        subscription: row.subscription,
      })),
    )
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** When nobody waits any more for a message that may be sent from then on. */
export function expiry(from: Date): string {
  return new Date(from.getTime() + EXPIRES_AFTER_MS).toISOString();
}

/** The outbox row of the first message of a delivery; its replies are `ID:1`, `ID:2` and so on. */
export function leadId(subscription: string, slot: string): string {
  return `digest:${subscription}:${slot}`;
}

/** The id of a delivery's lead, as leadId makes it, for a row that has both columns. */
export function leadIdOf(table: "delivery" | "edition_item") {
  return sql<string>`'digest:' || ${sql.ref(`${table}.subscription`)} || ':' || ${sql.ref(`${table}.slot`)}`;
}

/** The slot of a delivery's first message; null for any other message. */
export function slotOf({ id, subscription, thread_of }: OutboxRow): string | null {
  if (subscription === null || thread_of !== null) return null;
  const start = leadId(subscription, "");
  return id.startsWith(start) ? id.slice(start.length) : null;
}

/** The row, as long as nobody has taken it since `row` was read. */
export function heldRow(db: Kysely<Database>, row: OutboxRow) {
  return db
    .updateTable("outbox")
    .where("id", "=", row.id)
    .where("leased_until", "=", row.leased_until)
    .where("attempts", "=", row.attempts);
}
