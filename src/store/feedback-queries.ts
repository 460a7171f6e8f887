import type { Insertable, Kysely, Selectable } from "kysely";
import type { Database } from "./schema.ts";

type FeedbackRow = Selectable<Database["feedback"]>;

export function feedbackQueries(db: Kysely<Database>) {
  return {
    /** The last that a person says of an answer is what they say of it. */
    async give(row: Insertable<Database["feedback"]>): Promise<void> {
      await db
        .insertInto("feedback")
        .values(row)
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
        .execute();
    },

    /** What people of a workspace said since an instant, the newest first. */
    since(workspace: string, time: Date): Promise<FeedbackRow[]> {
      return db
        .selectFrom("feedback")
        .selectAll()
        .where("workspace", "=", workspace)
        .where("given_at", ">=", time.toISOString())
        .orderBy("given_at", "desc")
        .execute();
    },

    /** Who said it, of which question and in what words is known no longer. */
    async forgetWords(before: Date): Promise<void> {
      await db
        .updateTable("feedback")
        .set({ person: null, question: null, text: null })
        .where("given_at", "<", before.toISOString())
        .where("question", "is not", null)
        .execute();
    },
  };
}
