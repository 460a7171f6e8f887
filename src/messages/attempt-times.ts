/** How long the attempts at a message wait, and how long they may take. */

/** Longer than a request can take: renewed before each, no lease ends while its request is under way. */
export const LEASE_MS = 30_000;
/** A process that was frozen since then posts no more: another may have, once the lease is over. */
export const START_WITHIN_MS = 10_000;
/** The first look after a lost response; what it finds is certain. */
export const FIRST_LOOK_MS = 5_000;
/** Slack's history may lag, and a slow request may still arrive: until then not finding proves nothing. */
export const ABSENT_AFTER_MS = 30_000;
/** Waits between attempts double from the first to the longest. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/** Before the next attempt, by how many there were. */
export function waitAfter(attempts: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 10), LONGEST_WAIT_MS);
}
