import { parse } from "csv-parse/sync";
import { array, constantFrom, option, record, tuple } from "fast-check";
import { expect } from "vitest";
import { LANGUAGES } from "../../src/model.ts";
import type { DealRow } from "../../src/register/deals.ts";
import { dealsCsv } from "../../src/register/deals-csv.ts";
import { translated } from "../builders.ts";
import { property } from "./property.ts";
import { text } from "./texts.ts";

const FORMULAS = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  '=HYPERLINK("https://evil.example/")',
  "\t=1",
  "\r=1",
  "\n@x",
  '"=1"',
  "' =1",
  "\uff1d1",
  "=cmd|' /C calc'!A0",
  ";=1",
  "|",
];
const cell = tuple(option(constantFrom(...FORMULAS), { nil: "" }), text).map((two) =>
  two.join("").toWellFormed(),
);
const row = record({
  name: cell,
  partners: array(cell, { maxLength: 2 }),
  minerals: array(cell, { maxLength: 2 }),
  amount: constantFrom(null, 1, 1.5, 1e21),
});

property(
  "the register is one table to every reader, and runs nothing in any",
  {
    of: tuple(array(row, { maxLength: 5 }), constantFrom(...LANGUAGES), constantFrom(true, false)),
    runs: 250,
  },
  ([rows, language, hasMark]) => {
    const written = dealsCsv(rows.map(asDeal), { language, hasMark });
    const [header, ...records]: string[][] = parse(written, {
      bom: true,
      record_delimiter: "\r\n",
    });
    expect(header).toHaveLength(9);
    expect(records).toHaveLength(rows.length);
    for (const [at, cells] of records.entries()) {
      expect(cells).toHaveLength(9);
      const { name = "", partners = [], minerals = [] } = rows[at] ?? {};
      const given = [name, partners.join(";"), minerals.join(";")];
      for (const [column, source] of given.entries())
        expect([source, `'${source}`]).toContain(cells[column]);
      for (const each of cells)
        expect(each).not.toMatch(/^[\s"\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/);
    }
  },
);

function asDeal({
  name,
  ...rest
}: {
  name: string;
  partners: string[];
  minerals: string[];
  amount: number | null;
}): DealRow {
  return {
    ...rest,
    id: "a/b",
    name: translated(name),
    excerpts: null,
    organisations: [],
    instrument: null,
    date: "2024-06-12",
    status: "signed",
    currency: null,
    articles: ["a"],
    conflicts: [],
    told: [],
  };
}
