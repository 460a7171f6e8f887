/** SQLite in one file, through Node's own driver. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { SqliteAdapter, type SqliteDatabase, SqliteDialect } from "kysely";
import { storableText } from "./storable-text.ts";

const BUSY_TIMEOUT_MS = 5_000;

/** Opens the file, creating it and its folder when they are missing. */
export function sqliteDialect(file: string): SqliteDialect {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  // Full sync: what was acknowledged to Slack must survive a power cut, not only a crash.
  database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");
  return new DialectInTransactions({ database: bridge(database) });
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
function bridge(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (sql) => {
      // A deferred transaction that turns to writing fails at once when another process writes.
      const statement = database.prepare(sql === "begin" ? "begin immediate" : sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...parameters.map(inputValue)),
        run: (parameters) => statement.run(...parameters.map(inputValue)),
        iterate: (parameters) => statement.iterate(...parameters.map(inputValue)),
      };
    },
  };
}

function inputValue(parameter: unknown): SQLInputValue {
  const value = storableText(parameter);
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "bigint") return value;
  throw new TypeError(
    `A query has a parameter of type ${typeof value}; use text, numbers or null.`,
  );
}
