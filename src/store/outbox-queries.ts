import { type ExpressionBuilder, type Kysely, type Selectable, sql } from "kysely";
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
};

export function outboxQueries(db: Kysely<Database>) {
  return {
    /** Adds messages. One that was added before stays as it is; a refused one is tried again. */
    async add(rows: readonly NewOutboxRow[]): Promise<void> {
      if (rows.length === 0) return;
      const ids = rows.map((row) => row.id);
      await db.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom("outbox")
          .where("id", "in", ids)
          .where("state", "=", "refused")
          .execute();
        await insertOutboxRows(transaction, rows);
      });
    },

    /** The ids of messages that may be sent now, oldest first. */
    async dueIds(now: Date, limit: number): Promise<string[]> {
      const rows = await db
        .selectFrom("outbox as row")
        .select("row.id")
        .where(isDue(now.toISOString()))
        .orderBy("row.send_after")
        .orderBy("row.position")
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },

    /** Takes a due message under a lease; undefined when another process was faster. */
    claim({
      id,
      now,
      until,
    }: {
      id: string;
      now: Date;
      until: Date;
    }): Promise<OutboxRow | undefined> {
      return (
        db
          .updateTable("outbox as row")
          .set((is) => ({ leased_until: until.toISOString(), attempts: is("attempts", "+", 1) }))
          .where("row.id", "=", id)
          // On the row itself: who waits for another's claim looks at it again, not at a sub-query.
          .where(isDue(now.toISOString()))
          .returningAll()
          .executeTakeFirst()
      );
    },

    /**
     * From now on Slack may have posted the message, until an outcome says otherwise. Renews the
     * lease; undefined when another process has taken the message meanwhile.
     */
    markUnclear({
      row,
      since,
      until,
    }: {
      row: OutboxRow;
      since: Date;
      until: Date;
    }): Promise<OutboxRow | undefined> {
      return db
        .updateTable("outbox")
        .set((is) => ({
          unclear_since: is.fn.coalesce("unclear_since", is.val(since.toISOString())),
          leased_until: until.toISOString(),
        }))
        .where("id", "=", row.id)
        .where("leased_until", "=", row.leased_until)
        .returningAll()
        .executeTakeFirst();
    },

    async markSent(id: string, ts: string): Promise<void> {
      await db
        .updateTable("outbox")
        .set({ state: "sent", ts, leased_until: null, unclear_since: null, error: null })
        .where("id", "=", id)
        .execute();
    },

    /**
     * Ends the attempts: Slack refused the message, or nobody can tell whether it was posted. Its
     * replies end with it, since they have no thread to go to. Nothing when the lease is lost.
     */
    async markEnded({
      row,
      state,
      error,
    }: {
      row: OutboxRow;
      state: "refused" | "uncertain";
      error: string;
    }): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable("outbox")
          .set({ state, error, leased_until: null })
          .where("id", "=", row.id)
          .where("leased_until", "=", row.leased_until)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return;
        await transaction
          .updateTable("outbox")
          .set({ state: "refused", error: "the first message of the thread was not posted" })
          .where("thread_of", "=", row.id)
          .where("state", "=", "waiting")
          .execute();
      });
    },

    /** Slack certainly did not post: try again from `after` on. Nothing when the lease is lost. */
    async release(row: OutboxRow, after: Date): Promise<void> {
      await db
        .updateTable("outbox")
        .set({ send_after: after.toISOString(), leased_until: null, unclear_since: null })
        .where("id", "=", row.id)
        .where("leased_until", "=", row.leased_until)
        .execute();
    },

    find(id: string): Promise<OutboxRow | undefined> {
      return db.selectFrom("outbox").selectAll().where("id", "=", id).executeTakeFirst();
    },
  };
}

type Row = Database & { row: Database["outbox"] };

/** A reply waits for its thread's first message and for the replies before it. */
function isDue(now: string) {
  return (is: ExpressionBuilder<Row, "row">) =>
    is.and([
      is("row.state", "=", "waiting"),
      is("row.send_after", "<=", now),
      is.or([is("row.leased_until", "is", null), is("row.leased_until", "<=", now)]),
      is.or([
        is("row.thread_of", "is", null),
        is.exists(
          is
            .selectFrom("outbox as lead")
            .select(sql.lit(1).as("one"))
            .whereRef("lead.id", "=", "row.thread_of")
            .where("lead.ts", "is not", null),
        ),
      ]),
      is.not(
        is.exists(
          is
            .selectFrom("outbox as earlier")
            .select(sql.lit(1).as("one"))
            .whereRef("earlier.thread_of", "=", "row.thread_of")
            .whereRef("earlier.position", "<", "row.position")
            .where("earlier.state", "=", "waiting"),
        ),
      ),
    ]);
}

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
