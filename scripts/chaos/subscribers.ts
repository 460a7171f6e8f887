/** A thousand channels whose digest is due now, and a base with one piece of news. */
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { plainSubscription, rowOf } from "../../src/digest/subscription.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { createLog } from "../../src/log.ts";
import { createProduct } from "../../src/product.ts";
import { openStore, type Store } from "../../src/store/store.ts";

const DAILY = { cron: "0 0 * * *", timeZone: "UTC", language: "en" } as const;

/** Writes a knowledge folder: the shipped vocabulary, and an article with a deal that was news yesterday. */
export async function writeNews(folder: string, now: Date): Promise<void> {
  await cp("knowledge/vocabulary", join(folder, "vocabulary"), { recursive: true });
  await mkdir(join(folder, "articles"));
  // JSON is YAML.
  await writeFile(join(folder, "articles", "news.yaml"), JSON.stringify(newsArticle(now)));
}

/** An article with a deal that was news the day before. */
export function newsArticle(now: Date) {
  const text = (words: string) => ({ en: words, fr: words, ru: words });
  const yesterday = new Date(now.getTime() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const deal = {
    id: "pact",
    name: text("A pact on lithium"),
    parties: ["KZ", "KR"],
    ...{ date: yesterday, status: "signed", amount: null, currency: null },
  };
  return {
    id: "news",
    url: "https://news.example/one",
    publisher: "The Example",
    title: "News of lithium",
    title_basis: "page",
    language: "en",
    published: yesterday,
    date_basis: "page",
    evidence_confidence: "high",
    evidence_text: "full",
    event_type: "agreement",
    countries: ["KR"],
    minerals: ["lithium"],
    organisations: [],
    people: [],
    headline: text("There is news of lithium."),
    facts: [{ id: "first", ...text("A plain statement on lithium.") }],
    deals: [deal],
    relations: [],
  };
}

/** Subscribes channels to a daily digest whose next run is this very moment. */
export async function subscribe({
  store,
  workspace,
  channels,
  now,
}: {
  store: Store;
  workspace: string;
  channels: readonly string[];
  now: Date;
}): Promise<void> {
  for (const channel of channels)
    await store.digest.addSubscription(
      rowOf(
        { ...plainSubscription(DAILY), id: channel, workspace, channel, owner: "U0CHAOS" },
        now,
      ),
    );
}

/** How many messages an edition has: composed once, aside from everything that is tried. */
export async function messagesPerEdition(knowledgeDir: string, now: Date): Promise<number> {
  const store = await openStore("sqlite::memory:");
  const log = createLog("silent");
  const knowledge = await loadKnowledge(knowledgeDir);
  const product = await createProduct({ knowledge, digest: DAILY, store, now: () => now, log });
  await subscribe({ store, workspace: "T0CHAOS", channels: ["C0"], now });
  await product.planDigests(() => null);
  const { waiting } = await product.outbox.counts();
  await store.close();
  return waiting;
}
