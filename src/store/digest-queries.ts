import type { Kysely, Selectable } from "kysely";
import { insertOutboxRows, type NewOutboxRow } from "./outbox-queries.ts";
import type { Database } from "./schema.ts";

export type SubscriptionRow = Selectable<Database["subscription"]>;
export type DeliveryRow = Selectable<Database["delivery"]>;

export function digestQueries(db: Kysely<Database>) {
  return {
    subscription(id: string): Promise<SubscriptionRow | undefined> {
      return db.selectFrom("subscription").selectAll().where("id", "=", id).executeTakeFirst();
    },

    async saveSubscription(row: SubscriptionRow): Promise<void> {
      await db
        .insertInto("subscription")
        .values(row)
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
        .execute();
    },

    async removeSubscription(id: string): Promise<void> {
      await db.deleteFrom("subscription").where("id", "=", id).execute();
    },

    dueSubscriptions(now: Date): Promise<SubscriptionRow[]> {
      return db
        .selectFrom("subscription")
        .selectAll()
        .where("next_at", "<=", now.toISOString())
        .orderBy("next_at")
        .execute();
    },

    lastDelivery(subscription: string): Promise<DeliveryRow | undefined> {
      return db
        .selectFrom("delivery")
        .selectAll()
        .where("subscription", "=", subscription)
        .where("state", "=", "queued")
        .orderBy("slot", "desc")
        .limit(1)
        .executeTakeFirst();
    },

    /**
     * In one transaction: records the slot, queues its messages and sets the next run. False when
     * another process recorded the slot first; then nothing is queued.
     */
    async recordSlot({
      delivery,
      messages,
      nextAt,
    }: {
      delivery: DeliveryRow;
      messages: readonly NewOutboxRow[];
      nextAt: Date;
    }): Promise<boolean> {
      return db.transaction().execute(async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto("delivery")
          .values(delivery)
          .onConflict((conflict) => conflict.columns(["subscription", "slot"]).doNothing())
          .executeTakeFirst();
        const isNew = numInsertedOrUpdatedRows === 1n;
        if (isNew) await insertOutboxRows(transaction, messages);
        await transaction
          .updateTable("subscription")
          .set({ next_at: nextAt.toISOString() })
          .where("id", "=", delivery.subscription)
          .execute();
        return isNew;
      });
    },
  };
}
