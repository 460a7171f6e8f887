/** Which runs of a subscription are not posted, and why. */
import { localDay, nextRun } from "./schedule.ts";
import type { Subscription } from "./subscription.ts";

export type SkipReason = "paused" | "skipped-day" | "too-late" | "nothing-new";

/** Older than this a missed edition would only confuse. */
const GRACE_MS = 48 * 60 * 60 * 1000;
/** Some years of runs on days off; a schedule that finds none among them has no next post. */
const MAX_RUNS_TRIED = 1_000;

/** Until when a run may still be posted. */
export function lastMoment(slot: Date): Date {
  return new Date(slot.getTime() + GRACE_MS);
}

/** Why a run is not posted at `now`; null when it is. */
export function whySkipped({
  subscription,
  slot,
  now,
}: {
  subscription: Subscription;
  slot: Date;
  now: Date;
}): SkipReason | null {
  if (isPausedAt(subscription, slot)) return "paused";
  if (subscription.skippedDays.includes(localDay(slot, subscription.timeZone)))
    return "skipped-day";
  return now > lastMoment(slot) ? "too-late" : null;
}

/** A pause with an end is over for the first run at or after that end. */
export function isPausedAt({ pause }: Pick<Subscription, "pause">, instant: Date): boolean {
  return pause !== null && (pause.until === null || instant < pause.until);
}

/** The first run after an instant that is to be posted; null when there is none. */
export function nextPost(subscription: Subscription, after: Date): Date | null {
  const { pause, skippedDays, timeZone } = subscription;
  if (pause && pause.until === null) return null;
  // A run at the very end of the pause counts.
  const pauseEnd = pause?.until ? new Date(pause.until.getTime() - 1) : after;
  let run = nextRun(subscription, pauseEnd > after ? pauseEnd : after);
  for (let tried = 0; run && tried < MAX_RUNS_TRIED; tried += 1) {
    if (!skippedDays.includes(localDay(run, timeZone))) return run;
    run = nextRun(subscription, run);
  }
  return null;
}
