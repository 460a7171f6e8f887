import { config as readEnvFile } from "dotenv";
import { type Config, readConfig } from "../src/config.ts";
import { type Knowledge, loadKnowledge } from "../src/knowledge/load-knowledge.ts";
import type { Article } from "../src/model.ts";
import { readIngested } from "../src/store/read-ingested.ts";

/** The articles of the base and the settings for a command; what is wrong with one is logged. */
export async function openKnowledge() {
  readEnvFile({ quiet: true });
  const config = readConfig({ ...process.env, NODE_ENV: "development" });
  const logLevel = config.logLevel === "info" ? "warn" : config.logLevel;
  const files = await loadKnowledge(config.knowledgeDir);
  if (files.problems.length > 0) {
    const log = await openLog(logLevel);
    for (const problem of files.problems) log.warn(problem);
  }
  const articles = await withIngested(files, config, logLevel);
  return { knowledge: { ...files, articles }, digest: config.digest, logLevel };
}

/** A command that has nothing to log starts without the log. */
async function openLog(level: string) {
  const { createLog } = await import("../src/log.ts");
  return createLog(level);
}

/** With what people published; without it where the database cannot be used. */
async function withIngested(
  { articles: curated }: Knowledge,
  { databaseUrl }: Config,
  logLevel: string,
): Promise<readonly Article[]> {
  try {
    const rows = await readIngested(databaseUrl);
    if (rows.length === 0) return curated;
    const { createBaseSync } = await import("../src/ingest/base-sync.ts");
    let articles: readonly Article[] = curated;
    const base = {
      replace: async (next: readonly Article[]) => {
        articles = next;
      },
    };
    const store = { ingested: { changedAfter: async (rev: number) => (rev === 0 ? rows : []) } };
    const log = await openLog(logLevel);
    await createBaseSync({ base, curated, store, entered: async () => {}, log }).refresh();
    return articles;
  } catch (cause) {
    const log = await openLog(logLevel);
    const reason = cause instanceof Error ? cause.message : String(cause);
    log.warn({ reason }, "articles that were published are left out");
    return curated;
  }
}
