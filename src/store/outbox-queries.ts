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
  /** From then on nobody waits for it any more; two days after `sendAfter` unless given. */
  expiresAt?: Date;
};

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

/** How many messages are in each state, and since when the oldest that is due waits. */
export type OutboxCounts = Record<OutboxRow["state"], number> & { oldestDue: string | null };

const DAY_MS = 24 * 60 * 60 * 1000;
const EXPIRES_AFTER_MS = 2 * DAY_MS;
/** Nothing is put off for longer. */
const LONGEST_PUT_OFF_MS = DAY_MS;

export function outboxQueries(db: Kysely<Database>) {
  /** The row, as long as nobody has taken it since `row` was read. */
  const held = (database: Kysely<Database>, row: OutboxRow) =>
    database
      .updateTable("outbox")
      .where("id", "=", row.id)
      .where("leased_until", "=", row.leased_until)
      .where("attempts", "=", row.attempts);

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
      return held(db, row)
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

    /**
     * Ends the attempts: Slack refused the message, or nobody can tell whether it was posted. Its
     * replies end with it, since they have no thread to go to, and a refused edition was not told.
     * Nothing when the lease is lost.
     */
    async markEnded({ row, state, error, pausesSubscription, notices }: Ending): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await held(transaction, row)
          .set({ state, error, leased_until: null })
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return;
        await transaction
          .updateTable("outbox")
          .set({ state, error: "the first message of the thread was not posted" })
          .where("thread_of", "=", row.id)
          .where("state", "=", "waiting")
          .execute();
        if (state === "refused") await markUntold(transaction, row, error);
        if (pausesSubscription) await pauseSubscription(transaction, row, error);
        await insertOutboxRows(transaction, notices);
      });
    },

    /** Slack certainly did not post: try again from `after` on. Nothing when the lease is lost. */
    async release(row: OutboxRow, after: Date): Promise<void> {
      await held(db, row)
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
      await held(db, row)
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
     * Settles a message of which nobody could tell whether it was posted: it was, under a name or
     * under none that can be found, or it is sent again. False when it is settled already.
     */
    async settle(
      id: string,
      verdict: { kind: "sent"; ts: string | null } | { kind: "again"; now: Date },
    ): Promise<boolean> {
      const change =
        verdict.kind === "sent"
          ? { state: "sent" as const, ts: verdict.ts, unclear_since: null, error: null }
          : freshAttempt(verdict.now);
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
              ? { state: "waiting", error: null }
              : { state: "refused", error: "the first message of the thread cannot be found" },
          )
          .where("thread_of", "=", id)
          .where("state", "=", "uncertain")
          .execute();
        return true;
      });
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

/** The outbox row of the first message of a delivery; its replies are `ID:1`, `ID:2` and so on. */
export function leadId(subscription: string, slot: string): string {
  return `digest:${subscription}:${slot}`;
}

/** The slot of a delivery's first message; null for any other message. */
function slotOf({ id, subscription, thread_of }: OutboxRow): string | null {
  if (subscription === null || thread_of !== null) return null;
  const start = leadId(subscription, "");
  return id.startsWith(start) ? id.slice(start.length) : null;
}

function expiry(from: Date): string {
  return new Date(from.getTime() + EXPIRES_AFTER_MS).toISOString();
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
