/** How long a published article takes until questions find it: in one process, and in three. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createBaseSync } from "../../src/ingest/base-sync.ts";
import { inEveryLanguage } from "../../src/knowledge/excerpts.ts";
import type { Knowledge } from "../../src/knowledge/load-knowledge.ts";
import { createLiveBase } from "../../src/live-base.ts";
import { createLog } from "../../src/log.ts";
import type { Article } from "../../src/model.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { percentile } from "../measure/percentile.ts";
import { startPostgres } from "../postgres/start-postgres.ts";

/** Milliseconds from the publication until the last process finds the article. */
export type PublishingMeasure = { replicas: number; p50: number; p99: number };

const ROUNDS = 50;
const REPLICAS = 3;

export async function measurePublishing(knowledge: Knowledge): Promise<PublishingMeasure[]> {
  const folder = await mkdtemp(join(tmpdir(), "kzminerals-bench-"));
  const server = await startPostgres();
  try {
    return [
      await measure(knowledge, [`sqlite:${join(folder, "bench.db")}`]),
      await measure(
        knowledge,
        Array.from({ length: REPLICAS }, () => server.url),
      ),
    ];
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  knowledge: Knowledge,
  addresses: readonly string[],
): Promise<PublishingMeasure> {
  const replicas = await Promise.all(addresses.map((address) => openReplica(knowledge, address)));
  const [first] = replicas;
  if (!first) throw new RangeError("Nobody publishes.");
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const article = articleOf(round, knowledge);
    const found = replicas.map((replica) => replica.finds(article.id));
    const before = performance.now();
    await publish(first.store, article);
    await first.refresh();
    await Promise.all(found);
    times.push(performance.now() - before);
  }
  for (const replica of replicas) await replica.close();
  return { replicas: replicas.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** A process's base, kept in step as the program keeps it. */
async function openReplica({ articles, vocabulary }: Knowledge, address: string) {
  const store = await openStore(address);
  const base = await createLiveBase(articles, vocabulary);
  const waiting = new Map<string, () => void>();
  const { refresh } = createBaseSync({
    base,
    curated: articles,
    store,
    entered: async (ids) => {
      for (const id of ids) waiting.get(id)?.();
    },
    log: createLog("silent"),
  });
  await refresh();
  const listening = await store.listen(() => void refresh());
  return {
    store,
    refresh,
    finds: (id: string) => new Promise<void>((resolve) => waiting.set(id, resolve)),
    close: async () => {
      await listening.stop();
      await store.close();
    },
  };
}

function articleOf(round: number, { articles }: Knowledge): Article {
  const [some] = articles;
  if (!some) throw new RangeError("The base has no article.");
  const text = `Report ${round} says that Kazakhstan mined ${round} tonnes of gallium.`;
  return {
    ...some,
    id: `bench-${round}`,
    url: `https://bench.example/${round}`,
    excerpts: "en",
    headline: inEveryLanguage(text),
    facts: [{ id: "excerpt-1", ...inEveryLanguage(text) }],
    deals: [],
    relations: [],
  };
}

async function publish(store: Store, article: Article): Promise<void> {
  const { id, url } = article;
  await store.ingested.publish(
    { id, url, article: JSON.stringify(article), fingerprint: "[]", paragraphs: null },
    { changedBy: "bench", now: new Date() },
  );
}
