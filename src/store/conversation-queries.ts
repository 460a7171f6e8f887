import type { Kysely } from "kysely";
import type { Database } from "./schema.ts";

export function conversationQueries(db: Kysely<Database>) {
  return {
    /** What a conversation was about, if it was active since `since`; JSON. */
    async context(key: { workspace: string; id: string }, since: Date): Promise<string | null> {
      const row = await db
        .selectFrom("conversation")
        .select("context")
        .where("workspace", "=", key.workspace)
        .where("id", "=", key.id)
        .where("asked_at", ">=", since.toISOString())
        .executeTakeFirst();
      return row?.context ?? null;
    },

    async remember(
      key: { workspace: string; id: string },
      context: string,
      now: Date,
    ): Promise<void> {
      const row = { ...key, context, asked_at: now.toISOString() };
      await db
        .insertInto("conversation")
        .values(row)
        .onConflict((conflict) => conflict.columns(["workspace", "id"]).doUpdateSet(row))
        .execute();
    },

    async forgetBefore(time: Date): Promise<void> {
      await db.deleteFrom("conversation").where("asked_at", "<", time.toISOString()).execute();
    },
  };
}
