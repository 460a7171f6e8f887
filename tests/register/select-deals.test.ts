import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { parseFilter } from "../../src/answers/filter.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { createRegister } from "../../src/register/deals.ts";
import { dealsCsv } from "../../src/register/deals-csv.ts";
import { selectDeals } from "../../src/register/select-deals.ts";
import { article, deal } from "../builders.ts";

const { articles, vocabulary } = await loadKnowledge("knowledge");
const register = createRegister(articles, vocabulary);

function select(text: string) {
  const filter = parseFilter({ text, today: "2026-11-21", vocabulary });
  expect(filter.notUnderstood).toEqual([]);
  return selectDeals(register, filter, vocabulary);
}

test.each(["uranium France", "uranium de la France", "уран Франция"])(
  "%s selects the deals on it with her",
  (text) => {
    const rows = select(text);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.partners).toContain("FR");
      expect(row.minerals.length === 0 || row.minerals.includes("uranium")).toBe(true);
    }
  },
);

test.each([
  ["cancelled deals", "cancelled"],
  ["en négociation", "negotiating"],
])("%s selects by the stage that was told last", (text, status) => {
  const rows = select(text);
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map((row) => row.status))).toEqual(new Set([status]));
});

test("a period selects by the date of the deal, and leaves out those without one", () => {
  const rows = select("since:2025-06");
  expect(rows.length).toBeGreaterThan(0);
  for (const { date } of rows) expect((date ?? "") >= "2025").toBe(true);
});

test("the file is read back as it was written, accents and lists included", () => {
  const rows: Record<string, string>[] = parse(dealsCsv(register, { language: "fr" }), {
    columns: true,
  });
  expect(rows.map(({ name }) => name)).toEqual(register.map(({ name }) => name.fr));
  expect(rows.map(({ articles: ids }) => ids)).toEqual(
    register.map((row) => row.articles.join(";")),
  );
  const [header] = dealsCsv(register, { language: "en" }).split("\r\n");
  expect(header).toBe("name,partners,minerals,instrument,date,status,amount,currency,articles");
});

test("a name that a spreadsheet would run is shown as text", () => {
  const name = { en: '=HYPERLINK("http://x")', fr: "-1+1", ru: "@SUM(A1)" };
  const rows = createRegister([article({ deals: [deal({ name })] })], vocabulary);
  for (const language of ["en", "fr", "ru"] as const) {
    const [, row = ""] = dealsCsv(rows, { language }).split("\r\n");
    expect(row).toMatch(/^"?'/);
  }
});
