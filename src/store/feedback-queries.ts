import type { Insertable, Kysely, Selectable } from "kysely";
import type { GapSpan } from "./gap-queries.ts";
import type { Database } from "./schema.ts";

export type FeedbackRow = Selectable<Database["feedback"]>;

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

    /** What people of a workspace said in a time, the newest first. */
    within(workspace: string, { from, until }: GapSpan): Promise<FeedbackRow[]> {
      return db
        .selectFrom("feedback")
        .selectAll()
        .where("workspace", "=", workspace)
        .where("given_at", ">=", from.toISOString())
        .where("given_at", "<", until.toISOString())
        .orderBy("given_at", "desc")
        .execute();
    },

    /** The last corrections of questions with these keys whose words are kept, the newest first. */
    corrections(
      workspace: string,
      wordsKeys: readonly string[],
      limit: number,
    ): Promise<Pick<FeedbackRow, "words_key" | "question" | "text">[]> {
      return db
        .selectFrom("feedback")
        .select(["words_key", "question", "text"])
        .where("workspace", "=", workspace)
        .where("words_key", "in", wordsKeys)
        .where("kind", "!=", "right")
        .where("question", "is not", null)
        .orderBy("given_at", "desc")
        .limit(limit)
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
