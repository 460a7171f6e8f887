/** The statuses of deals as they were last seen. */
import type { Kysely, Selectable } from "kysely";
import type { Database } from "./schema.ts";

export type DealStatusRow = Selectable<Database["deal_status"]>;

/** Entries (`article/deal`) of one deal that has moved on. */
export type StatusChange = { deals: readonly string[]; was: string; status: string };

/** Far below what both databases take as parameters of one statement. */
const BATCH = 500;

export function dealStatusQueries(db: Kysely<Database>) {
  return {
    all(): Promise<DealStatusRow[]> {
      return db.selectFrom("deal_status").selectAll().execute();
    },

    /** Entries seen for the first time, or anew: nothing has changed for them. */
    async note(statuses: readonly { deal: string; status: string }[], now: Date): Promise<void> {
      const noted_at = now.toISOString();
      for (let at = 0; at < statuses.length; at += BATCH)
        await db
          .insertInto("deal_status")
          .values(
            statuses
              .slice(at, at + BATCH)
              .map((each) => ({ ...each, noted_at, was: null, changed_at: null })),
          )
          .onConflict((conflict) =>
            conflict.column("deal").doUpdateSet((is) => ({
              status: is.ref("excluded.status"),
              noted_at,
              was: null,
              changed_at: null,
            })),
          )
          .execute();
    },

    /** Nothing where another process has noted the change already. */
    async change({ deals, was, status }: StatusChange, now: Date): Promise<void> {
      const at = now.toISOString();
      await db
        .updateTable("deal_status")
        .set({ status, was, noted_at: at, changed_at: at })
        .where("deal", "in", deals)
        .where("status", "=", was)
        .execute();
    },
  };
}
