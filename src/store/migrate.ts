/** Brings a database to today's schema, once however many programs start together. */
import type { Kysely } from "kysely";
import { DEFAULT_MIGRATION_TABLE, Migrator } from "kysely/migration";
import { MIGRATIONS } from "./migrations.ts";
import type { Database } from "./schema.ts";

/** The database was written by a newer program, whose rows this one would not understand. */
export class NewerDatabaseError extends Error {}

/**
 * All missing steps or none, in a transaction; others wait for it (PostgreSQL by Kysely's advisory
 * lock, SQLite by its lock on the file). Throws the failed step's cause, or NewerDatabaseError.
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  await refuseNewer(db);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

async function refuseNewer(db: Kysely<Database>): Promise<void> {
  const unknown = (await executedMigrations(db)).filter((name) => !(name in MIGRATIONS));
  if (unknown.length === 0) return;
  throw new NewerDatabaseError(
    `it was written by a newer version of this program (${unknown.join(", ")}): start that version or a later one`,
  );
}

/** The names of the steps that a database has taken, in order; none for one that is empty. */
async function executedMigrations(db: Kysely<Database>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const rows = await db
    .withTables<{ [DEFAULT_MIGRATION_TABLE]: { name: string } }>()
    .selectFrom(DEFAULT_MIGRATION_TABLE)
    .select("name")
    .orderBy("name")
    .execute();
  return rows.map(({ name }) => name);
}
