import type { Insertable, Kysely, Selectable } from "kysely";
import { inBatches } from "./in-batches.ts";
import type { Database } from "./schema.ts";

export type InboxRow = Selectable<Database["inbox"]>;
type Event = { id: string; workspace: string; body: string; receivedAt: Date; leasedUntil: Date };

export function inboxQueries(db: Kysely<Database>) {
  async function admitAll(events: readonly Event[]): Promise<boolean[]> {
    const stored = await db
      .insertInto("inbox")
      .values(events.map(rowOf))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("id")
      .execute();
    const ids = new Set(stored.map(({ id }) => id));
    // The first of a name is the one that was stored.
    return events.map(({ id }) => ids.delete(id));
  }

  return {
    /** Stores an event; false when it was stored before. */
    admit: inBatches(admitAll),

    /** Marks an event as answered and forgets what it said. */
    async markAnswered(id: string, now: Date): Promise<void> {
      await db
        .updateTable("inbox")
        .set({ answered_at: now.toISOString(), body: null })
        .where("id", "=", id)
        .execute();
    },

    /** Events that were acknowledged and not answered, and that nobody works on, oldest first. */
    unanswered({ leaseEndedBy }: { leaseEndedBy: Date | null }): Promise<InboxRow[]> {
      return db
        .selectFrom("inbox")
        .selectAll()
        .where("answered_at", "is", null)
        .$if(leaseEndedBy !== null, (query) =>
          query.where((is) =>
            is.or([
              is("leased_until", "is", null),
              is("leased_until", "<=", leaseEndedBy?.toISOString() ?? ""),
            ]),
          ),
        )
        .orderBy("received_at")
        .execute();
    },

    /** Takes an unanswered event as it was read; false when another process was faster. */
    async claim(row: InboxRow, until: Date): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("inbox")
        .set((is) => ({ attempts: is("attempts", "+", 1), leased_until: until.toISOString() }))
        .where("id", "=", row.id)
        .where("answered_at", "is", null)
        .where("attempts", "=", row.attempts)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /** Says that events are still being worked on. */
    async renewLeases(ids: readonly string[], until: Date): Promise<void> {
      if (ids.length === 0) return;
      await db
        .updateTable("inbox")
        .set({ leased_until: until.toISOString() })
        .where("id", "in", ids)
        .where("answered_at", "is", null)
        .execute();
    },

    /** Forgets answered events that Slack no longer delivers again. */
    async forgetAnsweredBefore(time: Date): Promise<void> {
      await db.deleteFrom("inbox").where("answered_at", "<", time.toISOString()).execute();
    },
  };
}

function rowOf({
  id,
  workspace,
  body,
  receivedAt,
  leasedUntil,
}: Event): Insertable<Database["inbox"]> {
  return {
    id,
    workspace,
    body,
    received_at: receivedAt.toISOString(),
    answered_at: null,
    attempts: 1,
    leased_until: leasedUntil.toISOString(),
  };
}
