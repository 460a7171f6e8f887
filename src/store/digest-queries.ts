import { type Kysely, type Selectable, sql } from "kysely";
import {
  insertOutboxRows,
  leadId,
  leadIdOf,
  type NewOutboxRow,
  type OutboxRow,
} from "./outbox-rows.ts";
import type { Database } from "./schema.ts";
import {
  lockSubscription,
  type SubscriptionRow,
  subscriptionQueries,
} from "./subscription-queries.ts";

export type DeliveryRow = Selectable<Database["delivery"]>;

/** An article that an edition told, and the lead that told it; `ts` is null until it is posted. */
export type ToldRow = { article: string; channel: string | null; ts: string | null };

/** A slot and its lead; the lead's fields are null where the slot was skipped. */
export type LastRunRow = Pick<DeliveryRow, "slot" | "state" | "reason"> & {
  lead_state: OutboxRow["state"] | null;
  lead_ts: string | null;
  lead_error: string | null;
};

/** A slot to record: `messages` are JSON, lead first; none for a slot that is skipped. */
export type SlotRecord = {
  subscription: Pick<SubscriptionRow, "id" | "workspace" | "channel" | "state">;
  slot: Date;
  skipped: string | null;
  window: { from: string; to: string };
  messages: readonly string[];
  /** Ids of the articles that the messages tell. */
  articles: readonly string[];
  now: Date;
  /** The newest slot that was recorded when this one was composed; null when there was none. */
  after: string | null;
  /** From then on nobody waits for the messages any more. */
  expiresAt: Date;
  /** The stored next run that led here and the one that follows it; null leaves it as it is. */
  next: { from: string; to: Date } | null;
  /** Whether a pause is over with this slot. */
  endsPause: boolean;
};

export function digestQueries(db: Kysely<Database>) {
  return {
    ...subscriptionQueries(db),

    /** The newest slot of a subscription. */
    newestSlot: (subscription: string): Promise<string | null> => newestSlot(db, subscription),

    /** The newest slot with what became of its lead. */
    lastRun(subscription: string): Promise<LastRunRow | undefined> {
      return db
        .selectFrom("delivery")
        .leftJoin("outbox as lead", (join) => join.on("lead.id", "=", leadIdOf("delivery")))
        .select([
          "delivery.slot",
          "delivery.state",
          "delivery.reason",
          "lead.state as lead_state",
          "lead.ts as lead_ts",
          "lead.error as lead_error",
        ])
        .where("delivery.subscription", "=", subscription)
        .orderBy("slot", "desc")
        .limit(1)
        .executeTakeFirst();
    },

    /** The day from which on something is untold before a slot; null when there was no slot before. */
    async untoldFrom(subscription: string, before: Date): Promise<string | null> {
      const slots = db
        .selectFrom("delivery as slot")
        .where("slot.subscription", "=", subscription)
        .where("slot.slot", "<", before.toISOString());
      const skipped = await slots
        .select((is) => is.fn.min("slot.window_from").as("from"))
        .where("slot.state", "=", "skipped")
        // A lead may be refused after later slots were recorded, which do not tell its days.
        .where((is) =>
          is.not(
            is.exists(
              is
                .selectFrom("delivery as later")
                .select(sql.lit(1).as("one"))
                .whereRef("later.subscription", "=", "slot.subscription")
                .where("later.state", "=", "queued")
                .where("later.slot", "<", before.toISOString())
                .whereRef("later.slot", ">", "slot.slot")
                .whereRef("later.window_from", "<=", "slot.window_from"),
            ),
          ),
        )
        .executeTakeFirst();
      if (skipped?.from) return skipped.from;
      const last = await slots
        .select("slot.window_to")
        .where("slot.state", "=", "queued")
        .orderBy("slot.slot", "desc")
        .limit(1)
        .executeTakeFirst();
      return last?.window_to ?? null;
    },

    /** Every article that was told to a subscription, oldest first. */
    told(subscription: string): Promise<ToldRow[]> {
      return db
        .selectFrom("edition_item")
        .leftJoin("outbox as lead", (join) => join.on("lead.id", "=", leadIdOf("edition_item")))
        .select(["edition_item.article", "lead.channel", "lead.ts"])
        .where("edition_item.subscription", "=", subscription)
        .orderBy("edition_item.slot")
        .execute();
    },

    /** The newest slots of a subscription, newest first. */
    deliveries(subscription: string, limit: number): Promise<DeliveryRow[]> {
      return db
        .selectFrom("delivery")
        .selectAll()
        .where("subscription", "=", subscription)
        .orderBy("slot", "desc")
        .limit(limit)
        .execute();
    },

    leadId,

    /**
     * In one transaction: records the slot with what it tells, queues its messages and sets the
     * next run. False when it or a newer one was recorded before, or when the subscription was
     * changed meanwhile; then nothing is queued.
     */
    async recordSlot(record: SlotRecord): Promise<boolean> {
      const { id, workspace, channel } = record.subscription;
      return db.transaction().execute(async (transaction) => {
        if (!(await lockSubscription(transaction, id, { workspace, channel }))) return false;
        if ((await newestSlot(transaction, id)) !== record.after) return false;
        if (!(await moveOn(transaction, record))) return false;
        if (!(await insertDelivery(transaction, record))) return false;
        if (record.skipped === "paused") await forgetEarlierPauses(transaction, record);
        await insertOutboxRows(transaction, outboxRows(record));
        if (record.articles.length > 0)
          await transaction.insertInto("edition_item").values(editionItems(record)).execute();
        return true;
      });
    },
  };
}

