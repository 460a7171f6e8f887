/** SQLite in one file, through Node's own driver. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { SqliteAdapter, type SqliteDatabase, SqliteDialect } from "kysely";
import type { Log } from "../log.ts";
import { storableText } from "./storable-text.ts";
import { DatabaseAwayError, reasonOf } from "./store-error.ts";

const BUSY_TIMEOUT_MS = 5_000;
/** SQLite's result where another one holds the file (sqlite.org/rescode.html). */
const BUSY = 5;
const TURN_PAUSE_MS = 10;
/**
 * Writes that do not wait for the disk. A crash of the program loses none of them; a power cut may
 * lose the last ones: then a conversation is taken up a question earlier, a pace is kept anew, and
 * an answer is looked for in Slack before it is given again.
 */
const MAY_BE_LOST = /^(?:insert into "(?:conversation|pace)"|update "inbox") /;
/** A full disk would fill the log too. */
const LOG_PAUSE_MS = 60_000;
/**
 * Results after which a later attempt may succeed, or somebody has to look at the disk: busy,
 * locked, no memory, read-only, I/O error, corrupt, full, cannot open, not a database (sqlite.org/rescode.html).
 */
const PASSING = new Set([5, 6, 7, 8, 10, 11, 13, 14, 26]);

/** Opens the file, creating it and its folder when they are missing. */
export function sqliteDialect(file: string, log?: Log): SqliteDialect {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  // Full sync: what was acknowledged to Slack must survive a power cut, not only a crash.
  inTurn(() => database.exec("pragma journal_mode = wal"));
  database.exec("pragma synchronous = full; pragma foreign_keys = on");
  return new DialectInTransactions({ database: bridge(database, watchFailures(log)) });
}

/** Of programs that make one file a write-ahead one at a moment, SQLite lets no second one wait. */
function inTurn(change: () => void): void {
  const deadline = Date.now() + BUSY_TIMEOUT_MS;
  let isDone = false;
  while (!isDone)
    try {
      change();
      isDone = true;
    } catch (cause) {
      if (!(cause instanceof Error) || Reflect.get(cause, "errcode") !== BUSY) throw cause;
      if (Date.now() > deadline) throw cause;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, TURN_PAUSE_MS);
    }
}

class DialectInTransactions extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new AdapterInTransactions();
  }
}

/** Migrations in a transaction: programs that start together wait for each other. */
class AdapterInTransactions extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely speaks better-sqlite3; node:sqlite differs in how it takes parameters. */
function bridge(database: DatabaseSync, watched: Watched): SqliteDatabase {
  const withoutWaiting: Watched = (work) => {
    // Within a transaction it is the transaction that waits, and SQLite lets nothing be changed.
    if (database.isTransaction) return watched(work);
    database.exec("pragma synchronous = normal");
    try {
      return watched(work);
    } finally {
      database.exec("pragma synchronous = full");
    }
  };
  return {
    close: () => database.close(),
    prepare: (sql) => {
      // A deferred transaction that turns to writing fails at once when another process writes.
      const text = sql === "begin" ? "begin immediate" : sql;
      const statement = watched(() => database.prepare(text));
      const performed = MAY_BE_LOST.test(text) ? withoutWaiting : watched;
      // A full disk ends a transaction by itself; what is to be told is that it was full.
      const isOver = () => text === "rollback" && !database.isTransaction;
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => performed(() => statement.all(...parameters.map(inputValue))),
        run: (parameters) =>
          isOver()
            ? { changes: 0, lastInsertRowid: 0 }
            : performed(() => statement.run(...parameters.map(inputValue))),
        iterate: (parameters) => statement.iterate(...parameters.map(inputValue)),
      };
    },
  };
}

type Watched = <Result>(work: () => Result) => Result;

/** Failures of the disk have a class of their own, and are logged now and then. */
function watchFailures(log: Log | undefined): Watched {
  let loggedAt = Number.NEGATIVE_INFINITY;
  return (work) => {
    try {
      return work();
    } catch (cause) {
      if (!isPassing(cause)) throw cause;
      const reason = reasonOf(cause);
      if (performance.now() - loggedAt > LOG_PAUSE_MS) {
        log?.error({ reason }, "the database cannot be used");
        loggedAt = performance.now();
      }
      throw new DatabaseAwayError(reason, { cause });
    }
  };
}

/** The low byte of an extended result is the result. */
function isPassing(cause: unknown): boolean {
  const result = cause instanceof Error ? Reflect.get(cause, "errcode") : undefined;
  return typeof result === "number" && PASSING.has(result & 0xff);
}

function inputValue(parameter: unknown): SQLInputValue {
  const value = storableText(parameter);
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "bigint") return value;
  throw new TypeError(
    `A query has a parameter of type ${typeof value}; use text, numbers or null.`,
  );
}
