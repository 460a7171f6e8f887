/**
 * `npm run restore -- FILE`: the rows of a backup, into an empty database. With `--workspaces FOLDER`,
 * those of each workspace into a database of its own, and those of the main one.
 */
import { countOf, linesOf } from "../src/store/backup-format.ts";
import { restoreAll } from "../src/store/backup-workspaces.ts";
import { restore } from "../src/store/restore.ts";
import { runOnFile } from "./run-on-file.ts";

const USAGE = "restore -- FILE\n       npm run restore -- --workspaces FOLDER";

const [first, ...rest] = process.argv.slice(2);
if (first === "--workspaces")
  await runOnFile({ usage: USAGE, given: rest }, async (databaseUrl, folder) =>
    linesOf(await restoreAll(databaseUrl, folder), (rows) => `Restored ${rows}`),
  );
else
  await runOnFile({ usage: USAGE }, async (databaseUrl, file) => {
    const rows = await restore(databaseUrl, file);
    return `Restored ${countOf(rows)} from ${file}.`;
  });
