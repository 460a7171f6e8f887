/** What people follow, and what they were told of it. */
import type { Insertable, Kysely, Selectable } from "kysely";
import { insertOutboxRows, type NewOutboxRow } from "./outbox-rows.ts";
import type { Database } from "./schema.ts";

export type FollowRow = Selectable<Database["follow"]>;

/** What became of a wish to follow: `there` and `resumed` tell of one that was begun before. */
export type Followed = { kind: "added" | "there" | "resumed"; row: FollowRow } | { kind: "full" };

type Owner = { workspace: string; person: string };

export function followQueries(db: Kysely<Database>) {
  return {
    /** Begins to follow, unless the person follows this already or as much as `limit`. */
    add(row: Insertable<Database["follow"]>, limit: number): Promise<Followed> {
      return db.transaction().execute(async (transaction) => {
        const mine = await ofPerson(transaction, row);
        const known = mine.find(({ filter }) => filter === row.filter);
        if (known) {
          const { language, time_zone } = row;
          await transaction
            .updateTable("follow")
            .set({ language, time_zone, state: "active", pause_reason: null })
            .where("id", "=", known.id)
            .execute();
          return { kind: known.state === "paused" ? "resumed" : "there", row: known };
        }
        if (mine.length >= limit) return { kind: "full" };
        const added = await transaction
          .insertInto("follow")
          .values(row)
          .onConflict((conflict) => conflict.columns(["workspace", "person", "filter"]).doNothing())
          .returningAll()
          .executeTakeFirst();
        if (added) return { kind: "added", row: added };
        const theirs = await ofPerson(transaction, row);
        const other = theirs.find(({ filter }) => filter === row.filter);
        if (!other) throw new Error("A follow is neither there nor could it be added.");
        return { kind: "there", row: other };
      });
    },

    /** In the order in which they began. */
    of: (owner: Owner): Promise<FollowRow[]> => ofPerson(db, owner),

    /** Ends it; undefined where the person follows no such thing. */
    remove({ workspace, person }: Owner, id: string): Promise<FollowRow | undefined> {
      return db
        .deleteFrom("follow")
        .where("workspace", "=", workspace)
        .where("person", "=", person)
        .where("id", "=", id)
        .returningAll()
        .executeTakeFirst();
    },

    /** Goes on after a pause; undefined where the person follows no such thing. */
    resume({ workspace, person }: Owner, id: string): Promise<FollowRow | undefined> {
      return db
        .updateTable("follow")
        .set({ state: "active", pause_reason: null })
        .where("workspace", "=", workspace)
        .where("person", "=", person)
        .where("id", "=", id)
        .returningAll()
        .executeTakeFirst();
    },

    /** Goes on with what was paused for one of these reasons. */
    async resumeAll(workspace: string, reasons: readonly string[]): Promise<void> {
      await db
        .updateTable("follow")
        .set({ state: "active", pause_reason: null })
        .where("workspace", "=", workspace)
        .where("pause_reason", "in", reasons)
        .execute();
    },

    /** The clocks that somebody goes by now. */
    async setTimeZone({ workspace, person }: Owner, time_zone: string): Promise<void> {
      await db
        .updateTable("follow")
        .set({ time_zone })
        .where("workspace", "=", workspace)
        .where("person", "=", person)
        .where((is) => is.or([is("time_zone", "!=", time_zone), is("time_zone", "is", null)]))
        .execute();
    },

    /** Everything that is followed in a workspace, what was followed first before the rest. */
    active(workspace: string): Promise<FollowRow[]> {
      return db
        .selectFrom("follow")
        .selectAll()
        .where("workspace", "=", workspace)
        .where("state", "=", "active")
        .orderBy("began_at")
        .orderBy("id")
        .execute();
    },

    /** What people were told. */
    told(workspace: string): Promise<{ person: string; item: string }[]> {
      return db
        .selectFrom("follow_news")
        .select(["person", "item"])
        .where("workspace", "=", workspace)
        .execute();
    },

    /**
     * Queues a message of those items that the person was not told of yet, and remembers them; of
     * processes that do so at once, one tells. False where there is nothing to tell any more.
     */
    tell({
      follow,
      items,
      now,
      compose,
    }: {
      follow: FollowRow;
      items: readonly string[];
      now: Date;
      /** The message of some of the items, with a name of its own. */
      compose: (items: readonly string[]) => NewOutboxRow;
    }): Promise<boolean> {
      const { workspace, person, id } = follow;
      return db.transaction().execute(async (transaction) => {
        // Held against whoever stops to follow meanwhile.
        const { numUpdatedRows } = await transaction
          .updateTable("follow")
          .set({ state: "active" })
          .where("id", "=", id)
          .where("state", "=", "active")
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        const key = { workspace, person, told_at: now.toISOString(), message: "" };
        const inserted = await transaction
          .insertInto("follow_news")
          .values(items.toSorted().map((item) => ({ ...key, item })))
          .onConflict((conflict) => conflict.columns(["workspace", "person", "item"]).doNothing())
          .returning("item")
          .execute();
        if (inserted.length === 0) return false;
        const fresh = new Set(inserted.map(({ item }) => item));
        const message = compose(items.filter((item) => fresh.has(item)));
        await transaction
          .updateTable("follow_news")
          .set({ message: message.id })
          .where("workspace", "=", workspace)
          .where("person", "=", person)
          .where("item", "in", [...fresh])
          .execute();
        // Slack refused the same before the follow was paused.
        await transaction
          .deleteFrom("outbox")
          .where("id", "=", message.id)
          .where("state", "=", "refused")
          .execute();
        await insertOutboxRows(transaction, [message]);
        return true;
      });
    },

    /** Whoever Slack lets us write to no longer is told nothing more, and has not been told. */
    async pauseRefused(workspace: string): Promise<void> {
      const refused = await db
        .selectFrom("outbox")
        .innerJoin("follow_news", "follow_news.message", "outbox.id")
        .select(["outbox.id", "outbox.error", "follow_news.person"])
        .distinct()
        .where("outbox.state", "=", "refused")
        .where("follow_news.workspace", "=", workspace)
        .execute();
      for (const { id, error, person } of refused)
        await db.transaction().execute(async (transaction) => {
          await transaction.deleteFrom("follow_news").where("message", "=", id).execute();
          await transaction
            .updateTable("follow")
            .set({ state: "paused", pause_reason: error ?? "unknown" })
            .where("workspace", "=", workspace)
            .where("person", "=", person)
            .execute();
        });
    },

    /** What nobody would be told again: all that its person follows began later. */
    async forgetTold(): Promise<void> {
      await db
        .deleteFrom("follow_news")
        .where((is) =>
          is.not(
            is.exists(
              is
                .selectFrom("follow")
                .select("follow.id")
                .whereRef("follow.workspace", "=", "follow_news.workspace")
                .whereRef("follow.person", "=", "follow_news.person")
                .whereRef("follow.began_at", "<=", "follow_news.told_at"),
            ),
          ),
        )
        .execute();
    },
  };
}

function ofPerson(db: Kysely<Database>, { workspace, person }: Owner): Promise<FollowRow[]> {
  return db
    .selectFrom("follow")
    .selectAll()
    .where("workspace", "=", workspace)
    .where("person", "=", person)
    .orderBy("began_at")
    .orderBy("id")
    .execute();
}
