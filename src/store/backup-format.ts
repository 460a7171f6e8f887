/**
 * A backup is lines of JSON, the same whichever database it comes from: a header, a line for each
 * row, and a closing line with the number of rows of each table and a hash of all lines before it.
 */
import { createHash } from "node:crypto";
import { Kysely } from "kysely";
import { migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations.ts";
import { sqliteDialect } from "./sqlite.ts";
import { StoreError } from "./store-error.ts";

/** Tables whose names are known only when the program runs. */
export type AnyTables = Record<string, Record<string, StoredValue>>;
type StoredValue = string | number | null;

export type RowLine = { table: string; row: Record<string, StoredValue> };
export type Closing = { rows: Record<string, number>; sha256: string };

export const FORMAT = "kzminerals backup";
export const VERSION = 1;

/** A backup cannot be made or restored; the message says why and what to do. */
export class BackupError extends StoreError {}

/** There is no database, or nothing in it. */
export class NothingToBackUpError extends BackupError {}

/** The columns of each table as they were after a step. */
export async function tablesAfter(migration: string): Promise<Map<string, string[]>> {
  const db = new Kysely<AnyTables>({ dialect: sqliteDialect(":memory:") });
  await migrate(db, migration);
  const tables = await db.introspection.getTables();
  await db.destroy();
  return new Map(tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]));
}

export function isKnown(migration: string): boolean {
  return migration in MIGRATIONS;
}

/** Counts and hashes the lines of a backup, in order. */
export function createTally() {
  const hash = createHash("sha256");
  const rows: Record<string, number> = {};
  return {
    line: (line: string): void => void hash.update(line).update("\n"),
    row: (table: string): void => {
      rows[table] = (rows[table] ?? 0) + 1;
    },
    closing: (): Closing => ({ rows, sha256: hash.copy().digest("hex") }),
  };
}

/** A line for each of several databases. */
export function linesOf(
  rowsByName: Readonly<Record<string, Closing["rows"]>>,
  sentence: (rows: string) => string,
): string {
  return Object.entries(rowsByName)
    .map(([name, rows]) => `${name}: ${sentence(countOf(rows))}.`)
    .join("\n");
}

/** "7 rows (inbox 3, outbox 4)". */
export function countOf(rows: Closing["rows"]): string {
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const each = Object.entries(rows).map(([table, count]) => `${table} ${count}`);
  return `${total} rows${each.length > 0 ? ` (${each.join(", ")})` : ""}`;
}
