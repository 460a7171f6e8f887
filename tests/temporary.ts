/** Real files and databases that are gone when their test ends. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { inject, onTestFinished } from "vitest";
import { openStore, type Store } from "../src/store/store.ts";

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kzminerals-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a database as one more process would; it is closed when the test ends. */
export async function openTestStore(databaseUrl: string): Promise<Store> {
  const store = await openStore(databaseUrl);
  onTestFinished(() => store.close());
  return store;
}

/** The address of an empty database: of the kind that the run is about, unless asked otherwise. */
export async function temporaryDatabase(kind = inject("databaseKind")): Promise<string> {
  if (kind === "sqlite") return `sqlite:${join(await temporaryFolder(), "test.db")}`;
  const server = inject("postgresUrl");
  const name = `kzminerals_test_${randomBytes(8).toString("hex")}`;
  await runOnServer(server, `create database ${name}`);
  onTestFinished(() => runOnServer(server, `drop database ${name} with (force)`));
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}

async function runOnServer(server: string, statement: string): Promise<void> {
  const client = new Client(server);
  await client.connect();
  await client.query(statement);
  await client.end();
}
