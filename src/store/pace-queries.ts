/** Turns that many processes take at one thing, so that together they keep a pace. */
import type { Kysely } from "kysely";
import type { Database } from "./schema.ts";

/** `name` is what turns are taken at; there is one every `everyMs`. */
export type Turn = {
  name: string;
  everyMs: number;
  now: Date;
  /** The longest that it is waited for. */
  withinMs: number;
};

/** Whoever waits this long for a turn was told so by a clock that was wrong. */
const HORIZON_MS = 60_000;

export function paceQueries(db: Kysely<Database>) {
  return {
    /**
     * Takes the next turn and tells when it is; null when it is too far away, and not taken. One
     * statement, so that a process that is frozen in the middle holds nobody up.
     */
    async take({ name, everyMs, now, withinMs }: Turn): Promise<Date | null> {
      const nowMs = now.getTime();
      const taken = await db
        .insertInto("pace")
        .values({ name, free_at: nowMs + everyMs })
        .onConflict((conflict) =>
          conflict
            .column("name")
            .doUpdateSet((is) => ({
              free_at: is(
                is
                  .case()
                  .when(is.between("pace.free_at", nowMs, nowMs + withinMs))
                  .then(is.ref("pace.free_at"))
                  .else(nowMs)
                  .end(),
                "+",
                everyMs,
              ),
            }))
            .where((is) =>
              is.or([
                is("pace.free_at", "<=", nowMs + withinMs),
                is("pace.free_at", ">", nowMs + HORIZON_MS),
              ]),
            ),
        )
        .returning("free_at")
        .executeTakeFirst();
      return taken ? new Date(taken.free_at - everyMs) : null;
    },
  };
}
