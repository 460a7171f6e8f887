/** One attempt at one message that is leased: look, post, record. */
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
import { noticesOf } from "./notices.ts";
import { createPictureAttempt } from "./picture-attempt.ts";
import { type Poster, type Posting, postingOf } from "./posting.ts";
import { createPutOff } from "./put-off.ts";
import { remedyFor } from "./refusals.ts";
import type { Turns } from "./turns.ts";

/** When posts fail in this many channels in a row, the trouble is not one channel's. */
const CHANNELS_IN_TROUBLE = 3;
const TROUBLE_PAUSE_MS = 15_000;

export type Attempt = (row: OutboxRow, poster: Poster) => Promise<void>;

export function createAttempt({
  store,
  now,
  log,
  turns,
  adminUsers,
}: {
  store: Store;
  now: () => Date;
  log: Log;
  turns: Turns;
  adminUsers: readonly string[];
}): Attempt {
  const rows = store.outbox;
  const { putOff, giveBack, isExpired, inMs } = createPutOff({ store, now });
  const attemptPicture = createPictureAttempt({ store, now, log, turns });
  const channelsInTrouble = new Set<string>();

  async function attempt(row: OutboxRow, poster: Poster): Promise<void> {
    const posting = await postingOf(row, { store, now: now() });
    if (!posting) return end(row, "refused", "unreadable-message");
    if (posting.message.picture) return attemptPicture({ row, posting, poster });
    if (row.unclear_since !== null) {
      const isAbsent = await look({ row, posting, poster, since: new Date(row.unclear_since) });
      if (!isAbsent) return;
    }
    if (isExpired(row)) return end(row, "refused", "too-late");
    await post({ row, posting, poster });
  }

  /** Looks for a message that may have been posted; true when it certainly was not. */
  async function look({
    row,
    posting,
    poster,
    since,
  }: {
    row: OutboxRow;
    posting: Posting;
    poster: Poster;
    since: Date;
  }): Promise<boolean> {
    const comeBack = await turns.toLookUp();
    if (comeBack) return giveBack(row, comeBack);
    const found = await poster.lookUp(posting, since);
    if (found.kind === "found") {
      await rows.markSent(row.id, found.ts, turns.nextInChannel());
      return false;
    }
    if (found.kind === "unreadable" || (found.kind === "later" && isExpired(row))) {
      await end(row, "uncertain", found.kind === "later" ? "no-answer" : found.reason);
      return false;
    }
    if (found.kind === "later") {
      log.warn({ delivery: row.id, reason: found.reason }, "a look-up waits for Slack");
      return putOff(row, inMs(Math.max(found.afterMs, waitAfter(row.attempts))));
    }
    const trusted = new Date(since.getTime() + ABSENT_AFTER_MS);
    return now() >= trusted || putOff(row, trusted);
  }

  async function post({
    row,
    posting,
    poster,
  }: {
    row: OutboxRow;
    posting: Posting;
    poster: Poster;
  }): Promise<void> {
    const comeBack = await turns.toPost(row.channel);
    if (comeBack) return void (await giveBack(row, comeBack));
    // Recorded before the request: after a crash the next owner looks before it posts.
    const since = now();
    const held = await rows.markUnclear({ row, since, until: inMs(LEASE_MS) });
    if (!held) return;
    const outcome = await poster.post(
      posting,
      () => now().getTime() - since.getTime() < START_WITHIN_MS,
    );
    if (outcome.kind === "sent") {
      channelsInTrouble.clear();
      return rows.markSent(row.id, outcome.ts, turns.nextInChannel());
    }
    if (outcome.kind === "refused") return end(held, "refused", outcome.reason);
    if (outcome.kind === "later") {
      const after = inMs(Math.max(outcome.afterMs, waitAfter(row.attempts)));
      await rows.release(held, after);
      await rows.holdBack(row.channel, after);
      return noteTrouble(row.channel, after);
    }
    log.warn(
      { delivery: row.id, reason: outcome.reason },
      "it is unclear whether a message was posted",
    );
    await putOff(held, inMs(FIRST_LOOK_MS));
    await noteTrouble(row.channel, inMs(TROUBLE_PAUSE_MS));
  }

  /** Holds everything back when the trouble is Slack's and not a channel's. */
  async function noteTrouble(channel: string, until: Date): Promise<void> {
    channelsInTrouble.add(channel);
    if (channelsInTrouble.size < CHANNELS_IN_TROUBLE) return;
    channelsInTrouble.clear();
    await rows.holdBack(null, until);
  }

  async function end(
    row: OutboxRow,
    state: "refused" | "uncertain",
    reason: Reason,
  ): Promise<void> {
    log.error({ delivery: row.id, channel: row.channel, state, reason }, "a message was given up");
    await rows.markEnded({
      row,
      state,
      error: reason,
      pausesSubscription:
        state === "refused" && row.subscription !== null && remedyFor(reason) !== null,
      notices: await noticesOf({ row, state, reason, store, adminUsers, now: now() }),
    });
  }

  return attempt;
}
