/** Whether the database can be reached: looked at regularly, and whenever something failed. */
import type { Log } from "../log.ts";
import { reasonOf } from "./store-error.ts";

const HEARTBEAT_MS = 5_000;
/** The pause after the first failed look; it doubles up to the longest. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;

export type ConnectionWatch = {
  /** False from a failed look to the next good one. */
  isReachable: () => boolean;
  /** Something failed: look now. What runs meanwhile may still succeed. */
  suspect: () => void;
  stop: () => void;
};

/** `look` resolves when the database answers; `onAway` is called when it stops to. */
export function watchConnection({
  look,
  onAway,
  log,
}: {
  look: () => Promise<void>;
  onAway: () => void;
  log: Log | undefined;
}): ConnectionWatch {
  let failures = 0;
  let isLooking = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function check(): Promise<void> {
    if (isLooking || isStopped) return;
    isLooking = true;
    clearTimeout(timer);
    try {
      await look();
      if (failures > 0) log?.info("the database is reachable again");
      failures = 0;
    } catch (cause) {
      failures += 1;
      if (failures === 1 && !isStopped) {
        log?.error({ reason: reasonOf(cause) }, "the database cannot be reached");
        onAway();
      }
    }
    isLooking = false;
    if (!isStopped) timer = setTimeout(check, pauseAfter(failures)).unref();
  }

  timer = setTimeout(check, HEARTBEAT_MS).unref();
  return {
    isReachable: () => failures === 0,
    suspect: () => {
      // Once it is known to be away, the looks keep their pace.
      if (failures === 0) void check();
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** Half of the pause is left to chance, so that many programs do not return in one moment. */
export function pauseAfter(failures: number): number {
  if (failures === 0) return HEARTBEAT_MS;
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
  return pause * (0.5 + Math.random() / 2);
}
