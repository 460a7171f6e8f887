/** Entries of feeds, and what became of each. */
import type { ExpressionBuilder, Kysely, Selectable, Updateable } from "kysely";
import type { Database } from "./schema.ts";

export type CandidateRow = Selectable<Database["candidate"]>;

type CandidateState = CandidateRow["state"];
type CandidateChange = Omit<Updateable<Database["candidate"]>, "id">;

/** A person's decision; `by` is their Slack id, `draft` the JSON of what they made of it. */
export type Decision = {
  state: "approved" | "rejected";
  by: string;
  now: Date;
  draft?: string | undefined;
};

/** Far below what both databases take as parameters of one statement. */
const BATCH = 500;

/** Of an entry that is there already the first stays. */
export async function insertCandidates(
  db: Kysely<Database>,
  rows: readonly CandidateRow[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH)
    await db
      .insertInto("candidate")
      .values(rows.slice(at, at + BATCH))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
}

export function candidateQueries(db: Kysely<Database>) {
  return {
    find(id: string): Promise<CandidateRow | undefined> {
      return db.selectFrom("candidate").selectAll().where("id", "=", id).executeTakeFirst();
    },

    /** Those of some ids or addresses that are there. */
    async known(
      entries: readonly Pick<CandidateRow, "id" | "address">[],
    ): Promise<Pick<CandidateRow, "id" | "address">[]> {
      if (entries.length === 0) return [];
      return db
        .selectFrom("candidate")
        .select(["id", "address"])
        .where((is) =>
          is.or([
            is(
              "id",
              "in",
              entries.map(({ id }) => id),
            ),
            is(
              "address",
              "in",
              entries.map(({ address }) => address),
            ),
          ]),
        )
        .execute();
    },

    /** Entries of a feed whose pages may be read now, the first seen first. */
    due(feed: string, now: Date, limit: number): Promise<CandidateRow[]> {
      return db
        .selectFrom("candidate")
        .selectAll()
        .where(isDue(feed, now))
        .orderBy("seen_at")
        .orderBy("published")
        .orderBy("id")
        .limit(limit)
        .execute();
    },

    async hasDue(feed: string, now: Date): Promise<boolean> {
      const row = await db
        .selectFrom("candidate")
        .select("id")
        .where(isDue(feed, now))
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    /** Changes one that is in a state; false when it is not, or no more. */
    async move(id: string, from: CandidateState, change: CandidateChange): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("candidate")
        .set(change)
        .where("id", "=", id)
        .where("state", "=", from)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /** Decides what waits; undefined when somebody did before. */
    decide(id: string, { state, by, now, draft }: Decision): Promise<CandidateRow | undefined> {
      return db
        .updateTable("candidate")
        .set({
          state,
          decided_by: by,
          decided_at: now.toISOString(),
          ...(draft !== undefined && { draft }),
        })
        .where("id", "=", id)
        .where("state", "=", "waiting")
        .returningAll()
        .executeTakeFirst();
    },

    inState(state: CandidateState, limit: number): Promise<CandidateRow[]> {
      return db
        .selectFrom("candidate")
        .selectAll()
        .where("state", "=", state)
        .orderBy("seen_at")
        .orderBy("id")
        .limit(limit)
        .execute();
    },

    /** Those that wait, of which curators were not told yet. */
    untold(limit: number): Promise<CandidateRow[]> {
      return db
        .selectFrom("candidate")
        .selectAll()
        .where("state", "=", "waiting")
        .where("told_at", "is", null)
        .orderBy("seen_at")
        .orderBy("id")
        .limit(limit)
        .execute();
    },

    /** Texts that were read since an instant, whatever became of them. */
    async fingerprints(since: Date): Promise<{ id: string; fingerprint: string }[]> {
      const rows = await db
        .selectFrom("candidate")
        .select(["id", "fingerprint"])
        .where("fingerprint", "is not", null)
        .where("seen_at", ">=", since.toISOString())
        .execute();
      return rows.flatMap(({ id, fingerprint }) => (fingerprint ? { id, fingerprint } : []));
    },

    /** How many entries of each feed are in each state. */
    async counts(): Promise<{ feed: string; state: CandidateState; count: number }[]> {
      const rows = await db
        .selectFrom("candidate")
        .select((of) => ["feed", "state", of.fn.countAll<number>().as("count")])
        .groupBy(["feed", "state"])
        .execute();
      return rows.map((row) => ({ ...row, count: Number(row.count) }));
    },
  };
}

function isDue(feed: string, now: Date) {
  const at = now.toISOString();
  const tooFar = new Date(now.getTime() + 2 * 24 * 60 * 60 * 1000).toISOString();
  return (is: ExpressionBuilder<Database, "candidate">) =>
    is.and([
      is("feed", "=", feed),
      is("state", "=", "new"),
      // What lies further ahead was written by a wrong clock.
      is.or([is("next_at", "<=", at), is("next_at", ">", tooFar)]),
    ]);
}
