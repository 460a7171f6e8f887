/** Turns due subscriptions into deliveries: one pass over stored times, no timer per channel. */
import type { Log } from "../log.ts";
import type { SubscriptionRow } from "../store/digest-queries.ts";
import type { NewOutboxRow } from "../store/outbox-queries.ts";
import type { Store } from "../store/store.ts";
import { dueSlot, type EditionWindow, nextRun, windowOf } from "./schedule.ts";
import { rowOf, type Subscription, subscriptionOf } from "./subscription.ts";

/** What to compose: `dueAt` is set when the slot was missed and is made up late. */
export type DeliveryOrder = {
  subscription: Subscription;
  window: EditionWindow;
  now: Date;
  next: Date;
  dueAt: Date | null;
};

/** The messages of a delivery as JSON, lead first. */
export type ComposeDelivery = (order: DeliveryOrder) => string[];

/** A post this late is marked as delayed. */
const DELAYED_AFTER_MS = 15 * 60 * 1000;
/** Slack takes about one message a second in a channel. */
const REPLY_PACE_MS = 1_100;

/** What planning needs: the store, the time, and how an edition becomes messages. */
export type Planning = { store: Store; now: Date; compose: ComposeDelivery; log: Log };

/** Plans every due subscription; returns how many editions were queued. */
export async function planDue(planning: Planning): Promise<number> {
  const { store, now, log } = planning;
  let queued = 0;
  for (const row of await store.digest.dueSubscriptions(now)) {
    // One subscription that cannot be planned must not keep the others waiting.
    const state = await planOne(row, planning).catch((err: unknown) =>
      log.error({ subscription: row.id, err }, "a digest could not be planned"),
    );
    if (state === "queued") queued += 1;
  }
  return queued;
}

/** Records the slot that is due, with its messages; null when another process was faster. */
async function planOne(
  row: SubscriptionRow,
  { store, now, compose, log }: Planning,
): Promise<"queued" | "skipped" | null> {
  const subscription = subscriptionOf(row);
  const due = dueSlot({ schedule: subscription, nextAt: new Date(row.next_at), now });
  if (!due) return null;
  const last = await store.digest.lastDelivery(row.id);
  const window = windowOf({
    schedule: subscription,
    slot: due.slot,
    lastTo: last?.window_to ?? null,
  });
  const isDelayed = now.getTime() - due.slot.getTime() > DELAYED_AFTER_MS;
  const dueAt = isDelayed ? due.slot : null;
  const messages =
    due.state === "skipped" ? [] : compose({ subscription, window, now, next: due.nextAt, dueAt });
  const slot = due.slot.toISOString();
  const isNew = await store.digest.recordSlot({
    delivery: {
      subscription: row.id,
      slot,
      state: due.state,
      reason: due.state === "skipped" ? "too-late" : null,
      window_from: window.from,
      window_to: window.to,
      recorded_at: now.toISOString(),
    },
    messages: messages.map((message, position) =>
      outboxRow({ subscription, slot, message, position, now }),
    ),
    nextAt: due.nextAt,
  });
  log.info({ subscription: row.id, slot, state: due.state, isNew }, "digest slot recorded");
  return isNew ? due.state : null;
}

/**
 * Brings a subscription in step with its settings. An unchanged schedule keeps its next run, so
 * that a slot missed while the program was down is made up; a changed one starts from now.
 */
export async function syncSubscription({
  store,
  subscription,
  now,
}: {
  store: Store;
  subscription: Subscription;
  now: Date;
}): Promise<void> {
  const { id, cron, timeZone } = subscription;
  const stored = await store.digest.subscription(id);
  const isUnchanged = stored?.cron === cron && stored.time_zone === timeZone;
  const nextAt = isUnchanged ? new Date(stored.next_at) : nextRun(subscription, now);
  if (nextAt === null) throw new RangeError(`The schedule "${cron}" never fires again.`);
  await store.digest.saveSubscription(rowOf(subscription, nextAt));
}

function outboxRow({
  subscription,
  slot,
  message,
  position,
  now,
}: {
  subscription: Subscription;
  slot: string;
  message: string;
  position: number;
  now: Date;
}): NewOutboxRow {
  const leadId = `digest:${subscription.id}:${slot}`;
  return {
    id: position === 0 ? leadId : `${leadId}:${position}`,
    workspace: subscription.workspace,
    channel: subscription.channel,
    threadOf: position === 0 ? null : leadId,
    position,
    message,
    subscription: subscription.id,
    sendAfter: new Date(now.getTime() + position * REPLY_PACE_MS),
  };
}
