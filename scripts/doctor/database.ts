/** The database, which is only looked at: whether it opens, can be written to, and is of today's schema. */

import { readDatabaseUrl } from "../../src/store/database-url.ts";
import { MIGRATIONS } from "../../src/store/migrations.ts";
import { type Finding, failing, reasonOf, warning, well } from "./finding.ts";
import type { StoredInstallation } from "./installations.ts";

/** What a database tells of itself. */
export type DatabaseState = {
  /** Such as `SQLite 3.51`. */
  version: string;
  isOldVersion: boolean;
  sizeBytes: number;
  /** Why nothing can be written; null where it can. */
  unwritable: string | null;
  /** Steps of the schema that were taken. */
  steps: readonly string[];
  timeZones: readonly string[];
  /** Workspaces that installed the app. */
  installations: readonly StoredInstallation[];
  /** How far this machine's clock is ahead of the database's; null where they have one clock. */
  aheadMs: number | null;
};

export type DatabaseFindings = {
  findings: Finding[];
  timeZones: readonly string[];
  installations: readonly StoredInstallation[];
  aheadMs: number | null;
};

const CHECK = "database";

export async function lookAtDatabase(databaseUrl: string): Promise<DatabaseFindings> {
  const address = readDatabaseUrl(databaseUrl);
  const nothing = { timeZones: [], installations: [], aheadMs: null };
  try {
    if (address.kind === "sqlite") {
      const { lookAtFile, missingFile } = await import("./sqlite.ts");
      const missing = await missingFile(address.file);
      if (missing) return { findings: [missing], ...nothing };
      return judge(address.name, await lookAtFile(address.file));
    }
    const { lookAtServer } = await import("./postgres.ts");
    return judge(address.name, await lookAtServer(address));
  } catch (cause) {
    const advice =
      address.kind === "sqlite"
        ? "check its file and folder, restore a backup (npm run restore), or set DATABASE_URL"
        : "check that the server runs and lets this program in, and DATABASE_URL";
    const text = `${address.name} cannot be used (${reasonOf(cause)})`;
    return { findings: [failing(CHECK, text, advice)], ...nothing };
  }
}

function judge(name: string, state: DatabaseState): DatabaseFindings {
  const { timeZones, installations, aheadMs } = state;
  const findings = [accessFinding(name, state), schemaFinding(state)];
  return { findings, timeZones, installations, aheadMs };
}

function accessFinding(name: string, state: DatabaseState): Finding {
  const { unwritable, isOldVersion, version, sizeBytes } = state;
  if (unwritable !== null)
    return failing(
      CHECK,
      `${name} cannot be written to (${unwritable})`,
      "give the program's user the right to write there, or set DATABASE_URL",
    );
  if (isOldVersion)
    return failing(CHECK, `${name} is ${version}`, "use PostgreSQL 15 or a later version");
  return well(CHECK, `${name}: ${version}, ${(sizeBytes / 1e6).toFixed(1)} MB`);
}

function schemaFinding({ steps }: DatabaseState): Finding {
  const check = "schema";
  const known = Object.keys(MIGRATIONS);
  const unknown = steps.filter((step) => !known.includes(step));
  if (unknown.length > 0)
    return failing(
      check,
      `a newer version of the program wrote it (${unknown.join(", ")})`,
      "start that version or a later one, or set DATABASE_URL to another database",
    );
  const missing = known.length - steps.length;
  if (steps.length === 0) return well(check, "it is empty; the next start makes its tables");
  return missing === 0
    ? well(check, `it is up to date (${known.at(-1)})`)
    : warning(
        check,
        `${missing} steps are missing, which the next start takes`,
        "make a backup before you start (npm run backup -- FILE)",
      );
}
