/** Turns due subscriptions into deliveries: one pass over stored times, no timer per channel. */
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import type { SubscriptionRow } from "../store/subscription-queries.ts";
import { otherWork } from "./other-work.ts";
import { dueSlot, type EditionWindow, windowOf } from "./schedule.ts";
import { isPausedAt, lastMoment, nextPost, type SkipReason, whySkipped } from "./skipping.ts";
import { type Subscription, subscriptionOf } from "./subscription.ts";

/** What to compose: `slot` is when it is due, `next` when the one after it is posted. */
export type DeliveryOrder = {
  subscription: Subscription;
  slot: Date;
  window: EditionWindow;
  now: Date;
  next: Date | null;
  /** Articles that the channel was told before, and where in Slack that is, when that is known. */
  told: ReadonlyMap<string, string | null>;
};

/** `messages` are JSON, lead first; `articles` are the ids of those they tell. */
export type ComposedDelivery = { messages: string[]; articles: string[]; isEmpty: boolean };
export type ComposeDelivery = (order: DeliveryOrder) => ComposedDelivery;

/** The address of a posted message; null when the workspace's own is not known. */
export type Permalink = (channel: string, ts: string) => string | null;

/** What planning needs: the store, the time, and how an edition becomes messages. */
export type Planning = {
  store: Store;
  now: Date;
  compose: ComposeDelivery;
  permalink: Permalink;
  log: Log;
  /** Says when to stop; what is not planned by then stays due. */
  signal?: AbortSignal | undefined;
};

/** Plans every due subscription; returns how many editions were queued. */
export async function planDue(planning: Planning): Promise<number> {
  const { store, now, log, signal } = planning;
  let queued = 0;
  for (const row of await store.digest.dueSubscriptions(now)) {
    if (signal?.aborted) break;
    // One subscription that cannot be planned must not keep the others waiting.
    const state = await planOne(row, planning).catch((err: unknown) => {
      if (store.isAway(err)) throw err;
      log.error({ subscription: row.id, err }, "a digest could not be planned");
    });
    if (state === "queued") queued += 1;
    await otherWork();
  }
  return queued;
}

/** Records the slot that is due, with its messages; null when another process was faster. */
async function planOne(
  row: SubscriptionRow,
  planning: Planning,
): Promise<"queued" | SkipReason | null> {
  const { store, now, log } = planning;
  const stored = subscriptionOf(row);
  const due = dueSlot({ schedule: stored, nextAt: new Date(row.next_at), now });
  if (!due) return null;
  const { slot, nextAt } = due;
  const isPaused = isPausedAt(stored, slot);
  const subscription = isPaused ? stored : { ...stored, pause: null };
  const after = await store.digest.newestSlot(row.id);
  const lastTo = await store.digest.untoldFrom(row.id, soonAfter(now));
  const window = windowOf({ schedule: subscription, slot, lastTo });
  const content = await contentOf({ subscription, slot, window, planning });
  const isNew = await store.digest.recordSlot({
    subscription: row,
    slot,
    window,
    ...content,
    now,
    after,
    expiresAt: lastMoment(slot),
    next: { from: row.next_at, to: nextAt },
    endsPause: row.state === "paused" && !isPaused,
  });
  const { skipped } = content;
  log.info({ subscription: row.id, slot, skipped, isNew }, "digest slot recorded");
  return isNew ? (skipped ?? "queued") : null;
}

/**
 * Before this instant lies every slot that counts, one of a replica included whose clock is a little
 * ahead; what a clock that was years ahead has recorded lies behind it.
 */
export function soonAfter(now: Date): Date {
  return new Date(now.getTime() + 60_000);
}

type SlotContent = { skipped: SkipReason | null; messages: string[]; articles: string[] };
type Slot = { subscription: Subscription; slot: Date; window: EditionWindow; planning: Planning };

/** What a slot tells, or why it tells nothing. */
async function contentOf(due: Slot): Promise<SlotContent> {
  const { subscription, slot, window, planning } = due;
  const skipping = (skipped: SkipReason): SlotContent => ({ skipped, messages: [], articles: [] });
  const skipped = whySkipped({ subscription, slot, now: planning.now });
  if (skipped) return skipping(skipped);
  // Somebody had the edition of this day sent before its hour.
  if (window.from === window.to) return skipping("nothing-new");
  const { isEmpty, messages, articles } = await composeSlot(due);
  return isEmpty && !subscription.postsEmpty
    ? skipping("nothing-new")
    : { skipped: null, messages, articles };
}

/** The edition of a slot, which knows what the channel was told before. */
export async function composeSlot({
  subscription,
  slot,
  window,
  planning: { store, now, permalink, compose },
}: Slot): Promise<ComposedDelivery> {
  const told = await store.digest.told(subscription.id);
  return compose({
    subscription,
    slot,
    window,
    now,
    next: nextPost(subscription, now),
    told: new Map(
      told.map(({ article, channel, ts }) => [
        article,
        channel && ts ? permalink(channel, ts) : null,
      ]),
    ),
  });
}
