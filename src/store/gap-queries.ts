/** Questions that the base could not answer. */
import type { Insertable, Kysely, Selectable } from "kysely";
import type { Database } from "./schema.ts";

/** From `from` on, up to and without `until`. */
export type GapSpan = { from: Date; until: Date };

/** How often and when last a thing was asked that has no answer; never a question itself. */
export type GapCount = Pick<
  Selectable<Database["unanswered"]>,
  "missing_key" | "words_key" | "subjects"
> & {
  count: number;
  lastAt: string /** Whether any of the questions is kept still. */;
  isKept: boolean;
};

export function gapQueries(db: Kysely<Database>) {
  return {
    /** Keeps a question once, however often its message is delivered. */
    async note(row: Insertable<Database["unanswered"]>): Promise<void> {
      await db
        .insertInto("unanswered")
        .values(row)
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
    },

    async counts(workspace: string, { from, until }: GapSpan): Promise<GapCount[]> {
      const rows = await db
        .selectFrom("unanswered")
        .select((of) => [
          "missing_key",
          "words_key",
          "subjects",
          of.fn.countAll().as("count"),
          of.fn.max("asked_at").as("lastAt"),
          of.fn.count("question").as("kept"),
        ])
        .where("workspace", "=", workspace)
        .where("asked_at", ">=", from.toISOString())
        .where("asked_at", "<", until.toISOString())
        .groupBy(["missing_key", "words_key", "subjects"])
        .execute();
      return rows.map(({ kept, count, ...row }) => ({
        ...row,
        count: Number(count),
        isKept: Number(kept) > 0,
      }));
    },

    /** The last questions with these keys whose words are still kept, the newest first. */
    questions(
      workspace: string,
      wordsKeys: readonly string[],
      limit: number,
    ): Promise<{ words_key: string; question: string | null }[]> {
      return db
        .selectFrom("unanswered")
        .select(["words_key", "question"])
        .where("workspace", "=", workspace)
        .where("words_key", "in", wordsKeys)
        .where("question", "is not", null)
        .orderBy("asked_at", "desc")
        .limit(limit)
        .execute();
    },

    /** The words of questions are known no longer; what they were about is. */
    async forgetWords(before: Date): Promise<void> {
      await db
        .updateTable("unanswered")
        .set({ question: null })
        .where("asked_at", "<", before.toISOString())
        .where("question", "is not", null)
        .execute();
    },
  };
}
