/** Posts a reply into a conversation, once, at Slack's pace. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Poster, Posting } from "../messages/posting.ts";

/** Slack did not take the reply. */
export class ReplyRefusedError extends Error {}

/** Slack asks for seconds; longer than this nobody waits for an answer. */
const MAX_WAIT_MS = 5 * 60 * 1000;
const MAX_ATTEMPTS = 5;
/** Others post in the channel too, and may be faster each time. */
const MAX_PAUSES = 30;
/**
 * With the time that a request takes shorter than the lease of a question, and longer than it takes
 * to be renewed: whoever was frozen for longer may have lost it.
 */
const FRESH_MS = 15_000;
/** Until then Slack's history may not yet show a message. */
const HISTORY_LAG_MS = 5_000;

/**
 * Posts, waits as long as Slack asks, and looks before it posts again when a response was lost.
 * `isRepeated`: an earlier process may have posted already; so may another one, where this one was
 * frozen since `startedAt`, when it took the question; `heldAt` tells when it was still its own.
 * Throws ReplyRefusedError.
 */
export async function postReply({
  poster,
  posting,
  since,
  isRepeated,
  startedAt,
  now,
  heldAt = (takenAt) => takenAt,
  wait = sleep,
}: {
  poster: Poster;
  posting: Posting;
  since: Date;
  isRepeated: boolean;
  startedAt: Date;
  now: () => Date;
  heldAt?: (takenAt: Date) => Date;
  wait?: (ms: number) => Promise<void>;
}): Promise<void> {
  let mayBePosted = isRepeated;
  let hasTried = false;
  let knownAt = startedAt;
  const isFresh = () => now().getTime() - heldAt(knownAt).getTime() < FRESH_MS;
  let reason = "no answer from Slack";
  let pauses = 0;
  for (let attempt = 0; attempt < MAX_ATTEMPTS && pauses < MAX_PAUSES; ) {
    if (mayBePosted || !isFresh()) {
      const found = await poster.lookUp(posting, since);
      if (found.kind === "found") return;
      // An earlier process may have died before it posted: silence would be worse than a second reply.
      if (found.kind === "unreadable" && hasTried && mayBePosted) break;
      if (found.kind === "later") {
        reason = found.reason;
        attempt += 1;
        await wait(HISTORY_LAG_MS);
        continue;
      }
      knownAt = now();
    }
    hasTried = true;
    const outcome = await poster.post(posting, isFresh);
    if (outcome.kind === "sent") return;
    if (outcome.kind === "refused")
      throw new ReplyRefusedError(`Slack refused a reply: ${outcome.reason}`);
    if (outcome.kind === "later") {
      pauses += 1;
      await wait(Math.min(outcome.afterMs, MAX_WAIT_MS));
      mayBePosted = false;
    } else {
      reason = outcome.reason;
      attempt += 1;
      mayBePosted = true;
      await wait(HISTORY_LAG_MS);
    }
  }
  throw new ReplyRefusedError(`A reply could not be posted: ${reason}`);
}
