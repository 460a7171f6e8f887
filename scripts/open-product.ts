import { config as readEnvFile } from "dotenv";
import { readConfig } from "../src/config.ts";
import { loadKnowledge } from "../src/knowledge/load-knowledge.ts";
import { createLog } from "../src/log.ts";
import { createProduct } from "../src/product.ts";
import { openStore } from "../src/store/store.ts";

/** The product for a command: over the knowledge files, with a memory that ends with the command. */
export async function openProduct() {
  readEnvFile({ quiet: true });
  const { knowledgeDir, digest, logLevel } = readConfig({
    ...process.env,
    NODE_ENV: "development",
  });
  const log = createLog(logLevel === "info" ? "warn" : logLevel);
  const knowledge = await loadKnowledge(knowledgeDir);
  for (const problem of knowledge.problems) log.warn(problem);
  const store = await openStore("sqlite::memory:");
  const product = await createProduct({ knowledge, digest, store, now: () => new Date(), log });
  return { product, knowledge, digest, close: () => store.close() };
}
