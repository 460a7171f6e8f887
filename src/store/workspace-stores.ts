/** A database for each workspace, beside the main one: none holds what belongs to another. */
import { rm } from "node:fs/promises";
import { sql } from "kysely";
import type { Log } from "../log.ts";
import { readDatabaseUrl, workspaceUrl } from "./database-url.ts";
import { withDatabase } from "./open-database.ts";
import { openStore, type Store } from "./store.ts";

export type WorkspaceStores = {
  open: (workspace: string) => Promise<Store>;
  /** Deletes all that a workspace has; its store must be closed, here and everywhere. */
  remove: (workspace: string) => Promise<void>;
  /** After the stores that were opened. */
  close: () => Promise<void>;
};

/** What SQLite keeps beside a file in use. */
const SIDE_FILES = ["", "-wal", "-shm"];

export async function openWorkspaceStores(databaseUrl: string, log: Log): Promise<WorkspaceStores> {
  const address = readDatabaseUrl(databaseUrl);
  const pool =
    address.kind === "postgres"
      ? (await import("./postgres.ts")).openSharedPool(address.url, log)
      : undefined;
  return {
    open: (workspace) => openStore(workspaceUrl(databaseUrl, workspace), log, pool),
    remove: (workspace) => removeDatabase(workspaceUrl(databaseUrl, workspace)),
    close: async () => pool?.end(),
  };
}

async function removeDatabase(databaseUrl: string): Promise<void> {
  const address = readDatabaseUrl(databaseUrl);
  if (address.kind === "sqlite")
    for (const side of SIDE_FILES) await rm(`${address.file}${side}`, { force: true });
  else if (address.schema !== null) {
    const drop = sql`drop schema if exists ${sql.id(address.schema)} cascade`;
    await withDatabase(databaseUrl, (db) => drop.execute(db));
  }
}
