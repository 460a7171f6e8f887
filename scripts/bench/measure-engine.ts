/** A process of its own for one engine at one size, so that none warms or burdens another. */
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { z } from "zod";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { readQuestions } from "../evaluate/golden.ts";
import { percentile } from "../measure/percentile.ts";
import { ENGINES, isEngineName } from "./engines.ts";
import { recombinedFacts } from "./facts.ts";
import { EngineMeasure } from "./scale.ts";

/** A slow engine is measured by the queries that it came to. */
const MAX_QUERIES_MS = 15_000;
const ROUNDS = 3;
const FACTS_OF_AN_ARTICLE = 10;
/** Lets the delay monitor take its samples. */
const SETTLE_MS = 30;

const Arguments = z.tuple([z.string(), z.coerce.number(), z.string(), z.string()]);
const [name, size, knowledgeDir, golden] = Arguments.parse(process.argv.slice(2));
if (!isEngineName(name)) throw new Error(`no engine is called "${name}"`);

const knowledge = await loadKnowledge(knowledgeDir);
const facts = recombinedFacts(knowledge, size + FACTS_OF_AN_ARTICLE);
const documents = facts.slice(0, size);
const queries = (await readQuestions(golden)).filter(({ language }) => language === "en");
setFlagsFromString("--expose-gc");
const collectGarbage = z.function({ output: z.unknown() }).parse(runInNewContext("gc"));

const started = performance.now();
await ENGINES[name](facts.slice(size), "en");
const loadMs = performance.now() - started;
collectGarbage();
const heapBefore = process.memoryUsage().heapUsed;
const building = performance.now();
const { result: engine, blockMs } = await watched(() => ENGINES[name](documents, "en"));
const buildMs = performance.now() - building;
await engine.search(queries[0]?.question ?? "", 10);
const firstHitMs = performance.now() - building;
collectGarbage();
const heapMb = (process.memoryUsage().heapUsed - heapBefore) / 2 ** 20;
const times = await queryTimes();
const { blockMs: addBlockMs } = await watched(async () => engine.add(facts.slice(size)));

const measure: EngineMeasure = {
  startMs: processStartMs() + loadMs + firstHitMs,
  buildMs,
  p50Ms: percentile(times, 0.5),
  p99Ms: percentile(times, 0.99),
  queries: times.length,
  heapMb,
  blockMs,
  addBlockMs,
};
console.log(JSON.stringify(EngineMeasure.parse(measure)));

/** The middle one of three times for each query, since the machine may be doing other things. */
async function queryTimes(): Promise<number[]> {
  const deadline = performance.now() + MAX_QUERIES_MS;
  const rounds: number[][] = queries.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, { question }] of queries.entries()) {
      const before = performance.now();
      if (before > deadline) break;
      await engine.search(question, 10);
      rounds[at]?.push(performance.now() - before);
    }
  return rounds.filter((times) => times.length > 0).map((times) => percentile(times, 0.5));
}

/** What an action gives, and how long it kept the event loop from turning. */
async function watched<Result>(act: () => Promise<Result>) {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  await pause(SETTLE_MS);
  delays.reset();
  // The first sample after a reset is lost, so it must not be the one that counts.
  await pause(SETTLE_MS);
  const result = await act();
  await pause(SETTLE_MS);
  delays.disable();
  return { result, blockMs: delays.max / 1e6 };
}

/** From the start of the process until its first line ran; the facts are made up, and left out. */
function processStartMs(): number {
  const { bootstrapComplete, nodeStart } = performance.nodeTiming;
  return bootstrapComplete - nodeStart;
}
