/**
 * `npm run backup -- FILE`: all rows of the database, while the bot runs. With `--knowledge FOLDER`,
 * the articles that people published, as knowledge files. With `--workspaces FOLDER`, the database
 * of each workspace besides the main one.
 */
import { writeKnowledge } from "../src/ingest/write-knowledge.ts";
import { backUp } from "../src/store/backup.ts";
import { countOf, linesOf } from "../src/store/backup-format.ts";
import { backUpAll, installedTeams } from "../src/store/backup-workspaces.ts";
import { readIngested } from "../src/store/read-ingested.ts";
import { runOnFile } from "./run-on-file.ts";

const USAGE =
  "backup -- FILE\n       npm run backup -- --knowledge FOLDER\n       npm run backup -- --workspaces FOLDER";

const [first, ...rest] = process.argv.slice(2);
if (first === "--knowledge")
  await runOnFile({ usage: USAGE, given: rest }, async (databaseUrl, folder) => {
    const { written, kept } = await writeKnowledge(await readIngested(databaseUrl), folder);
    const unchanged =
      kept.length > 0 ? ` Left alone, since a file is there: ${kept.join(", ")}.` : "";
    return `Wrote ${written.length} articles to ${folder}.${unchanged}`;
  });
else if (first === "--workspaces")
  await runOnFile({ usage: USAGE, given: rest }, async (databaseUrl, folder) =>
    linesOf(await backUpAll(databaseUrl, folder), (rows) => `Backed up ${rows} to ${folder}`),
  );
else
  await runOnFile({ usage: USAGE }, async (databaseUrl, file) => {
    const rows = await backUp(databaseUrl, file);
    const others = await installedTeams(databaseUrl);
    const more =
      others.length > 0
        ? ` ${others.length} workspaces have databases of their own, which are not in it: use --workspaces FOLDER.`
        : "";
    return `Backed up ${countOf(rows)} to ${file}.${more}`;
  });
