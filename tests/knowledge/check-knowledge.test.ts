import { execFile } from "node:child_process";
import { expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { fact } from "../builders.ts";
import { articleFile, smallBase } from "./small-base.ts";

type Run = { exitCode: number | string; output: string; errors: string };

test("the command finds nothing wrong with the shipped base", async () => {
  const { exitCode, output, errors } = await checkKnowledge("knowledge");
  expect(errors).toBe("");
  expect(output).toMatch(/^\d+ articles, 0 left out, 0 problems\n$/);
  expect(exitCode).toBe(0);
});

test("the command prints a line for each problem and fails", async () => {
  const folder = await smallBase({
    "articles/a.yaml": "",
    "articles/b.yaml": articleFile({ published: "soon" }, "b"),
  });
  const { exitCode, output, errors } = await checkKnowledge(folder);
  expect(errors.trim().split("\n")).toEqual([
    "articles/a.yaml: is empty; write it",
    'articles/b.yaml: "published" is "soon"; use YYYY-MM-DD, YYYY-MM or YYYY',
  ]);
  expect(output).toBe("1 articles, 2 left out, 2 problems\n");
  expect(exitCode).toBe(1);
});

test("the command fails on a problem that leaves no article out", async () => {
  const relations = [{ type: "follows", to: "nowhere" }];
  const folder = await smallBase({ "articles/bad.yaml": articleFile({ relations }) });
  const { exitCode, output } = await checkKnowledge(folder);
  expect(output).toBe("2 articles, 0 left out, 1 problems\n");
  expect(exitCode).toBe(1);
});

test("the command fails on a name that a language lacks, and the program loads the article", async () => {
  const facts = [fact({ en: "France came.", fr: "France est venue.", ru: "Гости приехали." })];
  const folder = await smallBase({ "articles/bad.yaml": articleFile({ facts }) });
  const { exitCode, output, errors } = await checkKnowledge(folder);
  expect(errors).toContain('"facts.first" has the name "France" in en and lacks it in ru');
  expect(output).toBe("2 articles, 0 left out, 1 problems\n");
  expect(exitCode).toBe(1);
  const { articles, problems } = await loadKnowledge(folder);
  expect(articles).toHaveLength(2);
  expect(problems).toEqual([]);
});

test("the command fails on a folder that is not there", async () => {
  expect((await checkKnowledge("/nowhere")).exitCode).toBe(1);
});

function checkKnowledge(folder: string): Promise<Run> {
  const { PATH } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["scripts/check-knowledge.ts"],
      { env: { PATH, KNOWLEDGE_DIR: folder } },
      (error, output, errors) =>
        resolve({ exitCode: error ? (error.code ?? "killed") : 0, output, errors }),
    );
  });
}