async function newestSlot(db: Kysely<Database>, subscription: string): Promise<string | null> {
  const newest = await db
    .selectFrom("delivery")
    .select("slot")
    .where("subscription", "=", subscription)
    .orderBy("slot", "desc")
    .limit(1)
    .executeTakeFirst();
  return newest?.slot ?? null;
}

/** False when another process or person moved the subscription's next run. */
async function moveOn(
  db: Kysely<Database>,
  { subscription, next, endsPause }: SlotRecord,
): Promise<boolean> {
  if (next === null) return true;
  const { numUpdatedRows } = await db
    .updateTable("subscription")
    .set({
      next_at: next.to.toISOString(),
      ...(endsPause && { state: "active", pause_reason: null, paused_until: null }),
    })
    .where("id", "=", subscription.id)
    .where("next_at", "=", next.from)
    .where("state", "=", subscription.state)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function insertDelivery(
  db: Kysely<Database>,
  { subscription, slot, skipped, window, now }: SlotRecord,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("delivery")
    .values({
      subscription: subscription.id,
      slot: slot.toISOString(),
      state: skipped === null ? "queued" : "skipped",
      reason: skipped,
      window_from: window.from,
      window_to: window.to,
      recorded_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(["subscription", "slot"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The newest slot of a pause tells it all; a long pause would leave thousands. */
async function forgetEarlierPauses(
  db: Kysely<Database>,
  { subscription, slot }: SlotRecord,
): Promise<void> {
  await db
    .deleteFrom("delivery")
    .where("subscription", "=", subscription.id)
    .where("reason", "=", "paused")
    .where("slot", "<", slot.toISOString())
    .execute();
}

function outboxRows({ subscription, slot, messages, now, expiresAt }: SlotRecord): NewOutboxRow[] {
  const lead = leadId(subscription.id, slot.toISOString());
  return messages.map((message, position) => ({
    id: position === 0 ? lead : `${lead}:${position}`,
    workspace: subscription.workspace,
    channel: subscription.channel,
    threadOf: position === 0 ? null : lead,
    position,
    message,
    subscription: subscription.id,
    sendAfter: now,
    expiresAt,
  }));
}

function editionItems({ subscription, slot, articles }: SlotRecord) {
  return [...new Set(articles)].map((article) => ({
    subscription: subscription.id,
    article,
    slot: slot.toISOString(),
  }));
}
