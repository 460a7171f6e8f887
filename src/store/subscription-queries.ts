/** Stored digests: who wants which, and how they change and end. */
import type { ExpressionBuilder, Kysely, Selectable } from "kysely";
import type { OwnReason } from "./outbox-rows.ts";
import type { Database } from "./schema.ts";

export type SubscriptionRow = Selectable<Database["subscription"]>;

export function subscriptionQueries(db: Kysely<Database>) {
  return {
    subscription(id: string): Promise<SubscriptionRow | undefined> {
      return db.selectFrom("subscription").selectAll().where("id", "=", id).executeTakeFirst();
    },

    /** False when there is one of that name, which stays as it is. */
    async addSubscription(row: SubscriptionRow): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("subscription")
        .values(row)
        .onConflict((conflict) => conflict.column("id").doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    /**
     * Changes one that is as it was read; false when it is not. In another channel it starts anew:
     * what waits for the old one is not posted any more, and what was told there is forgotten.
     */
    async changeSubscription(from: SubscriptionRow, to: SubscriptionRow): Promise<boolean> {
      const hasMoved = from.workspace !== to.workspace || from.channel !== to.channel;
      return db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable("subscription")
          .set(to)
          .where(isStill(from))
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        if (hasMoved) await endDeliveries(transaction, from.id, "digest-moved");
        return true;
      });
    },

    /** Ends a digest: what waits of it is not posted any more, and what it told is forgotten. */
    async removeSubscription(id: string): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("subscription").where("id", "=", id).execute();
        await endDeliveries(transaction, id, "digest-stopped");
      });
    },

    /** The subscriptions of a workspace, or of one of its channels, by channel and next run. */
    subscriptionsOf(workspace: string, channel: string | null): Promise<SubscriptionRow[]> {
      return db
        .selectFrom("subscription")
        .selectAll()
        .where("workspace", "=", workspace)
        .$if(channel !== null, (query) => query.where("channel", "=", channel))
        .orderBy("channel")
        .orderBy("next_at")
        .orderBy("id")
        .execute();
    },

    dueSubscriptions(now: Date): Promise<SubscriptionRow[]> {
      return db
        .selectFrom("subscription")
        .selectAll()
        .where("next_at", "<=", now.toISOString())
        .orderBy("next_at")
        .execute();
    },

    subscriptionsAfter(now: Date): Promise<SubscriptionRow[]> {
      return db
        .selectFrom("subscription")
        .selectAll()
        .where("next_at", ">", now.toISOString())
        .execute();
    },

    /** Nothing when another process or person moved it meanwhile. */
    async moveNextRun({ id, from, to }: { id: string; from: string; to: Date }): Promise<void> {
      await db
        .updateTable("subscription")
        .set({ next_at: to.toISOString() })
        .where("id", "=", id)
        .where("next_at", "=", from)
        .execute();
    },

    /** Subscriptions of a workspace that are paused for one of these reasons. */
    pausedFor(workspace: string, reasons: readonly string[]): Promise<SubscriptionRow[]> {
      return db
        .selectFrom("subscription")
        .selectAll()
        .where("workspace", "=", workspace)
        .where("state", "=", "paused")
        .where("pause_reason", "in", reasons)
        .execute();
    },
  };
}

const COLUMNS = [
  "id",
  "workspace",
  "channel",
  "owner",
  "cron",
  "time_zone",
  "language",
  "filter",
  "skipped_days",
  "posts_empty",
  "state",
  "pause_reason",
  "paused_until",
  "next_at",
] as const satisfies (keyof SubscriptionRow)[];

function isStill(row: SubscriptionRow) {
  return (is: ExpressionBuilder<Database, "subscription">) =>
    is.and(
      COLUMNS.map((column) =>
        row[column] === null ? is(column, "is", null) : is(column, "=", row[column]),
      ),
    );
}

/** Whoever does this holds the subscription, so that nothing is recorded at the same time. */
async function endDeliveries(db: Kysely<Database>, id: string, error: OwnReason): Promise<void> {
  await db.deleteFrom("delivery").where("subscription", "=", id).execute();
  await db.deleteFrom("edition_item").where("subscription", "=", id).execute();
  await db
    .updateTable("outbox")
    .set({ state: "refused", error, leased_until: null })
    .where("subscription", "=", id)
    .where((is) =>
      is.or([
        is.and([is("state", "=", "waiting"), is("unclear_since", "is", null)]),
        is("state", "=", "uncertain"),
      ]),
    )
    .execute();
  // What may be posted is looked for, and nobody waits for it if it was not.
  await db
    .updateTable("outbox")
    .set((is) => ({ expires_at: is.ref("unclear_since") }))
    .where("subscription", "=", id)
    .where("state", "=", "waiting")
    .execute();
}

/**
 * Two that record slots of one subscription do so one after the other; false when it is gone, or
 * not in the `place` where it was.
 */
export async function lockSubscription(
  db: Kysely<Database>,
  id: string,
  place: Partial<Pick<SubscriptionRow, "workspace" | "channel">> = {},
): Promise<boolean> {
  let held = db
    .updateTable("subscription")
    .set((row) => ({ next_at: row.ref("next_at") }))
    .where("id", "=", id);
  const { workspace, channel } = place;
  if (workspace !== undefined) held = held.where("workspace", "=", workspace);
  if (channel !== undefined) held = held.where("channel", "=", channel);
  const { numUpdatedRows } = await held.executeTakeFirst();
  return numUpdatedRows === 1n;
}
