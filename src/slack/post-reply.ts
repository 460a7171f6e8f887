/** Posts a reply into a conversation, once, at Slack's pace. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Poster, Posting } from "../messages/posting.ts";

/** Slack did not take the reply. */
export class ReplyRefusedError extends Error {}

/** Slack asks for seconds; longer than this nobody waits for an answer. */
const MAX_WAIT_MS = 5 * 60 * 1000;
const MAX_ATTEMPTS = 5;
/** Much shorter than the lease of a question: whoever was frozen for longer may have lost it. */
const FRESH_MS = 10_000;
/** Until then Slack's history may not yet show a message. */
const HISTORY_LAG_MS = 5_000;

/**
 * Posts, waits as long as Slack asks, and looks before it posts again when a response was lost.
 * `isRepeated`: an earlier process may have posted already; so may another one, where this one was
 * frozen since `startedAt`, when it took the question. Throws ReplyRefusedError.
 */
export async function postReply({
  poster,
  posting,
  since,
  isRepeated,
  startedAt,
  now,
  wait = sleep,
}: {
  poster: Poster;
  posting: Posting;
  since: Date;
  isRepeated: boolean;
  startedAt: Date;
  now: () => Date;
  wait?: (ms: number) => Promise<void>;
}): Promise<void> {
  let mayBePosted = isRepeated;
  let hasTried = false;
  let knownAt = startedAt;
  const isFresh = () => now().getTime() - knownAt.getTime() < FRESH_MS;
  let reason = "no answer from Slack";
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (mayBePosted || !isFresh()) {
      const found = await poster.lookUp(posting, since);
      if (found.kind === "found") return;
      // An earlier process may have died before it posted: silence would be worse than a second reply.
      if (found.kind === "unreadable" && hasTried && mayBePosted) break;
      if (found.kind === "later") {
        reason = found.reason;
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
      await wait(Math.min(outcome.afterMs, MAX_WAIT_MS));
      mayBePosted = false;
    } else {
      reason = outcome.reason;
      mayBePosted = true;
      await wait(HISTORY_LAG_MS);
    }
  }
  throw new ReplyRefusedError(`A reply could not be posted: ${reason}`);
}
