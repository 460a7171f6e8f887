/** Opens a database of either kind, up to date. */
import { setTimeout as pause } from "node:timers/promises";
import { type Dialect, Kysely } from "kysely";
import type { Log } from "../log.ts";
import { readDatabaseUrl } from "./database-url.ts";
import { migrate, NewerDatabaseError } from "./migrate.ts";
import type { Database } from "./schema.ts";
import { sqliteDialect } from "./sqlite.ts";
import { DatabaseAwayError, reasonOf, StoreError } from "./store-error.ts";
import { pauseAfter } from "./watch-connection.ts";

/** A server that starts along with the program takes seconds; a supervisor tries again after that. */
const START_PATIENCE_MS = 30_000;

export async function openDatabase(databaseUrl: string, log?: Log): Promise<Kysely<Database>> {
  const address = readDatabaseUrl(databaseUrl);
  try {
    if (address.kind === "sqlite") return await migrated(sqliteDialect(address.file, log));
    // Its driver is loaded only by those who use it.
    const { patientPostgresDialect, postgresDialect } = await import("./postgres.ts");
    await migrateWhenReachable(() => patientPostgresDialect(address.url), log);
    return new Kysely<Database>({ dialect: postgresDialect(address.url, log) });
  } catch (cause) {
    const advice =
      cause instanceof NewerDatabaseError
        ? "or set DATABASE_URL to another database"
        : ADVICE[address.kind];
    throw new StoreError(
      `Cannot use the database ${address.name} (${reasonOf(cause)}): ${advice}.`,
      {
        cause,
      },
    );
  }
}

const ADVICE = {
  sqlite: "check that its folder can be written to, or set DATABASE_URL",
  postgres: "check that it runs and lets this program in, and DATABASE_URL",
};

async function migrated(dialect: Dialect): Promise<Kysely<Database>> {
  const db = new Kysely<Database>({ dialect });
  try {
    await migrate(db);
    return db;
  } catch (cause) {
    await db.destroy();
    throw cause;
  }
}

async function migrateWhenReachable(
  patientDialect: () => Dialect,
  log: Log | undefined,
): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  for (let failures = 1; ; failures += 1) {
    try {
      const db = await migrated(patientDialect());
      return await db.destroy();
    } catch (cause) {
      if (!(cause instanceof DatabaseAwayError) || Date.now() > deadline) throw cause;
      if (failures === 1) log?.warn({ reason: cause.message }, "waiting for the database");
      await pause(pauseAfter(failures));
    }
  }
}
