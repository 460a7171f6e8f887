import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Knowledge, loadKnowledge } from "../src/knowledge/load-knowledge.ts";

/** Five articles that tests can know by heart; the base grows, and these stay as they are. */
const SEEDS = [
  "korea-lithium-2024",
  "france-critical-metals-2023",
  "china-ev-production",
  "france-titanium-2024",
  "us-critical-minerals-mou-2025",
];

/** The shipped vocabulary with the five articles alone. */
export async function loadSeedKnowledge(): Promise<Knowledge> {
  const knowledge = await loadKnowledge("knowledge");
  return { ...knowledge, articles: knowledge.articles.filter(({ id }) => SEEDS.includes(id)) };
}

/** A knowledge folder that holds the five articles alone. */
export async function copySeedKnowledge(directory: string): Promise<void> {
  await cp("knowledge/vocabulary", join(directory, "vocabulary"), { recursive: true });
  await mkdir(join(directory, "articles"));
  for (const id of SEEDS)
    await cp(`knowledge/articles/${id}.yaml`, join(directory, `articles/${id}.yaml`));
}
