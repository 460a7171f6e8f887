/** How things stand, for those who watch the program. */
import { type Kysely, sql } from "kysely";
import { leadIdOf } from "./outbox-rows.ts";
import type { Database } from "./schema.ts";

export type StateCount = { state: string; count: number };

export type HealthCounts = {
  /** Events that were acknowledged and not answered, and when the oldest came (ISO 8601). */
  unanswered: number;
  oldestUnanswered: string | null;
  subscriptions: StateCount[];
};

export function healthQueries(db: Kysely<Database>) {
  return {
    /** Resolves when the database can be read. */
    async look(): Promise<void> {
      await db.selectFrom("revision").select("name").limit(1).execute();
    },

    async counts(): Promise<HealthCounts> {
      const inbox = await db
        .selectFrom("inbox")
        .select((is) => [
          is.fn.countAll<number>().as("count"),
          is.fn.min<string | null>("received_at").as("oldest"),
        ])
        .where("answered_at", "is", null)
        .executeTakeFirstOrThrow();
      const subscriptions = await db
        .selectFrom("subscription")
        .select((is) => ["state", is.fn.countAll<number>().as("count")])
        .groupBy("state")
        .execute();
      return {
        unanswered: Number(inbox.count),
        oldestUnanswered: inbox.oldest,
        subscriptions: subscriptions.map(counted),
      };
    },

    /**
     * Editions of slots from an instant on, by what became of them: the state of their first message,
     * or `skipped`. Takes some microseconds an edition.
     */
    async deliveries(since: Date): Promise<StateCount[]> {
      const rows = await db
        .selectFrom("delivery")
        .leftJoin("outbox", (join) => join.on("outbox.id", "=", leadIdOf("delivery")))
        .select((is) => [
          sql<string>`coalesce(outbox.state, delivery.state)`.as("state"),
          is.fn.countAll<number>().as("count"),
        ])
        .where("delivery.slot", ">=", since.toISOString())
        .groupBy(sql`coalesce(outbox.state, delivery.state)`)
        .execute();
      return rows.map(counted);
    },
  };
}

function counted({ state, count }: StateCount): StateCount {
  return { state, count: Number(count) };
}
