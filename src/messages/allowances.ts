import { newest } from "./newest.ts";

/** More than ask within a minute. */
const MAX_ASKERS = 10_000;
const MINUTE_MS = 60_000;

export type Allowances = {
  /** Takes one of what somebody is allowed; false when nothing is left. */
  take: (asker: string) => boolean;
};

/** What each may have in a minute, all at once or spread over it; it grows back evenly. */
export function createAllowances({
  perMinute,
  now,
}: {
  /** null for as much as they like. */
  perMinute: number | null;
  now: () => Date;
}): Allowances {
  if (perMinute === null) return { take: () => true };
  /** How much is left, as of an instant. */
  const left = newest<{ count: number; at: number }>(MAX_ASKERS);
  return {
    take: (asker) => {
      const at = now().getTime();
      const before = left.get(asker) ?? { count: perMinute, at };
      const grown = (Math.max(0, at - before.at) / MINUTE_MS) * perMinute;
      const count = Math.min(perMinute, before.count + grown);
      const isAllowed = count >= 1;
      left.set(asker, { count: isAllowed ? count - 1 : count, at });
      return isAllowed;
    },
  };
}
