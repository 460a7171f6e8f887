/** One connection to PostgreSQL: what its failures mean, and that none of them goes unnoticed. */
import type { PostgresPoolClient } from "kysely";
import { DatabaseError, type PoolClient } from "pg";
import { storableText } from "./storable-text.ts";
import { DatabaseAwayError, reasonOf } from "./store-error.ts";

/**
 * Classes and codes of SQLSTATE that a later attempt may not meet: lost connections, a server
 * without memory, disk or free connections, cancelled statements, a server that stops, starts,
 * only reads, or ended a transaction that idled, and failures of its machine (PostgreSQL 18,
 * appendix A).
 */
const PASSING = /^(08|53|57|58|25006|25P0|55P03)/;

/** Anything but an error that the server itself reports is a failure of the way to it. */
export function isPassing(cause: unknown): boolean {
  return cause instanceof DatabaseError ? PASSING.test(cause.code ?? "") : true;
}

/** The error to throw instead of one of pg; the reason holds no address and no password. */
export function awayError(cause: unknown): DatabaseAwayError {
  return new DatabaseAwayError(`PostgreSQL cannot be used just now: ${reasonOf(cause)}`, { cause });
}

/**
 * A client as Kysely takes it. `onFailure` hears of every lost connection and unanswered query;
 * such a connection is used no more, since the next query would wait behind the lost one.
 */
export function watchedClient(
  client: PoolClient,
  onFailure: (cause: unknown) => void,
): PostgresPoolClient {
  let isBroken = false;
  const fail = (cause: unknown) => {
    isBroken = true;
    onFailure(cause);
  };
  // Between two queries of a transaction nobody else listens, and the process would end.
  client.on("error", fail);

  async function query(sql: string, parameters: readonly unknown[]) {
    if (isBroken) throw new DatabaseAwayError("The connection to PostgreSQL was lost.");
    try {
      return await client.query(sql, parameters.map(storableText));
    } catch (cause) {
      if (!isPassing(cause)) throw cause;
      fail(cause);
      throw awayError(cause);
    }
  }

  return {
    // biome-ignore lint/suspicious/noExplicitAny: Kysely's own overloads; it never streams here.
    query: query as any,
    release: (isDiscarded = false) => {
      client.off("error", fail);
      client.release(isDiscarded || isBroken);
    },
  };
}
