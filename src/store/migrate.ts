/** Brings a database to today's schema, once however many programs start together. */
import { type Kysely, PostgresAdapter, sql } from "kysely";
import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE, Migrator } from "kysely/migration";
import { MIGRATIONS } from "./migrations.ts";
import type { Database } from "./schema.ts";

/** The tables in which the steps that were taken are noted. */
export const MIGRATION_TABLES = [DEFAULT_MIGRATION_TABLE, DEFAULT_MIGRATION_LOCK_TABLE];

/** The database was written by a newer program, whose rows this one would not understand. */
export class NewerDatabaseError extends Error {}

/**
 * All missing steps (or those up to `to`) or none, in a transaction; others wait for it, on
 * PostgreSQL by Kysely's advisory lock, on SQLite by its lock on the file. Throws the failed
 * step's cause, or NewerDatabaseError.
 */
export async function migrate<Tables>(db: Kysely<Tables>, to?: string): Promise<void> {
  await executedMigrations(db);
  const schema = await schemaOf(db);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => MIGRATIONS },
    ...(schema && { migrationTableSchema: schema }),
  });
  const { error } = await (to ? migrator.migrateTo(to) : migrator.migrateToLatest());
  if (error) throw error;
}

/**
 * Whether a database has taken exactly the steps that this program knows; false also where that
 * cannot be read. To ask costs a query, while to look which tables there are costs more with every
 * schema of a server.
 */
export async function isUpToDate(db: Kysely<Database>): Promise<boolean> {
  const steps = db.withTables<{ [DEFAULT_MIGRATION_TABLE]: { name: string } }>();
  try {
    const rows = await steps.selectFrom(DEFAULT_MIGRATION_TABLE).select("name").execute();
    const known = Object.keys(MIGRATIONS);
    return rows.length === known.length && rows.every(({ name }) => name in MIGRATIONS);
  } catch {
    return false;
  }
}

/**
 * The names of the steps that a database has taken, in order; none for one that is empty. Throws
 * NewerDatabaseError when this program does not know one of them.
 */
export async function executedMigrations<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const schema = await schemaOf(db);
  const isSteps = (table: { name: string; schema?: string }) =>
    table.name === DEFAULT_MIGRATION_TABLE && (schema === undefined || table.schema === schema);
  if (!tables.some(isSteps)) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  const names = rows.map(({ name }) => name).toSorted();
  const unknown = names.filter((name) => !(name in MIGRATIONS));
  if (unknown.length === 0) return names;
  throw new NewerDatabaseError(
    `it was written by a newer version of this program (${unknown.join(", ")}): start that version or a later one`,
  );
}

/**
 * Where new tables go on a server, on which other workspaces may have theirs elsewhere: null where
 * that is still to be made, undefined where there is no such thing.
 */
async function schemaOf<Tables>(db: Kysely<Tables>): Promise<string | null | undefined> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return undefined;
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(
    db,
  );
  return rows[0]?.schema ?? null;
}
