/** Next runs that a wrong clock or new rules of a time zone have left in the wrong place. */
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import { otherWork } from "./other-work.ts";
import { nextRun } from "./schedule.ts";
import { subscriptionOf } from "./subscription.ts";

/**
 * Whatever lies ahead is the first run from now on: a next run that was planned while the clock
 * was far ahead would otherwise be waited for.
 */
export async function realign({
  store,
  now,
  log,
}: {
  store: Store;
  now: Date;
  log: Log;
}): Promise<void> {
  for (const row of await store.digest.subscriptionsAfter(now)) {
    try {
      const to = nextRun(subscriptionOf(row), now);
      if (to === null || to.toISOString() === row.next_at) continue;
      await store.digest.moveNextRun({ id: row.id, from: row.next_at, to });
      log.warn({ subscription: row.id, from: row.next_at, to }, "a next run was put right");
    } catch (err) {
      log.error({ subscription: row.id, err }, "a next run could not be checked");
    }
    await otherWork();
  }
}

/** The same for every digest of a workspace, so that none makes up for the days before. */
export async function replan({
  store,
  workspace,
  now,
}: {
  store: Store;
  workspace: string;
  now: Date;
}): Promise<void> {
  for (const row of await store.digest.subscriptionsOf(workspace, null)) {
    const to = nextRun(subscriptionOf(row), now);
    if (to) await store.digest.moveNextRun({ id: row.id, from: row.next_at, to });
  }
}
