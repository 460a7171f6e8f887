import { config as readEnvFile } from "dotenv";
import { readConfig } from "../src/config.ts";
import { localDay } from "../src/digest/schedule.ts";
import { createBaseSync } from "../src/ingest/base-sync.ts";
import { createIngestion, type Ingestion } from "../src/ingest/ingestion.ts";
import { loadKnowledge } from "../src/knowledge/load-knowledge.ts";
import { createLog } from "../src/log.ts";
import type { Article } from "../src/model.ts";
import { openStore } from "../src/store/store.ts";

/** Ingestion into the database of the settings, without a program that serves. */
export async function openIngestion(): Promise<Ingestion> {
  readEnvFile({ quiet: true });
  const config = readConfig({ ...process.env, NODE_ENV: "development" });
  const log = createLog(config.logLevel === "info" ? "warn" : config.logLevel);
  const { articles: curated, vocabulary } = await loadKnowledge(config.knowledgeDir);
  const store = await openStore(config.databaseUrl, log);
  let articles: readonly Article[] = curated;
  const base = {
    articles: () => articles,
    replace: async (next: typeof articles) => {
      articles = next;
    },
  };
  const { refresh } = createBaseSync({ base, curated, store, entered: async () => {}, log });
  await refresh();
  const ingestion = createIngestion({
    base,
    vocabulary,
    store,
    refresh,
    openFetching: async () => {
      const { openFetching } = await import("../src/ingest/fetching.ts");
      return openFetching({ allowed: new Set(config.ingestAllow), now: store.clock.now });
    },
    today: () => localDay(store.clock.now(), config.digest.timeZone),
    now: store.clock.now,
  });
  return {
    ...ingestion,
    close: async () => {
      await ingestion.close();
      await store.close();
    },
  };
}
