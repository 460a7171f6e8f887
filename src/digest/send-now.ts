/** An edition between two runs, because a person asks for it. */
import { composeSlot, type Planning, soonAfter } from "./planner.ts";
import { windowOf } from "./schedule.ts";
import { lastMoment } from "./skipping.ts";
import { subscriptionOf } from "./subscription.ts";

export type SentNow =
  /** `lead` names its first message in the outbox. */
  | { kind: "queued"; lead: string }
  /** No day has passed since the last edition, or none brought news that the channel wants. */
  | { kind: "nothing-new" }
  | { kind: "gone" };

/**
 * Queues an edition of everything since the last one; the next run comes as planned and goes on
 * from here. Of two that ask at once one queues it, and the other finds nothing new.
 */
export async function sendNow(id: string, planning: Planning): Promise<SentNow> {
  const { store, now: slot } = planning;
  const row = await store.digest.subscription(id);
  if (!row) return { kind: "gone" };
  const subscription = subscriptionOf(row);
  const after = await store.digest.newestSlot(id);
  const lastTo = await store.digest.untoldFrom(id, soonAfter(slot));
  const window = windowOf({ schedule: subscription, slot, lastTo });
  if (window.from === window.to) return { kind: "nothing-new" };
  const { messages, articles, isEmpty } = await composeSlot({
    subscription,
    slot,
    window,
    planning,
  });
  if (isEmpty && !subscription.postsEmpty) return { kind: "nothing-new" };
  const isNew = await store.digest.recordSlot({
    subscription: row,
    slot,
    skipped: null,
    window,
    messages,
    articles,
    now: slot,
    after,
    expiresAt: lastMoment(slot),
    next: null,
    endsPause: false,
  });
  return isNew
    ? { kind: "queued", lead: store.digest.leadId(id, slot.toISOString()) }
    : { kind: "nothing-new" };
}
