/** When articles entered the base, as this database saw it. */
import type { Kysely } from "kysely";
import type { Database } from "./schema.ts";

export type Entry = { article: string; enteredAt: Date };

/** From `after`, which is not part of it, to `until`, which is. */
export type Span = { after: Date; until: Date };

/** Far below what both databases take as parameters of one statement. */
const BATCH = 5_000;

export function entryQueries(db: Kysely<Database>) {
  return {
    /** The ids of all articles that ever entered and were not forgotten. */
    async known(): Promise<string[]> {
      const rows = await db.selectFrom("article_entry").select("article").execute();
      return rows.map(({ article }) => article);
    },

    /** Records entries, all or none; of an article that is there already the first stays. */
    async add(entries: readonly Entry[]): Promise<void> {
      if (entries.length === 0) return;
      const rows = entries.map(({ article, enteredAt }) => ({
        article,
        entered_at: enteredAt.toISOString(),
      }));
      await db.transaction().execute(async (transaction) => {
        for (const batch of batches(rows))
          await transaction
            .insertInto("article_entry")
            .values(batch)
            .onConflict((conflict) => conflict.column("article").doNothing())
            .execute();
      });
    },

    async forget(articles: readonly string[]): Promise<void> {
      for (const batch of batches(articles))
        await db.deleteFrom("article_entry").where("article", "in", batch).execute();
    },

    /** Another text once anything else has entered up to an instant. */
    async stamp(until: Date): Promise<string> {
      const { count, last } = await db
        .selectFrom("article_entry")
        .select((of) => [of.fn.countAll().as("count"), of.fn.max("entered_at").as("last")])
        .where("entered_at", "<=", until.toISOString())
        .executeTakeFirstOrThrow();
      return `${count} ${last}`;
    },

    /** What entered after one instant and up to another, the newest first. */
    async between({ after, until }: Span): Promise<Entry[]> {
      const rows = await db
        .selectFrom("article_entry")
        .selectAll()
        .where("entered_at", ">", after.toISOString())
        .where("entered_at", "<=", until.toISOString())
        .orderBy("entered_at", "desc")
        .orderBy("article")
        .execute();
      return rows.map((row) => ({ article: row.article, enteredAt: new Date(row.entered_at) }));
    },
  };
}

function batches<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) =>
    items.slice(at * BATCH, (at + 1) * BATCH),
  );
}
