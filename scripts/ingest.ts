/** `npm run ingest`: publishes an article from a page, a saved page, or standard input. */
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
import type { DraftOutcome } from "../src/ingest/ingestion.ts";
import { ingestFaultText } from "../src/messages/ingest-faults.ts";
import type { Article } from "../src/model.ts";
import { openIngestion } from "./open-ingestion.ts";
import { orUsage } from "./or-usage.ts";

const USAGE = `Usage: npm run --silent ingest -- [--draft] [--json] ADDRESS
       npm run --silent ingest -- [--draft] [--json] [--url ADDRESS] FILE|-
The page at an address, or a saved one, becomes an article of the base; with --draft it is only shown.`;

/** Who published it, where nobody of Slack did. */
const SHELL = "shell";

const { values, source } = readArguments();
const ingestion = await openIngestion();
try {
  const outcome = await draftOf(source);
  const told = await tell(outcome);
  console.log(values.json ? JSON.stringify(told) : textOf(told));
  if (told.outcome === "refused") process.exitCode = 1;
} finally {
  await ingestion.close();
}

function readArguments() {
  return orUsage(USAGE, () => {
    const read = parseArgs({
      allowPositionals: true,
      options: {
        draft: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        url: { type: "string" },
      },
    });
    const [given, ...more] = read.positionals;
    if (given === undefined || more.length > 0)
      throw new TypeError("Give one address, one file, or - for standard input.");
    return { values: read.values, source: given };
  });
}

async function draftOf(given: string): Promise<DraftOutcome> {
  if (/^https?:\/\//i.test(given)) return ingestion.draft(given);
  const url = values.url ?? null;
  if (given === "-") return ingestion.draftSaved(await buffer(process.stdin), url);
  const bytes = await readFile(given).catch(() => null);
  // What is no file is more likely meant as an address.
  return bytes ? ingestion.draftSaved(bytes, url) : ingestion.draft(given);
}

type Told =
  | { outcome: "published" | "draft"; id: string; article: Article; alsoTold: readonly string[] }
  | { outcome: "known" | "copy"; id: string }
  | { outcome: "refused"; fault: string; reason: string };

async function tell(outcome: DraftOutcome): Promise<Told> {
  switch (outcome.kind) {
    case "failed":
      return {
        outcome: "refused",
        fault: outcome.fault.kind,
        reason: ingestFaultText(outcome.fault, "en"),
      };
    case "draft": {
      const { draft } = outcome;
      const { article, alsoTold } = draft;
      if (values.draft) return { outcome: "draft", id: article.id, article, alsoTold };
      const { id, isNew } = await ingestion.publish(draft, SHELL);
      return isNew ? { outcome: "published", id, article, alsoTold } : { outcome: "known", id };
    }
    default:
      return { outcome: outcome.kind, id: outcome.id };
  }
}

function textOf(told: Told): string {
  switch (told.outcome) {
    case "refused":
      return told.reason;
    case "known":
      return `The base has this article already: ${told.id}.`;
    case "copy":
      return `The base has nearly the same text already: ${told.id}.`;
    default: {
      const { article, alsoTold, outcome, id } = told;
      const { title, publisher, published, facts, minerals, countries } = article;
      return [
        `${outcome === "published" ? "Published" : "Draft"}: ${id}`,
        `${title ?? "(no title)"} · ${publisher} · ${published ?? "date unknown"}`,
        `Minerals: ${minerals.join(", ") || "none"}. Countries: ${countries.join(", ")}.`,
        ...facts.map((fact) => `• ${fact.en}`),
        ...(alsoTold.length > 0 ? [`Also told by: ${alsoTold.join(", ")}`] : []),
      ].join("\n");
    }
  }
}
