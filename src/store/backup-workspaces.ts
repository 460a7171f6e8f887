/** Backups of all databases of several workspaces: a file for each, in one folder. */
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { backUp } from "./backup.ts";
import {
  type AnyTables,
  BackupError,
  type Closing,
  NothingToBackUpError,
} from "./backup-format.ts";
import { workspaceUrl } from "./database-url.ts";
import { withDatabase } from "./open-database.ts";
import { restore } from "./restore.ts";
import { reasonOf } from "./store-error.ts";

type Rows = Closing["rows"];
/** Rows by the name of what was backed up or restored: a workspace's id, or `main`. */
export type RowsByName = Record<string, Rows>;

const MAIN = "main";
const ENDING = ".backup";

/** Each file shows one moment; nothing in one refers to another. Throws BackupError or StoreError. */
export async function backUpAll(databaseUrl: string, folder: string): Promise<RowsByName> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(refuse(folder));
  const rows: RowsByName = { [MAIN]: await backUp(databaseUrl, fileOf(folder, MAIN)) };
  for (const team of await installedTeams(databaseUrl)) {
    const backedUp = await backUp(workspaceUrl(databaseUrl, team), fileOf(folder, team)).catch(
      // One that was installed and never served.
      (cause: unknown) => {
        if (cause instanceof NothingToBackUpError) return null;
        throw cause;
      },
    );
    if (backedUp) rows[team] = backedUp;
  }
  return rows;
}

/** Into empty databases; the main one last, so that nothing is served before all is there. */
export async function restoreAll(databaseUrl: string, folder: string): Promise<RowsByName> {
  const names = (await readdir(folder).catch(refuse(folder)))
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length));
  if (!names.includes(MAIN))
    throw new BackupError(`${folder} holds no ${MAIN}${ENDING}: give the folder of a backup.`);
  const rows: RowsByName = {};
  for (const name of [...names.filter((one) => one !== MAIN).toSorted(), MAIN]) {
    const url = name === MAIN ? databaseUrl : workspaceUrl(databaseUrl, name);
    rows[name] = await restore(url, fileOf(folder, name));
  }
  return rows;
}

/** Those with data, whether or not they are served just now. */
export async function installedTeams(databaseUrl: string): Promise<string[]> {
  return withDatabase<AnyTables, string[]>(databaseUrl, async (db) => {
    const tables = await db.introspection.getTables();
    if (!tables.some(({ name }) => name === "installation")) return [];
    const rows = await db.selectFrom("installation").select("team").orderBy("team").execute();
    return rows.map(({ team }) => String(team));
  });
}

function fileOf(folder: string, name: string): string {
  return join(folder, `${name}${ENDING}`);
}

function refuse(folder: string) {
  return (cause: unknown): never => {
    throw new BackupError(`${folder} cannot be used (${reasonOf(cause)}).`, { cause });
  };
}
