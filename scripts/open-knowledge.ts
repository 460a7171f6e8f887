import { config as readEnvFile } from "dotenv";
import { readConfig } from "../src/config.ts";
import { loadKnowledge } from "../src/knowledge/load-knowledge.ts";

/** The knowledge files and the settings for a command; what is wrong with a file is logged. */
export async function openKnowledge() {
  readEnvFile({ quiet: true });
  const config = readConfig({ ...process.env, NODE_ENV: "development" });
  const logLevel = config.logLevel === "info" ? "warn" : config.logLevel;
  const knowledge = await loadKnowledge(config.knowledgeDir);
  if (knowledge.problems.length > 0) {
    // A command that has nothing to log starts without the log.
    const { createLog } = await import("../src/log.ts");
    const log = createLog(logLevel);
    for (const problem of knowledge.problems) log.warn(problem);
  }
  return { knowledge, digest: config.digest, logLevel };
}
