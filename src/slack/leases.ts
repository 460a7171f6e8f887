/** Until when a process certainly holds the questions that it is answering. */

export type Leases = {
  /** When a question was surely still this process's, that it took at an instant. */
  heldAt: (takenAt: Date) => Date;
  /** Renews all leases by `renew`. */
  renewing: (renew: () => Promise<void>) => Promise<void>;
};

/** Shorter than a lease of the inbox: what was not renewed for longer may be another's by now. */
const LAPSED_MS = 25_000;

export function createLeases(now: () => Date): Leases {
  let renewedAt = now();
  /** What was taken before may have been lost. */
  let lapsedAt = new Date(0);
  return {
    heldAt: (takenAt) => (takenAt > lapsedAt && renewedAt > takenAt ? renewedAt : takenAt),
    renewing: async (renew) => {
      const at = now();
      await renew();
      if (at.getTime() - renewedAt.getTime() > LAPSED_MS) lapsedAt = at;
      renewedAt = at;
    },
  };
}
