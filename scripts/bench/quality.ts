/** How good the order of an engine's hits is. */
import { detectLanguage } from "../../src/answers/question/language.ts";
import { LANGUAGES, type Language } from "../../src/model.ts";
import type { Collection } from "./collection.ts";
import { ENGINES, type Engine, type EngineName } from "./engines.ts";

export type Quality = { ndcg: number; mrr: number; recall: number; questions: number };

const DEPTH = 10;
/** An engine that needs longer for a collection is judged by the questions it came to. */
const MAX_MS = 120_000;

/** Means over the questions of a collection, at ten hits. */
export async function measureQuality(
  { documents, questions }: Collection,
  name: EngineName,
): Promise<Quality> {
  const search = await searchOf(name, documents);
  const deadline = performance.now() + MAX_MS;
  const judged: Omit<Quality, "questions">[] = [];
  for (const question of questions) {
    if (performance.now() > deadline) break;
    judged.push(judge(await search(question), question.relevant));
  }
  const mean = (of: "ndcg" | "mrr" | "recall") =>
    judged.reduce((sum, each) => sum + each[of], 0) / Math.max(judged.length, 1);
  return {
    ndcg: mean("ndcg"),
    mrr: mean("mrr"),
    recall: mean("recall"),
    questions: judged.length,
  };
}

type Search = (question: Collection["questions"][number]) => Promise<string[]>;

/** Peers know one language at a time: they get an index for each, and are told the question's. */
async function searchOf(name: EngineName, documents: Collection["documents"]): Promise<Search> {
  if (name === "product") {
    const engine = await ENGINES.product(documents);
    return async ({ text }) => engine.search(text, DEPTH);
  }
  const engines = new Map<Language, Engine>();
  for (const language of LANGUAGES) {
    const own = documents.filter((document) => document.language === language);
    if (own.length > 0) engines.set(language, await ENGINES[name](own, language));
  }
  return async ({ text, language = detectLanguage(text, { languagesOf: () => [] }) }) => {
    const engine = engines.get(language) ?? engines.values().next().value;
    return engine ? engine.search(text, DEPTH) : [];
  };
}

/** nDCG (gain is the grade), reciprocal rank of the first right hit, share of right ones found. */
function judge(found: readonly string[], relevant: ReadonlyMap<string, number>) {
  const first = found.findIndex((id) => relevant.has(id));
  const best = [...relevant.values()].toSorted((left, right) => right - left).slice(0, DEPTH);
  const right = found.filter((id) => relevant.has(id)).length;
  return {
    ndcg: gain(found.map((id) => relevant.get(id) ?? 0)) / (gain(best) || 1),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    recall: right / Math.max(Math.min(relevant.size, DEPTH), 1),
  };
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, at) => sum + grade / Math.log2(at + 2), 0);
}
