import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { draftArticle } from "../../src/ingest/draft.ts";
import { writeKnowledge } from "../../src/ingest/write-knowledge.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { copySeedKnowledge } from "../seed-knowledge.ts";
import { temporaryFolder } from "../temporary.ts";

const { vocabulary } = await loadKnowledge("knowledge");

const PARAGRAPHS = [
  "Казахстан и Япония подписали 12 ноября 2026 года меморандум о поставках галлия на 20 млн долларов.",
  "Компания ERG начнёт производство галлия в Павлодаре в 2026 году, сообщило министерство промышленности Казахстана.",
  "Казахстан экспортировал в Корею 12 тонн галлия в 2025 году: «это только начало», сообщило министерство, и планирует рост.",
];

function published() {
  const drafted = draftArticle(
    {
      url: "https://outlet.example/1",
      title: "Галлий: поедет в Японию",
      publisher: "Outlet",
      language: "ru",
      published: "2026-11-20",
      dateBasis: "page",
      paragraphs: [...PARAGRAPHS, ...PARAGRAPHS],
      isPaid: false,
    },
    { vocabulary, today: "2026-11-22" },
  );
  if (drafted.kind !== "draft") throw new Error(JSON.stringify(drafted));
  const { article } = drafted;
  const row = {
    id: article.id,
    url: article.url,
    fingerprint: "[]",
    paragraphs: null,
    version: 1,
    rev: 1,
  };
  return { article, row: { ...row, article: JSON.stringify(article) } };
}

test("a published article becomes a file that loads as the same article", async () => {
  const folder = await temporaryFolder();
  await copySeedKnowledge(folder);
  const { article, row } = published();
  const articles = join(folder, "articles");
  expect(await writeKnowledge([row, { ...row, id: "gone", article: null }], articles)).toEqual({
    written: [article.id],
    kept: [],
  });
  const { articles: loaded, problems } = await loadKnowledge(folder, { comparesTexts: true });
  expect(problems.filter((problem) => problem.includes(article.id))).toEqual([]);
  expect(loaded.find(({ id }) => id === article.id)).toEqual(article);
  const text = await readFile(join(articles, `${article.id}.yaml`), "utf8");
  expect(text.split(PARAGRAPHS[1] ?? "")).toHaveLength(2);
});

test("a file that somebody improved stays as it is", async () => {
  const folder = await temporaryFolder();
  const { article, row } = published();
  await writeFile(join(folder, `${article.id}.yaml`), "improved");
  expect(await writeKnowledge([row], folder)).toEqual({ written: [], kept: [article.id] });
  expect(await readFile(join(folder, `${article.id}.yaml`), "utf8")).toBe("improved");
});
