/** Messages that nobody asks for any more. */
import { type Kysely, sql } from "kysely";
import { leadIdOf } from "./outbox-rows.ts";
import type { Database } from "./schema.ts";

/** So that nobody else waits long for the table. */
const BATCH = 500;

export function outboxPruning(db: Kysely<Database>) {
  /** Ids of a batch; a lead stays for its last run, for what it told and for replies to come. */
  function prunable(before: Date) {
    return db
      .selectFrom("outbox as row")
      .select("row.id")
      .where("row.state", "in", ["sent", "refused"])
      .where("row.send_after", "<", before.toISOString())
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom("outbox as reply")
              .select(sql.lit(1).as("one"))
              .whereRef("reply.thread_of", "=", "row.id")
              .where("reply.state", "in", ["waiting", "uncertain"]),
          ),
        ),
      )
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom("edition_item")
              .select(sql.lit(1).as("one"))
              .whereRef("edition_item.subscription", "=", "row.subscription")
              .whereRef("row.id", "=", leadIdOf("edition_item")),
          ),
        ),
      )
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom("delivery")
              .select(sql.lit(1).as("one"))
              .whereRef("delivery.subscription", "=", "row.subscription")
              .whereRef("row.id", "=", leadIdOf("delivery"))
              .where("delivery.slot", "=", (newest) =>
                newest
                  .selectFrom("delivery as other")
                  .select((of) => of.fn.max("other.slot").as("slot"))
                  .whereRef("other.subscription", "=", "row.subscription"),
              ),
          ),
        ),
      )
      .limit(BATCH);
  }

  return {
    /** Forgets what was sent or refused before an instant, unless something refers to it. */
    async forgetBefore(time: Date): Promise<void> {
      for (let deleted = BATCH; deleted === BATCH; ) {
        const { numDeletedRows } = await db
          .deleteFrom("outbox")
          .where("id", "in", prunable(time))
          .executeTakeFirst();
        deleted = Number(numDeletedRows);
      }
    },
  };
}
