/**
 * `npm run backup -- FILE`: all rows of the database, while the bot runs. With `--knowledge FOLDER`,
 * the articles that people published, as knowledge files.
 */
import { writeKnowledge } from "../src/ingest/write-knowledge.ts";
import { backUp } from "../src/store/backup.ts";
import { countOf } from "../src/store/backup-format.ts";
import { readIngested } from "../src/store/read-ingested.ts";
import { runOnFile } from "./run-on-file.ts";

const USAGE = "backup -- FILE\n       npm run backup -- --knowledge FOLDER";

const [first, ...rest] = process.argv.slice(2);
if (first === "--knowledge")
  await runOnFile({ usage: USAGE, given: rest }, async (databaseUrl, folder) => {
    const { written, kept } = await writeKnowledge(await readIngested(databaseUrl), folder);
    const unchanged =
      kept.length > 0 ? ` Left alone, since a file is there: ${kept.join(", ")}.` : "";
    return `Wrote ${written.length} articles to ${folder}.${unchanged}`;
  });
else
  await runOnFile({ usage: USAGE }, async (databaseUrl, file) => {
    const rows = await backUp(databaseUrl, file);
    return `Backed up ${countOf(rows)} to ${file}.`;
  });
