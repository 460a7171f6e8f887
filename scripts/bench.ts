/** `npm run bench`: the product's search beside others, in one run on one machine. */
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { z } from "zod";
import { readConfig } from "../src/config.ts";
import { loadKnowledge } from "../src/knowledge/load-knowledge.ts";
import { type AnswersMeasure, measureAnswers } from "./bench/answers.ts";
import { type Collection, goldenCollections, readCollection } from "./bench/collection.ts";
import { ENGINE_NAMES } from "./bench/engines.ts";
import { type IngestMeasure, measureIngest } from "./bench/ingest.ts";
import { measurePublishing, type PublishingMeasure } from "./bench/publishing.ts";
import { measureQuality, type Quality } from "./bench/quality.ts";
import { type EngineMeasure, measureEngine } from "./bench/scale.ts";
import { measureStarts, type StartsMeasure } from "./bench/starts.ts";
import { readQuestions } from "./evaluate/golden.ts";

const USAGE = `Usage: npm run --silent bench -- [--collection FILE]… [--sizes 1000,10000,100000] [--json]
A collection is JSON: { "documents": [{ "id", "title", "text", "language" }],
  "questions": [{ "text", "language"?, "relevant": [ids] or { id: grade } }] }
--sizes none leaves out time and memory.`;
const GOLDEN = "tests/golden/base.yaml";
/** Golden questions were written for this day. */
const TODAY = "2026-11-21";
const MAX_SIZE = 1_000_000;

const { files, sizes, json } = readArguments();
const { knowledgeDir } = readConfig();
const knowledge = await loadKnowledge(knowledgeDir);
const golden = await readQuestions(GOLDEN);
const leftOut: string[] = [];

const collections = [
  ...(await Promise.all(files.map(readCollection))),
  ...goldenCollections(knowledge, golden),
];
const quality = [];
for (const collection of collections) quality.push(await compareQuality(collection));
const scale = [];
for (const size of sizes) scale.push(await compareScale(size));
const questions = golden.map(({ question }) => question);
const answers = await measureAnswers(knowledge, questions, TODAY);
printAnswers(answers);
const starts = await measureStarts();
printStarts(starts);
const ingest = await measureIngest(knowledge.articles);
printIngest(ingest);
const publishing = await measurePublishing(knowledge);
printPublishing(publishing);
for (const each of leftOut) console.log(`Left out: ${each}.`);
const machine = {
  cpu: cpus()[0]?.model ?? "",
  cores: availableParallelism(),
  node: process.version,
};
console.log(`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}`);
if (json)
  console.log(
    JSON.stringify({ machine, quality, scale, answers, starts, ingest, publishing, leftOut }),
  );

function printPublishing(measures: readonly PublishingMeasure[]): void {
  for (const { replicas, p50, p99 } of measures)
    console.log(
      `Published until found by ${replicas === 1 ? "the process that published" : `all of ${replicas} processes`}: p50 ${rounded(p50, 0)} ms, p99 ${rounded(p99, 0)} ms`,
    );
}

function printIngest({ feedEntriesPerSecond, pagesPerSecond, copies }: IngestMeasure): void {
  const { pairs, precision, recall } = copies;
  console.log(
    `\nIngestion: ${feedEntriesPerSecond} entries of feeds and ${pagesPerSecond} pages a second; copies among ${pairs} pairs of texts: precision ${rounded(precision, 3)}, recall ${rounded(recall, 3)}`,
  );
}

async function compareQuality(collection: Collection) {
  const { name, documents } = collection;
  const engines: Record<string, Quality> = {};
  for (const engine of ENGINE_NAMES) {
    const measured = await measureQuality(collection, engine);
    engines[engine] = measured;
    if (measured.questions < collection.questions.length)
      leftOut.push(
        `${collection.questions.length - measured.questions} questions of ${name} for ${engine}, which took too long`,
      );
  }
  console.log(`\n${name}: ${documents.length} documents, ${collection.questions.length} questions`);
  console.table(
    mapValues(engines, (engine) => ({
      "nDCG@10": rounded(engine.ndcg, 3),
      "MRR@10": rounded(engine.mrr, 3),
      "recall@10": rounded(engine.recall, 3),
      "nDCG to product": rounded(engine.ndcg / (engines.product?.ndcg || 1), 2),
    })),
  );
  return {
    collection: name,
    documents: documents.length,
    questions: collection.questions.length,
    engines,
  };
}

async function compareScale(size: number) {
  const engines: Record<string, EngineMeasure> = {};
  for (const name of ENGINE_NAMES) {
    const measured = await measureEngine({ name, size, knowledgeDir, golden: GOLDEN });
    if (measured) engines[name] = measured;
    else leftOut.push(`${name} over ${size} facts, which took too long`);
  }
  const { product } = engines;
  console.log(`\n${size} facts of 25 words`);
  console.table(
    mapValues(engines, (engine) => ({
      "start ms": rounded(engine.startMs, 0),
      "build ms": rounded(engine.buildMs, 0),
      "p50 ms": rounded(engine.p50Ms, 2),
      "p99 ms": rounded(engine.p99Ms, 2),
      "p99 to product": rounded(engine.p99Ms / (product?.p99Ms || 1), 1),
      "heap MB": rounded(engine.heapMb, 0),
      "heap to product": rounded(engine.heapMb / (product?.heapMb || 1), 1),
      "block, building ms": rounded(engine.blockMs, 0),
      "block, adding ms": rounded(engine.addBlockMs, 0),
    })),
  );
  return { size, engines };
}

function printAnswers({ facts, questions, perSecond, p50Ms, p99Ms }: AnswersMeasure) {
  console.log(
    `\nWhole answers over ${facts} facts, ${questions} questions: ${rounded(perSecond, 0)} a second on one core, p50 ${rounded(p50Ms, 2)} ms, p99 ${rounded(p99Ms, 2)} ms`,
  );
}

function printStarts(starts: StartsMeasure) {
  const ms = (first: number, later: number) =>
    `${rounded(first, 0)} ms, later ${rounded(later, 0)} ms`;
  console.log(
    `Process start to first answer ${ms(starts.firstStartToAnswerMs, starts.startToAnswerMs)}; to the page of the preview ${ms(starts.firstStartToPreviewMs, starts.startToPreviewMs)}, which then holds ${rounded(starts.previewMb ?? Number.NaN, 0)} MB`,
  );
}

function mapValues<Value, Mapped>(
  record: Record<string, Value>,
  map: (value: Value) => Mapped,
): Record<string, Mapped> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        collection: { type: "string", multiple: true, default: [] },
        sizes: { type: "string", default: "1000,10000,100000" },
        json: { type: "boolean", default: false },
      },
    });
    const listed = values.sizes === "none" ? [] : values.sizes.split(",");
    const read = z.array(z.coerce.number().int().positive().max(MAX_SIZE)).parse(listed);
    return { files: values.collection, sizes: read, json: values.json };
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    console.error(`${reason}\n${USAGE}`);
    process.exit(2);
  }
}
