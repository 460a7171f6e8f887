/** Drafts of articles that wait for a person to decide. */
import type { Kysely, Selectable } from "kysely";
import type { Database } from "./schema.ts";

export type DraftRow = Selectable<Database["draft"]>;

type Verdict = { verdict: "published" | "rejected"; reason: string; by: string; now: Date };

export function draftQueries(db: Kysely<Database>) {
  return {
    async keep(
      row: Pick<DraftRow, "id" | "workspace" | "url" | "draft">,
      now: Date,
    ): Promise<void> {
      await db
        .insertInto("draft")
        .values({
          ...row,
          made_at: now.toISOString(),
          verdict: null,
          reason: null,
          decided_by: null,
          decided_at: null,
        })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
    },

    find(workspace: string, id: string): Promise<DraftRow | undefined> {
      return db
        .selectFrom("draft")
        .selectAll()
        .where("id", "=", id)
        .where("workspace", "=", workspace)
        .executeTakeFirst();
    },

    /** False when somebody decided before. */
    async decide(id: string, { verdict, reason, by, now }: Verdict): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("draft")
        .set({ verdict, reason, decided_by: by, decided_at: now.toISOString(), draft: null })
        .where("id", "=", id)
        .where("verdict", "is", null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /** The last time that what is at an address was rejected in a workspace. */
    lastRejection(workspace: string, url: string): Promise<DraftRow | undefined> {
      return db
        .selectFrom("draft")
        .selectAll()
        .where("workspace", "=", workspace)
        .where("url", "=", url)
        .where("verdict", "=", "rejected")
        .orderBy("decided_at", "desc")
        .executeTakeFirst();
    },

    /** Drafts that nobody decided on. */
    async forgetUndecided(before: Date): Promise<void> {
      await db
        .deleteFrom("draft")
        .where("verdict", "is", null)
        .where("made_at", "<", before.toISOString())
        .execute();
    },
  };
}
