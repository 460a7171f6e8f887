import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

/** Who may import whom: folders and files of src/, then packages. `*` is anything. */
const MAY_IMPORT: Record<string, string[]> = {
  "model.ts": ["zod"],
  "config.ts": ["config", "model.ts", "zod", "croner"],
  config: ["zod"],
  "log.ts": ["pino", "node"],
  "version.ts": ["package.json", "zod"],
  strings: ["model.ts"],
  knowledge: ["model.ts", "zod", "js-yaml", "@orama/stemmers", "porter2", "node"],
  answers: ["model.ts", "knowledge", "minisearch"],
  register: ["model.ts", "knowledge", "answers", "csv-stringify"],
  ingest: [
    "model.ts",
    "knowledge",
    "answers",
    "@mozilla/readability",
    "feedsmith",
    "ipaddr.js",
    "js-yaml",
    "linkedom",
    "robots-parser",
    "undici",
    "zod",
    "node",
  ],
  store: ["kysely", "pg", "zod", "node"],
  digest: ["model.ts", "knowledge", "answers", "register", "croner", "zod"],
  pictures: ["@resvg/resvg-js", "zod", "node"],
  messages: [
    "model.ts",
    "knowledge",
    "answers",
    "register",
    "digest",
    "pictures",
    "strings",
    "zod",
  ],
  "live-base.ts": ["model.ts", "knowledge", "answers", "register", "digest"],
  "product.ts": [
    "product",
    "live-base.ts",
    "model.ts",
    "knowledge",
    "answers",
    "ingest",
    "register",
    "digest",
    "messages",
    "strings",
    "version.ts",
  ],
  product: [
    "live-base.ts",
    "model.ts",
    "knowledge",
    "answers",
    "ingest",
    "register",
    "digest",
    "messages",
    "strings",
    "version.ts",
  ],
  workspaces: ["node"],
  slack: [
    "manifest.json",
    "model.ts",
    "strings",
    "messages",
    "pictures",
    "@slack/bolt",
    "zod",
    "node",
  ],
  preview: ["@slack/bolt", "react", "react-dom", "slack-blocks-to-jsx", "zod", "node"],
  ops: ["log.ts", "node-cron", "prom-client", "node"],
  "serve-slack.ts": ["*"],
  "serve-workspace.ts": ["*"],
  "serve-workspaces.ts": ["*"],
  "shared-fetching.ts": ["product.ts"],
  "serve-preview.ts": ["*"],
  "main.ts": ["*"],
};
/** Their types are known to everyone. */
const TYPES_FOR_ALL = [
  "product",
  "ingest",
  "live-base.ts",
  "store",
  "log.ts",
  "model.ts",
  "product.ts",
  "messages",
  "answers",
  "register",
  "digest",
  "knowledge",
  "strings",
];

test("imports keep their direction", async () => {
  expect(await wrongImports(MAY_IMPORT)).toEqual([]);
});

test("an import against the direction is found", async () => {
  const strict = { ...MAY_IMPORT, answers: ["model.ts", "knowledge"] };
  expect(await wrongImports(strict)).toContain(
    "answers/search/language-index.ts imports minisearch",
  );
});

test("only the search index knows minisearch, and only the configuration the environment", async () => {
  const sources = await readSources();
  const naming = (text: string) =>
    sources.filter((each) => each.code.includes(text)).map((each) => each.path);
  expect(naming('from "minisearch')).toEqual([
    "answers/search/language-index.ts",
    "answers/search/lexicon.ts",
  ]);
  expect(naming("process.env")).toEqual(["config.ts"]);
});

async function wrongImports(allowed: Record<string, string[]>): Promise<string[]> {
  const wrong: string[] = [];
  for (const { path, code } of await readSources()) {
    const home = topOf(path);
    for (const [, kind, names = "", from = ""] of code.matchAll(
      /^(?:import|export(?= \{[^}]*\} from| \* from)) (type )?(?:([^;"]*?) from )?"([^"]+)";/gm,
    )) {
      const target = from.startsWith(".")
        ? topOf(relative("/", join("/", path, "..", from)))
        : packageOf(from);
      const isTypeOnly = kind !== undefined || /^\{\s*(type \w+,?\s*)+\}/.test(names);
      const may = [home, ...(allowed[home] ?? []), ...(isTypeOnly ? TYPES_FOR_ALL : [])];
      if (!may.includes("*") && !may.includes(target)) wrong.push(`${path} imports ${target}`);
    }
  }
  return wrong;
}

function topOf(path: string): string {
  return path.split("/")[0] ?? path;
}

function packageOf(name: string): string {
  if (name.startsWith("node:")) return "node";
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}

async function readSources(): Promise<{ path: string; code: string }[]> {
  const names = await readdir("src", { recursive: true });
  const files = names.filter((name) => name.endsWith(".ts")).toSorted();
  return Promise.all(
    files.map(async (path) => ({ path, code: await readFile(join("src", path), "utf8") })),
  );
}
