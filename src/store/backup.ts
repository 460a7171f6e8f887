/** Writes all rows to a file, as they are at one moment, while programs go on working. */
import { createWriteStream } from "node:fs";
import { access, open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Kysely, sql } from "kysely";
import {
  type AnyTables,
  BackupError,
  type Closing,
  createTally,
  FORMAT,
  NothingToBackUpError,
  tablesAfter,
  VERSION,
} from "./backup-format.ts";
import { type DatabaseAddress, readDatabaseUrl } from "./database-url.ts";
import { executedMigrations } from "./migrate.ts";
import { withDatabase } from "./open-database.ts";
import { reasonOf } from "./store-error.ts";

/** So many rows are held in memory. */
const BATCH = 500;

/**
 * The file appears when it is whole, readable by its owner alone; returns the number of rows of
 * each table. Throws BackupError or StoreError.
 */
export async function backUp(databaseUrl: string, file: string): Promise<Closing["rows"]> {
  const address = readDatabaseUrl(databaseUrl);
  if (address.kind === "sqlite") await access(address.file).catch(refuseMissing(address));
  return withDatabase<AnyTables, Closing["rows"]>(databaseUrl, (db) =>
    db.connection().execute(async (connection) => {
      const migration = (await executedMigrations(connection)).at(-1);
      if (!migration) throw new NothingToBackUpError(`${address.name} holds nothing to back up.`);
      const tally = createTally();
      await writeWhole(file, lines({ connection, address, migration, tally }));
      return tally.closing().rows;
    }),
  );
}

type Tally = ReturnType<typeof createTally>;

async function* lines({
  connection,
  address,
  migration,
  tally,
}: {
  connection: Kysely<AnyTables>;
  address: DatabaseAddress;
  migration: string;
  tally: Tally;
}): AsyncGenerator<string> {
  const written = (line: string) => {
    tally.line(line);
    return `${line}\n`;
  };
  const tables = await tablesAfter(migration);
  await BEGIN_SNAPSHOT[address.kind].execute(connection);
  yield written(JSON.stringify({ format: FORMAT, version: VERSION, migration }));
  for (const table of [...tables.keys()].toSorted()) {
    for await (const row of READ_ROWS[address.kind](connection, table)) {
      tally.row(table);
      yield written(JSON.stringify({ table, row }));
    }
  }
  await sql`commit`.execute(connection);
  yield `${JSON.stringify(tally.closing())}\n`;
}

/** All statements after it see the database as it is at the first of them. */
const BEGIN_SNAPSHOT = {
  // Not Kysely's transaction, which would keep writers waiting.
  sqlite: sql`begin deferred`,
  postgres: sql`begin isolation level repeatable read read only`,
};

type Rows = AsyncIterable<AnyTables[string]>;
const READ_ROWS: Record<
  DatabaseAddress["kind"],
  (connection: Kysely<AnyTables>, table: string) => Rows
> = {
  sqlite: (connection, table) => connection.selectFrom(table).selectAll().stream(),
  postgres: async function* (connection, table) {
    await sql`declare backup no scroll cursor for select * from ${sql.table(table)}`.execute(
      connection,
    );
    const next = sql<AnyTables[string]>`fetch ${sql.lit(BATCH)} from backup`;
    for (;;) {
      const { rows } = await next.execute(connection);
      if (rows.length === 0) break;
      yield* rows;
    }
    await sql`close backup`.execute(connection);
  },
};

/** Under another name until it is whole and on the disk, so that no half of one is ever found. */
async function writeWhole(file: string, content: AsyncIterable<string>): Promise<void> {
  const unfinished = `${file}.unfinished-${process.pid}`;
  try {
    await pipeline(Readable.from(content), createWriteStream(unfinished, { mode: 0o600 }));
    const handle = await open(unfinished);
    await handle.sync();
    await handle.close();
    await rename(unfinished, file);
  } catch (cause) {
    await rm(unfinished, { force: true });
    if (!isFileError(cause)) throw cause;
    throw new BackupError(`${file} cannot be written (${reasonOf(cause)}).`, { cause });
  }
}

function isFileError(cause: unknown): boolean {
  return cause instanceof Error && "syscall" in cause && "path" in cause;
}

function refuseMissing({ name }: DatabaseAddress) {
  return (cause: unknown): never => {
    throw new NothingToBackUpError(
      `There is no database ${name}: set DATABASE_URL to the one to back up.`,
      { cause },
    );
  };
}
