import { constants, existsSync } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { DatabaseState } from "./database.ts";
import { type Finding, failing, PATIENCE_MS, reasonOf, well } from "./finding.ts";
import { INSTALLATIONS, Installations } from "./installations.ts";

/** A look at every page of a larger file takes too long. */
const MAX_CHECKED_BYTES = 200e6;

/** What is found where there is no file yet; null where there is one. */
export async function missingFile(file: string): Promise<Finding | null> {
  if (existsSync(file)) return null;
  const folder = nearestFolder(file);
  const reason = await whyUnwritable(folder);
  return reason === null
    ? well("database", `sqlite:${file} is not there yet; the next start creates it in ${folder}`)
    : failing(
        "database",
        `sqlite:${file} is not there and cannot be created in ${folder} (${reason})`,
        "give the program's user the right to write there, or set DATABASE_URL",
      );
}

/** The folder of a file, or the nearest one above that exists. */
export function nearestFolder(file: string): string {
  let folder = dirname(resolve(file));
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

export async function lookAtFile(file: string): Promise<DatabaseState> {
  const unwritable = (await whyUnwritable(file)) ?? (await whyUnwritable(dirname(resolve(file))));
  const { size } = await stat(file);
  const log = await stat(`${file}-wal`).catch(() => null);
  const database = new DatabaseSync(file, { readOnly: true, timeout: PATIENCE_MS });
  try {
    const column = (sql: string) =>
      database
        .prepare(sql)
        .all()
        .map((row) => z.string().parse(Object.values(row)[0]));
    const tables = column("select name from sqlite_master where type = 'table'");
    const from = (table: string, sql: string) => (tables.includes(table) ? column(sql) : []);
    if (size < MAX_CHECKED_BYTES) {
      const [result] = column("pragma quick_check(1)");
      if (result !== "ok") throw new Error(result);
    }
    return {
      version: `SQLite ${column("select sqlite_version()")[0]}`,
      isOldVersion: false,
      sizeBytes: size + (log?.size ?? 0),
      unwritable,
      steps: from("kysely_migration", "select name from kysely_migration"),
      timeZones: from("subscription", "select distinct time_zone from subscription"),
      installations: tables.includes("installation")
        ? Installations.parse(database.prepare(INSTALLATIONS).all())
        : [],
      aheadMs: null,
    };
  } finally {
    database.close();
  }
}

async function whyUnwritable(path: string): Promise<string | null> {
  return access(path, constants.W_OK).then(
    () => null,
    (cause: unknown) => reasonOf(cause),
  );
}
