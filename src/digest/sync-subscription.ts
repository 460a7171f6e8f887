/** Brings a stored subscription in step with its settings, whoever else changes it meanwhile. */
import type { Store } from "../store/store.ts";
import type { SubscriptionRow } from "../store/subscription-queries.ts";
import { nextRun, type Schedule } from "./schedule.ts";
import { plainSubscription, rowOf, type Subscription, subscriptionOf } from "./subscription.ts";

/** More rivals than there are planners and people at one digest. */
const MAX_TRIES = 20;

/** What a subscription becomes; given null where there is none of that name. */
type Change = (stored: Subscription | null) => Subscription | null;

/**
 * Stores what a change makes of a subscription, as it stands by then; nothing where that is null.
 * An unchanged schedule keeps its next run, so that a slot missed while the program was down is
 * made up; a changed one starts from now, as does one whose pause is lifted.
 */
async function storeChange(
  id: string,
  change: Change,
  { store: { digest }, now }: { store: Store; now: Date },
): Promise<Subscription | null> {
  for (let tried = 0; tried < MAX_TRIES; tried += 1) {
    const stored = await digest.subscription(id);
    const wanted = change(stored ? subscriptionOf(stored) : null);
    if (wanted === null) return null;
    const row = rowOf(wanted, nextRunOf(wanted, stored, now));
    const isFirst = await (stored
      ? digest.changeSubscription(stored, row)
      : digest.addSubscription(row));
    if (isFirst) return wanted;
  }
  throw new Error(`The digest "${id}" is changed all the time by others; try again.`);
}

function nextRunOf(
  subscription: Subscription,
  stored: SubscriptionRow | undefined,
  now: Date,
): Date {
  const { cron, timeZone, pause } = subscription;
  const isUnchanged =
    stored?.cron === cron &&
    stored.time_zone === timeZone &&
    (stored.state === "active" || pause !== null);
  const nextAt = isUnchanged ? new Date(stored.next_at) : nextRun(subscription, now);
  if (nextAt === null) throw new RangeError(`The schedule "${cron}" never fires again.`);
  return nextAt;
}

/** Stores a subscription as it is given, whatever was stored before. */
export async function syncSubscription({
  subscription,
  ...context
}: {
  store: Store;
  subscription: Subscription;
  now: Date;
}): Promise<void> {
  await storeChange(subscription.id, () => subscription, context);
}

/** Adds a subscription; one of that name stays as it is. */
export async function addSubscription({
  subscription,
  ...context
}: {
  store: Store;
  subscription: Subscription;
  now: Date;
}): Promise<Subscription> {
  const added = await storeChange(subscription.id, (stored) => stored ?? subscription, context);
  return added ?? subscription;
}

/** Changes a subscription that is stored; null when there is none any more. */
export function changeSubscription({
  id,
  change,
  ...context
}: {
  store: Store;
  id: string;
  change: (stored: Subscription) => Subscription;
  now: Date;
}): Promise<Subscription | null> {
  return storeChange(id, (stored) => stored && change(stored), context);
}

/** What the environment says of a subscription; the rest is as people set it. */
export type Settings = Schedule & Pick<Subscription, "id" | "workspace" | "channel" | "language">;

/** The same for a subscription of which only some settings are given; another channel starts anew. */
export async function syncSettings({
  settings,
  ...context
}: {
  store: Store;
  settings: Settings;
  now: Date;
}): Promise<void> {
  const { id, workspace, channel } = settings;
  const change: Change = (stored) => {
    const isSameChannel = stored?.channel === channel && stored.workspace === workspace;
    return { ...(isSameChannel ? stored : plainSubscription(settings)), ...settings };
  };
  await storeChange(id, change, context);
}

/** Lifts every pause that has one of these reasons; missed slots are not made up. */
export async function resumeAll({
  workspace,
  reasons,
  ...context
}: {
  store: Store;
  workspace: string;
  reasons: readonly string[];
  now: Date;
}): Promise<void> {
  const change = (stored: Subscription): Subscription =>
    stored.pause && reasons.includes(stored.pause.reason) ? { ...stored, pause: null } : stored;
  for (const { id } of await context.store.digest.pausedFor(workspace, reasons))
    await changeSubscription({ id, change, ...context });
}
