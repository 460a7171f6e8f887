/** Up to when each person has been shown what is new. */
import type { Kysely } from "kysely";
import type { Database } from "./schema.ts";

/** Whose mark, and of what: each filter has one of its own. */
export type NewsMarkKey = { workspace: string; person: string; filter: string };
export type NewsMark = { shownFrom: Date; seenAt: Date };

export function newsMarkQueries(db: Kysely<Database>) {
  return {
    /** The mark, unless it was set by a clock that was ahead of `now`. */
    async find({ workspace, person, filter }: NewsMarkKey, now: Date): Promise<NewsMark | null> {
      const row = await db
        .selectFrom("news_mark")
        .select(["shown_from", "seen_at"])
        .where("workspace", "=", workspace)
        .where("person", "=", person)
        .where("filter", "=", filter)
        .where("seen_at", "<=", now.toISOString())
        .executeTakeFirst();
      return row ? { shownFrom: new Date(row.shown_from), seenAt: new Date(row.seen_at) } : null;
    },

    async set(key: NewsMarkKey, { shownFrom, seenAt }: NewsMark): Promise<void> {
      const row = {
        ...key,
        shown_from: shownFrom.toISOString(),
        seen_at: seenAt.toISOString(),
      };
      await db
        .insertInto("news_mark")
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(["workspace", "person", "filter"]).doUpdateSet(row),
        )
        .execute();
    },

    async forgetBefore(time: Date): Promise<void> {
      await db.deleteFrom("news_mark").where("seen_at", "<", time.toISOString()).execute();
    },
  };
}
