/** `npm run backup -- FILE`: all rows of the database, while the bot runs. */
import { backUp } from "../src/store/backup.ts";
import { countOf } from "../src/store/backup-format.ts";
import { runOnFile } from "./run-on-file.ts";

await runOnFile("backup", async (databaseUrl, file) => {
  const rows = await backUp(databaseUrl, file);
  return `Backed up ${countOf(rows)} to ${file}.`;
});
