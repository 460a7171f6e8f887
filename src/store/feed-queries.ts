/** Feeds: who works on which, how they are, and the entries that a fetch brings. */
import type { ExpressionBuilder, Kysely, Selectable, Updateable } from "kysely";
import { type CandidateRow, insertCandidates } from "./candidate-queries.ts";
import type { Database } from "./schema.ts";

export type FeedRow = Selectable<Database["feed"]>;

type FeedChange = Omit<Updateable<Database["feed"]>, "id">;

/** Nothing is put off for longer; what lies further ahead was written by a wrong clock. */
const LONGEST_PUT_OFF_MS = 2 * 24 * 60 * 60 * 1000;

export function feedQueries(db: Kysely<Database>) {
  return {
    all(): Promise<FeedRow[]> {
      return db.selectFrom("feed").selectAll().orderBy("title").orderBy("id").execute();
    },

    find(id: string): Promise<FeedRow | undefined> {
      return db.selectFrom("feed").selectAll().where("id", "=", id).executeTakeFirst();
    },

    /** False when it, or another of its address, is there already. */
    async add(row: FeedRow): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("feed")
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    /** False when it is in that state, or gone. Whoever works on it finds out before writing. */
    async setState(id: string, state: FeedRow["state"], now: Date): Promise<boolean> {
      const at = now.toISOString();
      const { numUpdatedRows } = await db
        .updateTable("feed")
        .set({
          state,
          leased_until: null,
          ...(state === "active" && {
            fetch_at: at,
            next_at: at,
            failures: 0,
            failing_since: null,
            failure_told_at: null,
          }),
        })
        .where("id", "=", id)
        .where("state", "!=", state)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /** Forgets a feed, and of its entries those of which nothing became yet. */
    async remove(id: string): Promise<boolean> {
      return db.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom("feed")
          .where("id", "=", id)
          .executeTakeFirst();
        await transaction
          .deleteFrom("candidate")
          .where("feed", "=", id)
          .where("state", "in", ["baseline", "new"])
          .execute();
        return numDeletedRows === 1n;
      });
    },

    /** The ids of feeds with something to do, the longest waiting first. */
    async dueIds(now: Date, limit: number): Promise<string[]> {
      const rows = await db
        .selectFrom("feed")
        .select("id")
        .where(isDue(now))
        .orderBy("next_at")
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },

    /** Takes a due feed under a lease; undefined when another process was faster. */
    claim({ id, now, until }: { id: string; now: Date; until: Date }) {
      return db
        .updateTable("feed")
        .set({ leased_until: until.toISOString() })
        .where("id", "=", id)
        .where(isDue(now))
        .returningAll()
        .executeTakeFirst();
    },

    /** Changes a feed as long as it is held; undefined when it was taken, paused or removed. */
    update(row: FeedRow, change: FeedChange): Promise<FeedRow | undefined> {
      return updateHeld(db, row, change);
    },

    /** The same with the entries that it brought, all or nothing; those known stay as they are. */
    async record(
      row: FeedRow,
      change: FeedChange,
      entries: readonly CandidateRow[],
    ): Promise<FeedRow | undefined> {
      return db.transaction().execute(async (transaction) => {
        const changed = await updateHeld(transaction, row, change);
        if (changed) await insertCandidates(transaction, entries);
        return changed;
      });
    },

    /** Whether no feed but this one is at an address. */
    async isFree(url: string, id: string): Promise<boolean> {
      const other = await db
        .selectFrom("feed")
        .select("id")
        .where("url", "=", url)
        .where("id", "!=", id)
        .executeTakeFirst();
      return other === undefined;
    },

    /** Active feeds that have failed since an instant or longer. */
    failingSince(instant: Date): Promise<FeedRow[]> {
      return db
        .selectFrom("feed")
        .selectAll()
        .where("state", "=", "active")
        .where("failing_since", "<=", instant.toISOString())
        .orderBy("title")
        .execute();
    },

    async markFailureTold(
      { id, failing_since }: Pick<FeedRow, "id" | "failing_since">,
      now: Date,
    ): Promise<void> {
      await db
        .updateTable("feed")
        .set({ failure_told_at: now.toISOString() })
        .where("id", "=", id)
        .where("failing_since", "=", failing_since)
        .execute();
    },
  };
}

function latest(now: Date): string {
  return new Date(now.getTime() + LONGEST_PUT_OFF_MS).toISOString();
}

function updateHeld(db: Kysely<Database>, row: FeedRow, change: FeedChange) {
  return db
    .updateTable("feed")
    .set(change)
    .where("id", "=", row.id)
    .where("state", "=", "active")
    .where("leased_until", "=", row.leased_until)
    .returningAll()
    .executeTakeFirst();
}

function isDue(now: Date) {
  const at = now.toISOString();
  return (is: ExpressionBuilder<Database, "feed">) =>
    is.and([
      is("state", "=", "active"),
      is.or([is("next_at", "<=", at), is("next_at", ">", latest(now))]),
      is.or([
        is("leased_until", "is", null),
        is("leased_until", "<=", at),
        is("leased_until", ">", latest(now)),
      ]),
    ]);
}
