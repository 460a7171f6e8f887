/** Brings a stored subscription in step with its settings. */
import type { Store } from "../store/store.ts";
import { nextRun, type Schedule } from "./schedule.ts";
import { plainSubscription, rowOf, type Subscription, subscriptionOf } from "./subscription.ts";

/**
 * An unchanged schedule keeps its next run, so that a slot missed while the program was down is
 * made up; a changed one starts from now, as does one whose pause is lifted.
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
  const { id, cron, timeZone, pause } = subscription;
  const stored = await store.digest.subscription(id);
  const isUnchanged =
    stored?.cron === cron &&
    stored.time_zone === timeZone &&
    (stored.state === "active" || pause !== null);
  const nextAt = isUnchanged ? new Date(stored.next_at) : nextRun(subscription, now);
  if (nextAt === null) throw new RangeError(`The schedule "${cron}" never fires again.`);
  await store.digest.saveSubscription(rowOf(subscription, nextAt));
}

/** What the environment says of a subscription; the rest is as people set it. */
export type Settings = Schedule & Pick<Subscription, "id" | "workspace" | "channel" | "language">;

/** The same for a subscription of which only some settings are given; another channel starts anew. */
export async function syncSettings({
  store,
  settings,
  now,
}: {
  store: Store;
  settings: Settings;
  now: Date;
}): Promise<void> {
  const stored = await store.digest.subscription(settings.id);
  const isSameChannel =
    stored?.channel === settings.channel && stored.workspace === settings.workspace;
  const kept = isSameChannel ? subscriptionOf(stored) : plainSubscription(settings);
  await syncSubscription({ store, subscription: { ...kept, ...settings }, now });
}

/** Lifts every pause that has one of these reasons; missed slots are not made up. */
export async function resumeAll({
  store,
  workspace,
  reasons,
  now,
}: {
  store: Store;
  workspace: string;
  reasons: readonly string[];
  now: Date;
}): Promise<void> {
  for (const row of await store.digest.pausedFor(workspace, reasons))
    await syncSubscription({ store, subscription: { ...subscriptionOf(row), pause: null }, now });
}
