/** Puts the rows of a backup into an empty database: all of them, or none. */
import { type Kysely, sql, type Transaction } from "kysely";
import { type AnyTables, BackupError, type RowLine, tablesAfter } from "./backup-format.ts";
import { type DatabaseAddress, readDatabaseUrl } from "./database-url.ts";
import { executedMigrations, MIGRATION_TABLES, migrate } from "./migrate.ts";
import { ensureSchema, withDatabase } from "./open-database.ts";
import { readBackup } from "./read-backup.ts";

/** Far below what both databases take as parameters of one statement. */
const BATCH = 200;

/** Returns the number of rows of each table. Throws BackupError or StoreError. */
export async function restore(databaseUrl: string, file: string): Promise<Record<string, number>> {
  const backup = await readBackup(file);
  try {
    const address = readDatabaseUrl(databaseUrl);
    return await withDatabase<AnyTables, Record<string, number>>(databaseUrl, async (db) => {
      await ensureSchema(db, address);
      return db.transaction().execute(async (transaction) => {
        await dropEmptyTables(transaction, address);
        // The tables that the rows were in; then the later steps change both.
        await migrate(transaction, backup.migration);
        for await (const batch of batches(backup.rows())) await insert(transaction, batch);
        await migrate(transaction);
        return backup.counts();
      });
    });
  } finally {
    await backup.close();
  }
}

/** Refuses a database that holds anything of ours. */
async function dropEmptyTables(
  transaction: Transaction<AnyTables>,
  { kind, name }: DatabaseAddress,
): Promise<void> {
  const last = (await executedMigrations(transaction)).at(-1);
  if (!last) return;
  const tables = [...(await tablesAfter(last)).keys()];
  for (const table of tables) {
    if (kind === "postgres")
      await sql`lock table ${sql.table(table)} in access exclusive mode`.execute(transaction);
    const row = await transaction.selectFrom(table).selectAll().limit(1).executeTakeFirst();
    if (row === undefined) continue;
    throw new BackupError(
      `${name} is not empty (there are rows in ${table}): set DATABASE_URL to a new database to restore into.`,
    );
  }
  for (const table of [...tables, ...MIGRATION_TABLES])
    await transaction.schema.dropTable(table).execute();
}

async function* batches(rows: AsyncIterable<RowLine>): AsyncGenerator<RowLine[]> {
  let batch: RowLine[] = [];
  for await (const row of rows) {
    const isFull = batch.length === BATCH || (batch[0] && batch[0].table !== row.table);
    if (isFull) {
      yield batch;
      batch = [];
    }
    batch.push(row);
  }
  if (batch.length > 0) yield batch;
}

async function insert(db: Kysely<AnyTables>, batch: readonly RowLine[]): Promise<void> {
  const [first] = batch;
  if (!first) return;
  await db
    .insertInto(first.table)
    .values(batch.map(({ row }) => row))
    .execute();
}
