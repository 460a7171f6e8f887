/** Messages that are put off, and what is too late for them. */
import type { OutboxRow } from "../store/outbox-rows.ts";
import type { Store } from "../store/store.ts";

/** Both ways of putting off answer false, which is what an attempt says of a message not settled. */
export type PutOff = {
  /** Until an instant, after an attempt that counts. */
  putOff: (row: OutboxRow, until: Date) => Promise<false>;
  /** The same where nothing was tried. */
  giveBack: (row: OutboxRow, until: Date) => Promise<false>;
  isExpired: (row: OutboxRow) => boolean;
  /** The instant so many milliseconds from now. */
  inMs: (ms: number) => Date;
};

export function createPutOff({ store, now }: { store: Store; now: () => Date }): PutOff {
  const until = async (row: OutboxRow, at: Date, wasTried: boolean): Promise<false> => {
    await store.outbox.putOff({ row, until: at, wasTried });
    return false;
  };
  return {
    putOff: (row, at) => until(row, at, true),
    giveBack: (row, at) => until(row, at, false),
    isExpired: ({ expires_at }) => expires_at !== null && now() > new Date(expires_at),
    inMs: (ms) => new Date(now().getTime() + ms),
  };
}
