import { type ExpressionBuilder, type Kysely, sql } from "kysely";
import { outboxEndings } from "./outbox-endings.ts";
import { outboxPruning } from "./outbox-pruning.ts";
import { heldRow, insertOutboxRows, type NewOutboxRow, type OutboxRow } from "./outbox-rows.ts";
import type { Database } from "./schema.ts";

/** How many messages are in each state, and since when the oldest that is due waits. */
export type OutboxCounts = Record<OutboxRow["state"], number> & { oldestDue: string | null };

/** Nothing is put off for longer. */
const LONGEST_PUT_OFF_MS = 24 * 60 * 60 * 1000;

export function outboxQueries(db: Kysely<Database>) {
  return {
    ...outboxEndings(db),
    ...outboxPruning(db),

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
      return heldRow(db, row)
        .set({ unclear_since: since.toISOString(), leased_until: until.toISOString() })
        .returningAll()
        .executeTakeFirst();
    },

    /** The first to know a message's name in Slack records it; the thread goes on after a pause. */
    async markSent(id: string, ts: string, repliesAfter?: Date): Promise<void> {
      await db
        .updateTable("outbox")
        .set({ state: "sent", ts, leased_until: null, unclear_since: null, error: null })
        .where("id", "=", id)
        .where("state", "!=", "sent")
        .execute();
      if (!repliesAfter) return;
      await db
        .updateTable("outbox")
        .set({ send_after: repliesAfter.toISOString() })
        .where("state", "=", "waiting")
        .where("send_after", "<", repliesAfter.toISOString())
        .where("thread_of", "=", (is) =>
          is
            .selectFrom("outbox as sent")
            .select((of) => of.fn.coalesce("sent.thread_of", "sent.id").as("lead"))
            .where("sent.id", "=", id),
        )
        .execute();
    },

    /** Slack certainly did not post: try again from `after` on. Nothing when the lease is lost. */
    async release(row: OutboxRow, after: Date): Promise<void> {
      await heldRow(db, row)
        .set({ send_after: after.toISOString(), leased_until: null, unclear_since: null })
        .execute();
    },

    /** Nothing was learnt about the message: go on later. Nothing when the lease is lost. */
    async putOff({
      row,
      until,
      wasTried,
    }: {
      row: OutboxRow;
      until: Date;
      wasTried: boolean;
    }): Promise<void> {
      await heldRow(db, row)
        .set({
          send_after: until.toISOString(),
          leased_until: null,
          attempts: wasTried ? row.attempts : row.attempts - 1,
        })
        .execute();
    },

    /** No message of a channel, or of any with null, goes out before an instant. */
    async holdBack(channel: string | null, until: Date): Promise<void> {
      let waiting = db
        .updateTable("outbox")
        .set({ send_after: until.toISOString() })
        .where("state", "=", "waiting")
        .where("send_after", "<", until.toISOString());
      if (channel !== null) waiting = waiting.where("channel", "=", channel);
      await waiting.execute();
    },

    /**
     * After a clock that was far ahead, times lie in a future that no later message waits for:
     * leases longer than `leaseMs` end that much from now, and what was put off for days is due.
     */
    async mendTimes(now: Date, leaseMs: number): Promise<void> {
      const inMs = (ms: number) => new Date(now.getTime() + ms).toISOString();
      await db
        .updateTable("outbox")
        .set({ leased_until: inMs(leaseMs) })
        .where("state", "=", "waiting")
        .where("leased_until", ">", inMs(2 * leaseMs))
        .execute();
      await db
        .updateTable("outbox")
        .set({ send_after: inMs(0) })
        .where("state", "=", "waiting")
        .where("send_after", ">", inMs(LONGEST_PUT_OFF_MS))
        .execute();
    },

    /** Ends every lease: whoever holds one and still lives finds out before it posts. */
    async endLeases(): Promise<void> {
      await db
        .updateTable("outbox")
        .set({ leased_until: null })
        .where("state", "=", "waiting")
        .where("leased_until", "is not", null)
        .execute();
    },

    async counts(now: Date): Promise<OutboxCounts> {
      const states = await db
        .selectFrom("outbox")
        .select((is) => ["state", is.fn.countAll<number>().as("count")])
        .groupBy("state")
        .execute();
      const oldest = await db
        .selectFrom("outbox")
        .select("send_after")
        .where("state", "=", "waiting")
        .where("send_after", "<=", now.toISOString())
        .orderBy("send_after")
        .limit(1)
        .executeTakeFirst();
      return {
        ...{ waiting: 0, sent: 0, refused: 0, uncertain: 0 },
        ...Object.fromEntries(states.map(({ state, count }) => [state, Number(count)])),
        oldestDue: oldest?.send_after ?? null,
      };
    },

    /** The message (JSON) that was posted there; null where it is none of ours. */
    async messageAt(place: {
      workspace: string;
      channel: string;
      ts: string;
    }): Promise<string | null> {
      const row = await db
        .selectFrom("outbox")
        .select("message")
        .where("workspace", "=", place.workspace)
        .where("channel", "=", place.channel)
        .where("ts", "=", place.ts)
        .executeTakeFirst();
      return row?.message ?? null;
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
