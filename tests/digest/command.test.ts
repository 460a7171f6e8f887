import { execFile } from "node:child_process";
import { expect, test } from "vitest";
import { z } from "zod";

const Source = z.object({ article: z.string(), url: z.url(), publisher: z.string() });
const Printed = z.object({
  from: z.string(),
  to: z.string(),
  language: z.string(),
  lead: z.string(),
  sections: z.array(
    z.object({
      title: z.string().nullable(),
      items: z.array(
        Source.extend({
          text: z.string(),
          updateOf: z.string().nullable(),
          published: z.string().nullable(),
          sources: z.array(Source).min(1),
        }),
      ),
    }),
  ),
  deals: z.array(z.object({ name: z.string(), status: z.string(), articles: z.array(z.string()) })),
  leftOut: z.number(),
});

const WEEK = ["--from", "2025-11-03", "--to", "2025-11-10"];

test("the command prints the edition of a window as one JSON object", async () => {
  const edition = Printed.parse(JSON.parse(await digest(...WEEK, "--language", "fr", "--json")));
  expect(edition).toMatchObject({ from: "2025-11-03", to: "2025-11-10", language: "fr" });
  const items = edition.sections.flatMap((section) => section.items);
  expect(items.flatMap(({ sources }) => sources.map(({ article }) => article)).toSorted()).toEqual([
    "cove-tungsten-announcement-2025",
    "euronews-fr-c51-2025",
    "qazinform-kz-us-mou-2025",
    "reuters-cove-tungsten-2025",
    "rtvi-us-mou-2025",
    "trend-tungsten-410kt-2025",
  ]);
  expect(edition.lead).toContain("3–9 novembre 2025");
});

test("the command prints the same for people", async () => {
  const text = await digest(...WEEK, "--language", "ru", "--filter", "вольфрам");
  expect(text).toMatch(/^Критически важные минералы Казахстана · 3–9 ноября 2025 г\. — 1 новость/);
  expect(text).toContain("Вольфрам (1)");
});

function digest(...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ["scripts/digest.ts", ...args],
      { env: { PATH: process.env.PATH } },
      (error, output) => (error ? reject(error) : resolve(output)),
    );
  });
}
