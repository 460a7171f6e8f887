/** Articles that people published from pages and feeds: every change has a number, in order. */
import { type Kysely, type Selectable, sql } from "kysely";
import type { Database } from "./schema.ts";

export type IngestedRow = Selectable<Database["ingested"]>;

/** One wording of an article: who made it and when; `article` is null for its removal. */
export type IngestedVersion = {
  version: number;
  article: string | null;
  changedAt: Date;
  changedBy: string;
};

type Change = { changedBy: string; now: Date };

/** What other processes listen for; it says no more than that something changed. */
export const BASE_CHANNEL = "kzminerals_base";
const COUNTER = "ingested";

export function ingestedQueries(db: Kysely<Database>, { isShared }: { isShared: boolean }) {
  /** In order of their numbers, since whoever changes the counter holds it to the end. */
  async function nextRev(transaction: Kysely<Database>): Promise<number> {
    await transaction
      .insertInto("revision")
      .values({ name: COUNTER, rev: 0 })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .execute();
    const { rev } = await transaction
      .updateTable("revision")
      .set((row) => ({ rev: sql<number>`${row.ref("rev")} + 1` }))
      .where("name", "=", COUNTER)
      .returning("rev")
      .executeTakeFirstOrThrow();
    if (isShared) await sql`select pg_notify(${BASE_CHANNEL}, ${String(rev)})`.execute(transaction);
    return rev;
  }

  async function keepVersion(
    transaction: Kysely<Database>,
    { id, version, article }: Pick<IngestedRow, "id" | "version" | "article">,
    { changedBy, now }: Change,
  ): Promise<void> {
    await transaction
      .insertInto("ingested_version")
      .values({
        id,
        version,
        article,
        changed_at: now.toISOString(),
        changed_by: changedBy,
      })
      .execute();
  }

  return {
    /** Publishes an article, once for each address and id; the id that holds the address. */
    async publish(
      row: Pick<IngestedRow, "id" | "url" | "fingerprint" | "paragraphs"> & { article: string },
      change: Change,
    ): Promise<{ id: string; isNew: boolean }> {
      return db.transaction().execute(async (transaction) => {
        const rev = await nextRev(transaction);
        const known = await transaction
          .selectFrom("ingested")
          .select(["id", "article", "version"])
          .where((where) => where.or([where("url", "=", row.url), where("id", "=", row.id)]))
          .executeTakeFirst();
        if (known && known.article !== null) return { id: known.id, isNew: false };
        const version = (known?.version ?? 0) + 1;
        const id = known?.id ?? row.id;
        const published = { ...row, id, version, rev };
        await transaction
          .insertInto("ingested")
          .values(published)
          .onConflict((conflict) => conflict.column("id").doUpdateSet(published))
          .execute();
        await keepVersion(transaction, published, change);
        return { id, isNew: true };
      });
    },

    /** Writes another wording, or null to remove it; false when somebody else did meanwhile. */
    async change(
      { id, version, article }: Pick<IngestedRow, "id" | "version" | "article">,
      change: Change,
    ): Promise<boolean> {
      return db.transaction().execute(async (transaction) => {
        const rev = await nextRev(transaction);
        const { numUpdatedRows } = await transaction
          .updateTable("ingested")
          .set({ article, version: version + 1, rev })
          .where("id", "=", id)
          .where("version", "=", version)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) return false;
        await keepVersion(transaction, { id, version: version + 1, article }, change);
        return true;
      });
    },

    /** What changed behind a number, in order; removed articles too. */
    changedAfter(rev: number): Promise<IngestedRow[]> {
      return db.selectFrom("ingested").selectAll().where("rev", ">", rev).orderBy("rev").execute();
    },

    find(id: string): Promise<IngestedRow | undefined> {
      return db.selectFrom("ingested").selectAll().where("id", "=", id).executeTakeFirst();
    },

    /** Every wording that an article had, the oldest first. */
    async versions(id: string): Promise<IngestedVersion[]> {
      const rows = await db
        .selectFrom("ingested_version")
        .select(["version", "article", "changed_at", "changed_by"])
        .where("id", "=", id)
        .orderBy("version")
        .execute();
      return rows.map(({ version, article, changed_at, changed_by }) => ({
        version,
        article,
        changedAt: new Date(changed_at),
        changedBy: changed_by,
      }));
    },
  };
}
