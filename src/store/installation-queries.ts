/** Which workspaces installed the app, and by which tokens they are served. */
import { type Kysely, type Selectable, sql } from "kysely";
import type { Database } from "./schema.ts";

export type InstallationRow = Selectable<Database["installation"]>;

/** What other processes listen for; it says no more than that something changed. */
export const INSTALLATIONS_CHANNEL = "kzminerals_installations";

export function installationQueries(db: Kysely<Database>, { isShared }: { isShared: boolean }) {
  async function tellOthers(): Promise<void> {
    if (isShared) await sql`select pg_notify(${INSTALLATIONS_CHANNEL}, '')`.execute(db);
  }

  return {
    /** Those that are served, in the order of their ids. */
    active(): Promise<InstallationRow[]> {
      return db
        .selectFrom("installation")
        .selectAll()
        .where("sealed_token", "is not", null)
        .orderBy("team")
        .execute();
    },

    find(team: string): Promise<InstallationRow | undefined> {
      return db.selectFrom("installation").selectAll().where("team", "=", team).executeTakeFirst();
    },

    /** Of the same workspace the last one counts. */
    async put(row: Omit<InstallationRow, "removed_at">): Promise<void> {
      const installed = { ...row, removed_at: null };
      await db
        .insertInto("installation")
        .values(installed)
        .onConflict((conflict) => conflict.column("team").doUpdateSet(installed))
        .execute();
      await tellOthers();
    },

    /** Forgets the token of an installation, unless another one took its place. */
    async remove({ team, installed_at }: InstallationRow, now: Date): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("installation")
        .set({ sealed_token: null, removed_at: now.toISOString() })
        .where("team", "=", team)
        .where("installed_at", "=", installed_at)
        .where("sealed_token", "is not", null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await tellOthers();
      return true;
    },

    /** Replaces an encrypted token by the same one encrypted otherwise. */
    async reseal({ team, sealed_token }: InstallationRow, resealed: string): Promise<void> {
      await db
        .updateTable("installation")
        .set({ sealed_token: resealed })
        .where("team", "=", team)
        .where("sealed_token", "=", sealed_token)
        .execute();
    },

    /** Those that were removed before an instant. */
    removedBefore(time: Date): Promise<InstallationRow[]> {
      return db
        .selectFrom("installation")
        .selectAll()
        .where("removed_at", "<", time.toISOString())
        .execute();
    },

    /** Forgets that a workspace ever had the app; nothing when it has it again. */
    async forget({ team, installed_at }: InstallationRow): Promise<void> {
      await db
        .deleteFrom("installation")
        .where("team", "=", team)
        .where("installed_at", "=", installed_at)
        .where("removed_at", "is not", null)
        .execute();
    },

    /** Notes that a state was used; false when it was before. Older ones than `since` are forgotten. */
    async useState(fingerprint: string, { now, since }: { now: Date; since: Date }) {
      await db.deleteFrom("used_state").where("used_at", "<", since.toISOString()).execute();
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("used_state")
        .values({ fingerprint, used_at: now.toISOString() })
        .onConflict((conflict) => conflict.column("fingerprint").doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}
