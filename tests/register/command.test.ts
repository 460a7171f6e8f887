/** The register from the shell. */
import { execFile } from "node:child_process";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { createRegister } from "../../src/register/deals.ts";

const HEADER = "name,partners,minerals,instrument,date,status,amount,currency,articles";

test("prints every row of the register, as a spreadsheet reads it", async () => {
  const { articles, vocabulary } = await loadKnowledge("knowledge");
  const { output, errors, code } = await deals("--csv", "--language", "fr");
  expect([code, errors]).toEqual([0, ""]);
  expect(output.split("\r\n")[0]).toBe(HEADER);
  const rows: Record<string, string>[] = parse(output, { columns: true });
  const register = createRegister(articles, vocabulary);
  expect(rows.map(({ name, articles: ids }) => [name, ids])).toEqual(
    register.map((row) => [row.name.fr, row.articles.join(";")]),
  );
  expect(output).toContain("Coentreprise pour des parcs éoliens");
});

test("a filter of several words selects, in any language", async () => {
  const [english, russian] = await Promise.all([
    deals("--csv", "uranium", "france"),
    deals("--csv", "уран франция"),
  ]);
  expect(english.output.split("\r\n").length).toBeGreaterThan(2);
  expect(russian.output).toBe(english.output);
});

test("words that mean nothing to a filter are named beside the rows", async () => {
  const { output, errors } = await deals("--csv", "atlantis", "tungsten", "=cmd");
  expect(errors).toMatch(/Not understood, and left out of the filter: atlantis, cmd\./);
  expect(output.split("\r\n")[0]).toBe(HEADER);
});

test.each([
  [["--csv", "--language", "xx"], /language[\s\S]*Usage/],
  [["--csv", "--json"], /one of --csv and --json[\s\S]*Usage/],
  [["--cvs"], /--cvs[\s\S]*Usage/],
])("%j is refused with the usage", async (args, expected) => {
  const { output, errors, code } = await deals(...args);
  expect([code, output]).toEqual([2, ""]);
  expect(errors).toMatch(expected);
});

function deals(...args: string[]): Promise<{ output: string; errors: string; code: number }> {
  return new Promise((resolve) =>
    execFile(process.execPath, ["scripts/deals.ts", ...args], (error, output, errors) =>
      resolve({ output, errors, code: Number(error?.code ?? 0) }),
    ),
  );
}
