import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { parseFilter } from "../../src/answers/filter.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { createRegister } from "../../src/register/deals.ts";
import { dealsCsv } from "../../src/register/deals-csv.ts";
import { selectDeals } from "../../src/register/select-deals.ts";
import { totalsOf } from "../../src/register/totals.ts";
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

test.each([
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\u0022=1+1\u0022",
  "'=1",
  " =1",
  "\u200b=1",
  "＝1",
  "=1,2",
])("a name that a spreadsheet would run is shown as text: %s", (text) => {
  const name = { en: text, fr: text, ru: text };
  const rows = createRegister([article({ deals: [deal({ name })] })], vocabulary);
  const [, row]: string[][] = parse(dealsCsv(rows, { language: "en" }));
  expect(row?.[0]).toBe(`'${text}`);
});

test("a party that a spreadsheet would run is shown as text too", () => {
  const rows = createRegister([article({ deals: [deal({ parties: ["=1+1"] })] })], vocabulary);
  const [, row]: string[][] = parse(dealsCsv(rows, { language: "en" }));
  expect(row?.[1]).toBe("'=1+1");
});

test.each(["\tx", "\rx", "\nx", "two\nlines", "two\rlines", 'a "quoted", name'])(
  "a name stays one cell: %j",
  (text) => {
    const name = { en: text, fr: text, ru: text };
    const rows = createRegister([article({ deals: [deal({ name })] })], vocabulary);
    const [, row, ...more]: string[][] = parse(dealsCsv(rows, { language: "en" }));
    expect(more).toEqual([]);
    expect(row?.[0]?.replace(/^'/, "")).toBe(text);
  },
);

test("totals never mix currencies, and say what they leave out", () => {
  const amount = (amount: number | null, currency: string | null) => ({ amount, currency });
  const article1 = article({
    deals: [
      deal({ id: "a", name: named("one"), parties: ["FR"], ...amount(0.1, "EUR") }),
      deal({ id: "b", name: named("two"), parties: ["CN"], ...amount(0.2, "EUR") }),
      deal({ id: "c", name: named("three"), parties: ["JP"], ...amount(5, "USD") }),
      deal({ id: "d", name: named("four"), parties: ["KR"], ...amount(7, null) }),
      deal({ id: "e", name: named("five"), parties: ["DE"], ...amount(null, null) }),
    ],
  });
  expect(totalsOf(createRegister([article1], vocabulary))).toEqual({
    statuses: [{ status: "signed", deals: 5 }],
    amounts: expect.arrayContaining([
      { currency: "EUR", amount: 0.3, deals: 2 },
      { currency: "USD", amount: 5, deals: 1 },
      { currency: null, amount: 7, deals: 1 },
    ]),
    blank: 1,
    differing: 0,
  });
});

function named(name: string) {
  return { en: name, fr: name, ru: name };
}
