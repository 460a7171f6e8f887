/** `npm run restore -- FILE`: the rows of a backup, into an empty database. */
import { countOf } from "../src/store/backup-format.ts";
import { restore } from "../src/store/restore.ts";
import { runOnFile } from "./run-on-file.ts";

await runOnFile({ usage: "restore -- FILE" }, async (databaseUrl, file) => {
  const rows = await restore(databaseUrl, file);
  return `Restored ${countOf(rows)} from ${file}.`;
});
