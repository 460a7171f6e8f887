/** Connections to PostgreSQL, on which nothing waits for ever. */
import { Pool, types } from "pg";

/** Three seconds are Slack's patience; a network that swallows packets has no other end. */
const CONNECT_TIMEOUT_MS = 3_000;
const KEEP_ALIVE_MS = 5_000;
const INT8 = 20;

export type PoolLimits = {
  queryTimeoutMs: number;
  idleTransactionMs: number;
  max: number;
  /** Where names are looked up that have no schema; as the server says unless given. */
  searchPath?: string;
};

/**
 * A query is cancelled by the server after `queryTimeoutMs`, and given up a second later. A
 * transaction that does nothing for `idleTransactionMs` is ended: where its process was frozen or
 * lost, it must not keep its locks.
 */
export function createPool(
  url: string,
  { queryTimeoutMs, idleTransactionMs, max, searchPath }: PoolLimits,
): Pool {
  const settings = [
    `set statement_timeout = ${queryTimeoutMs}`,
    `set idle_in_transaction_session_timeout = ${idleTransactionMs}`,
    ...(searchPath ? [`set search_path = ${searchPath}`] : []),
  ];
  return new Pool({
    connectionString: url,
    application_name: "kzminerals",
    max,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: queryTimeoutMs + 1_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    types: { getTypeParser },
    // Set by statement, since a pooler in between refuses such settings in the first message.
    onConnect: (client) => client.query(settings.join("; ")),
  });
}

/** Counts are 64 bits wide, which pg gives as text. */
function getTypeParser(oid: number, format?: "text" | "binary") {
  return oid === INT8 ? Number : types.getTypeParser(oid, format);
}
