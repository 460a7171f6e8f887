/** Real files that are gone when their test ends. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openStore, type Store } from "../src/store/store.ts";

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kzminerals-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a database file as one more process would; it is closed when the test ends. */
export async function openTestStore(file: string): Promise<Store> {
  const store = await openStore(`sqlite:${file}`);
  onTestFinished(() => store.close());
  return store;
}

export async function temporaryDatabase(): Promise<string> {
  return join(await temporaryFolder(), "test.db");
}
