/** One attempt at a picture below an edition: it may fail, and then nothing else does. */
import type { Log } from "../log.ts";
import type { OutboxRow, Reason } from "../store/outbox-rows.ts";
import type { Store } from "../store/store.ts";
import {
  ABSENT_AFTER_MS,
  FIRST_LOOK_MS,
  LEASE_MS,
  START_WITHIN_MS,
  waitAfter,
} from "./attempt-times.ts";
import type { Poster, Posting } from "./posting.ts";
import { createPutOff } from "./put-off.ts";
import type { Turns } from "./turns.ts";

/** Some minutes; an edition of yesterday needs no picture any more. */
const MAX_ATTEMPTS = 8;

type Attempted = { row: OutboxRow; posting: Posting; poster: Poster };

/**
 * Nobody is told of a picture that could not be sent, no subscription is paused for it, and trouble
 * with it, which may be that of files alone, holds no message back. It is never sent twice either.
 */
export function createPictureAttempt({
  store,
  now,
  log,
  turns,
}: {
  store: Store;
  now: () => Date;
  log: Log;
  turns: Turns;
}): (attempted: Attempted) => Promise<void> {
  const rows = store.outbox;
  const { putOff, giveBack, isExpired, inMs } = createPutOff({ store, now });

  async function attempt(attempted: Attempted): Promise<void> {
    const { row } = attempted;
    if (row.unclear_since !== null) {
      const isAbsent = await look(attempted, new Date(row.unclear_since));
      if (!isAbsent) return;
    }
    if (row.attempts > MAX_ATTEMPTS || isExpired(row)) return giveUp(row, "too-late");
    await post(attempted);
  }

  /** Looks for a picture that may be there; true when it certainly is not. */
  async function look({ row, posting, poster }: Attempted, since: Date): Promise<boolean> {
    const comeBack = await turns.toLookUp();
    if (comeBack) return giveBack(row, comeBack);
    const found = await poster.lookUp(posting, since);
    if (found.kind === "found") {
      await rows.markSent(row.id, found.ts);
      return false;
    }
    const isHopeless = row.attempts > MAX_ATTEMPTS || isExpired(row);
    if (found.kind === "unreadable" || (found.kind === "later" && isHopeless)) {
      await giveUp(row, found.reason);
      return false;
    }
    if (found.kind === "later")
      return putOff(row, inMs(Math.max(found.afterMs, waitAfter(row.attempts))));
    const trusted = new Date(since.getTime() + ABSENT_AFTER_MS);
    return now() >= trusted || putOff(row, trusted);
  }

  async function post({ row, posting, poster }: Attempted): Promise<void> {
    const comeBack = await turns.toPost(row.channel);
    if (comeBack) return void (await giveBack(row, comeBack));
    const since = now();
    const held = await rows.markUnclear({ row, since, until: inMs(LEASE_MS) });
    if (!held) return;
    const mayStart = () => now().getTime() - since.getTime() < START_WITHIN_MS;
    const outcome = await poster.post(posting, mayStart);
    switch (outcome.kind) {
      case "sent":
        return rows.markSent(row.id, outcome.ts, turns.nextInChannel());
      case "refused":
        return giveUp(held, outcome.reason);
      case "later":
        return rows.release(held, inMs(Math.max(outcome.afterMs, waitAfter(row.attempts))));
      case "unclear":
        return void (await putOff(held, inMs(FIRST_LOOK_MS)));
    }
  }

  async function giveUp(row: OutboxRow, reason: Reason): Promise<void> {
    log.warn({ delivery: row.id, channel: row.channel, reason }, "a picture was given up");
    const ending = { row, state: "refused", error: reason } as const;
    await rows.markEnded({ ...ending, pausesSubscription: false, notices: [] });
  }

  return attempt;
}
