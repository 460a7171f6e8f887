import type { Kysely, Selectable } from "kysely";
import type { Database } from "./schema.ts";

export type InboxRow = Selectable<Database["inbox"]>;

export function inboxQueries(db: Kysely<Database>) {
  return {
    /** Stores an event; false when it was stored before. */
    async admit(row: { id: string; workspace: string; body: string; now: Date }): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("inbox")
        .values({
          id: row.id,
          workspace: row.workspace,
          body: row.body,
          received_at: row.now.toISOString(),
          answered_at: null,
          attempts: 1,
        })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    /** Marks an event as answered and forgets what it said. */
    async markAnswered(id: string, now: Date): Promise<void> {
      await db
        .updateTable("inbox")
        .set({ answered_at: now.toISOString(), body: null })
        .where("id", "=", id)
        .execute();
    },

    /** Events that were acknowledged and never answered, oldest first. */
    unanswered(): Promise<InboxRow[]> {
      return db
        .selectFrom("inbox")
        .selectAll()
        .where("answered_at", "is", null)
        .orderBy("received_at")
        .execute();
    },

    async countAttempt(id: string): Promise<void> {
      await db
        .updateTable("inbox")
        .set((row) => ({ attempts: row("attempts", "+", 1) }))
        .where("id", "=", id)
        .execute();
    },

    /** Forgets answered events that Slack no longer delivers again. */
    async forgetAnsweredBefore(time: Date): Promise<void> {
      await db.deleteFrom("inbox").where("answered_at", "<", time.toISOString()).execute();
    },
  };
}
