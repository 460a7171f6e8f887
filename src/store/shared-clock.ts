/** The time that all processes on one database go by, whatever their machines' clocks say. */
import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";

export type SharedClock = {
  now: () => Date;
  /** Asks the database for its time; where it cannot be asked, the last answer goes on to count. */
  sync: () => Promise<void>;
};

/** An answer that took longer tells the time too vaguely. */
const PROMPT_MS = 2_000;

/** `isShared`: processes on other machines may use the database, and leases are times. */
export function createSharedClock(
  db: Kysely<Database>,
  { isShared, localNow = Date.now }: { isShared: boolean; localNow?: () => number },
): SharedClock {
  let aheadMs = 0;
  return {
    now: () => new Date(localNow() + aheadMs),
    sync: async () => {
      if (!isShared) return;
      const asked = localNow();
      const told = await databaseTime(db);
      const answered = localNow();
      if (answered - asked > PROMPT_MS) return;
      aheadMs = Math.round(told - (asked + answered) / 2);
    },
  };
}

/** Milliseconds since 1970 by the server's clock. */
async function databaseTime(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ ms: number }>`
    select cast(extract(epoch from clock_timestamp()) * 1000 as double precision) as ms`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new Error("The database does not tell the time.");
  return row.ms;
}
