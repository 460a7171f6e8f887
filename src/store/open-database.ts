/** Opens a database of either kind. */
import { setTimeout as pause } from "node:timers/promises";
import { type Dialect, Kysely, type PostgresPool, sql, WithSchemaPlugin } from "kysely";
import type { Log } from "../log.ts";
import { type DatabaseAddress, readDatabaseUrl } from "./database-url.ts";
import { isUpToDate, migrate, NewerDatabaseError } from "./migrate.ts";
import type { Database } from "./schema.ts";
import { sqliteDialect } from "./sqlite.ts";
import { DatabaseAwayError, reasonOf, StoreError } from "./store-error.ts";
import { pauseAfter } from "./watch-connection.ts";

/** A server that starts along with the program takes seconds; a supervisor tries again after that. */
const START_PATIENCE_MS = 30_000;

type Opening = {
  log?: Log | undefined;
  patienceMs?: number;
  /** For a database that is a schema of a server: connections that it shares with others. */
  pool?: PostgresPool | undefined;
};

/** For a program that serves: up to date, and as quick to fail as people are to lose patience. */
export async function openDatabase(
  databaseUrl: string,
  { log, patienceMs = START_PATIENCE_MS, pool }: Opening = {},
): Promise<Kysely<Database>> {
  const address = readDatabaseUrl(databaseUrl);
  try {
    if (address.kind === "sqlite") {
      const db = new Kysely<Database>({ dialect: sqliteDialect(address.file, log) });
      return (await isUpToDate(db)) ? db : await migrated(db, address);
    }
    // Its driver is loaded only by those who use it.
    const { postgresDialect, sharedPostgresDialect } = await import("./postgres.ts");
    const db = new Kysely<Database>({
      dialect: pool ? sharedPostgresDialect(pool) : postgresDialect(address.url, log),
      plugins: address.schema === null ? [] : [new WithSchemaPlugin(address.schema)],
    });
    if (await isUpToDate(db)) return db;
    const migrateOnItsOwn = async () => {
      const own = new Kysely<Database>({ dialect: await patientDialect(address) });
      await (await migrated(own, address)).destroy();
    };
    // Where the server was away just now, these connections look for it a moment later than others.
    const ask = async () => void (await sql`select 1`.execute(db));
    try {
      for (const work of [migrateOnItsOwn, ask]) await whenReachable(work, { log, patienceMs });
    } catch (cause) {
      await db.destroy();
      throw cause;
    }
    return db;
  } catch (cause) {
    throw explained(cause, address);
  }
}

/**
 * Does work on one connection that waits as long as the database takes, and migrates nothing.
 * Throws StoreError when the database cannot be used, and what the work throws.
 */
export async function withDatabase<Tables, Result>(
  databaseUrl: string,
  work: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  const address = readDatabaseUrl(databaseUrl);
  try {
    const db = new Kysely<Tables>({ dialect: await patientDialect(address) });
    return await work(db).finally(() => db.destroy());
  } catch (cause) {
    throw explained(cause, address);
  }
}

async function patientDialect(address: DatabaseAddress): Promise<Dialect> {
  if (address.kind === "sqlite") return sqliteDialect(address.file);
  const { patientPostgresDialect } = await import("./postgres.ts");
  return patientPostgresDialect(address.url, address.schema);
}

/** Makes the schema of an address that names one; of two that make it at once, one has to look again. */
export async function ensureSchema<Tables>(
  db: Kysely<Tables>,
  address: DatabaseAddress,
): Promise<void> {
  if (address.kind !== "postgres" || address.schema === null) return;
  const made = sql`create schema if not exists ${sql.id(address.schema)}`;
  await made.execute(db).catch(() => made.execute(db));
}

async function migrated(db: Kysely<Database>, address: DatabaseAddress): Promise<Kysely<Database>> {
  try {
    await ensureSchema(db, address);
    await migrate(db);
    return db;
  } catch (cause) {
    await db.destroy();
    throw cause;
  }
}

async function whenReachable(
  work: () => Promise<void>,
  { log, patienceMs }: { log: Log | undefined; patienceMs: number },
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (let failures = 1; ; failures += 1) {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof DatabaseAwayError) || Date.now() > deadline) throw cause;
      if (failures === 1) log?.warn({ reason: cause.message }, "waiting for the database");
      await pause(pauseAfter(failures));
    }
  }
}

const ADVICE = {
  sqlite: "check that its folder can be written to and has room, or set DATABASE_URL",
  postgres: "check that it runs and lets this program in, and DATABASE_URL",
};

function explained(cause: unknown, { kind, name }: DatabaseAddress): StoreError {
  if (cause instanceof StoreError) return cause;
  const isNewer = cause instanceof NewerDatabaseError;
  const advice = isNewer ? "or set DATABASE_URL to another database" : ADVICE[kind];
  const reason = reasonOf(cause);
  return new StoreError(`Cannot use the database ${name} (${reason}): ${advice}.`, { cause });
}
