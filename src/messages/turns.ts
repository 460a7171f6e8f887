/** The pace of our requests, kept by all processes on one database together. */
import type { Store } from "../store/store.ts";

/** Slack takes about one message a second in a channel (docs.slack.dev, rate limits, 2026-05). */
const CHANNEL_PACE_MS = 1_100;
/** Reading history and replies: fifty a minute (tier 3). */
const LOOK_UP_PACE_MS = 1_250;
/** A process that was frozen while it waited wakes up with many turns, none of which is its own any more. */
const LAPSES_AFTER_MS = 100;
const MAX_TURNS = 5;
/** Whoever asks for turns further ahead holds the others up. */
const LONGEST_ANSWER_MS = 1_000;
/** Requests take different times to arrive; so apart, a second holds no more than it may. */
const APART = 1.2;
/** Whoever would wait longer lets go of the message and comes back. */
const LONGEST_WAIT_MS = 4_000;

export type Turns = {
  /** Waits until a message may be posted in a channel; an instant to come back at when that is long. */
  toPost: (channel: string) => Promise<Date | null>;
  toLookUp: () => Promise<Date | null>;
  /** When the next message of a channel may go out. */
  nextInChannel: () => Date | undefined;
};

/** Without `postsPerSecond` nobody waits. */
export function createTurns({
  store,
  now,
  postsPerSecond,
  wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}: {
  store: Store;
  now: () => Date;
  postsPerSecond: number | null;
  wait?: (ms: number) => Promise<void>;
}): Turns {
  if (postsPerSecond === null)
    return {
      toPost: async () => null,
      toLookUp: async () => null,
      nextInChannel: () => undefined,
    };

  /** By name, when this process goes next at the earliest: turns heard of too late go at its pace. */
  const nextAt = new Map<string, number>();
  /** How long the database took last: a turn that is over when it is heard of is none. */
  let answerMs = 0;

  async function waitFor(name: string, everyMs: number): Promise<Date | null> {
    for (let tried = 0; tried < MAX_TURNS; tried += 1) {
      const askedAt = now().getTime();
      const from = new Date(askedAt + answerMs);
      const at = await store.pace.take({ name, everyMs, now: from, withinMs: LONGEST_WAIT_MS });
      if (at === null) break;
      const answeredAt = now().getTime();
      answerMs = Math.min(answeredAt - askedAt, LONGEST_ANSWER_MS);
      const isLate = answeredAt - at.getTime() > LAPSES_AFTER_MS;
      if (isLate && tried < MAX_TURNS - 1) continue;
      const due = Math.max(at.getTime(), answeredAt, ownTurn(name, answeredAt));
      nextAt.set(name, due + everyMs);
      await wait(due - answeredAt);
      if (now().getTime() - due <= LAPSES_AFTER_MS) return null;
    }
    return inMs(LONGEST_WAIT_MS);
  }

  /** One that is further away than anybody waits was told by a clock that was wrong. */
  function ownTurn(name: string, from: number): number {
    const at = nextAt.get(name) ?? from;
    return at > from + 2 * LONGEST_WAIT_MS ? from : at;
  }

  function inMs(ms: number): Date {
    return new Date(now().getTime() + ms);
  }

  return {
    toPost: async (channel) => {
      const inChannel = { name: `channel:${channel}`, everyMs: CHANNEL_PACE_MS, withinMs: 0 };
      const isFree = await store.pace.take({ ...inChannel, now: now() });
      return isFree
        ? waitFor("post", Math.ceil((APART * 1_000) / postsPerSecond))
        : inMs(CHANNEL_PACE_MS);
    },
    toLookUp: () => waitFor("look-up", LOOK_UP_PACE_MS),
    nextInChannel: () => inMs(CHANNEL_PACE_MS),
  };
}
