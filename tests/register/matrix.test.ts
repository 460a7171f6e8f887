import { expect, test } from "vitest";
import { parseFilter } from "../../src/answers/filter.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { matrixMessage } from "../../src/messages/matrix-message.ts";
import { LANGUAGES } from "../../src/model.ts";
import { createRegister } from "../../src/register/deals.ts";
import { dealMatrix } from "../../src/register/matrix.ts";

const { articles, vocabulary } = await loadKnowledge("knowledge");
const register = createRegister(articles, vocabulary);

const row = (partners: string[], minerals: string[]) => ({ partners, minerals });

test("a deal counts for each of its partners and minerals, or as one that tells none", () => {
  const matrix = dealMatrix([
    row(["CN"], ["uranium", "copper"]),
    row(["CN", "FR"], ["uranium"]),
    row(["FR"], []),
    row([], []),
  ]);
  expect(matrix.partners).toEqual([
    { id: "CN", deals: 2 },
    { id: "FR", deals: 2 },
    { id: null, deals: 1 },
  ]);
  expect(matrix.minerals).toEqual([
    { id: "uranium", deals: 2 },
    { id: "copper", deals: 1 },
    { id: null, deals: 2 },
  ]);
  expect(matrix.count("CN", "uranium")).toBe(2);
  expect(matrix.count("FR", null)).toBe(1);
  expect(matrix.count("FR", "copper")).toBe(0);
});

test("the picture, its description and the table of the base tell the same numbers", () => {
  for (const language of LANGUAGES) {
    const filter = parseFilter({ text: "", today: "2026-11-22", vocabulary });
    const message = matrixMessage(register, { filter, day: "2026-11-22", language, vocabulary });
    const { drawing, altText } = message.picture ?? {};
    const cells = (table: NonNullable<typeof message.table>) =>
      table.rows.map((cells) => cells.map((cell) => cell[0]?.text ?? "0"));
    expect(drawing?.kind).toBe("matrix");
    if (drawing?.kind !== "matrix" || !message.table) return;
    expect(cells(message.table)).toEqual(
      drawing.rows.map(({ label, all, cells }) => [label, `${all}`, ...cells.map(String)]),
    );
    expect(altText?.length).toBeLessThanOrEqual(1_000);
    expect(altText).toContain(drawing.rows[0]?.label);
    expect(message.table.header.length).toBeLessThanOrEqual(20);
  }
});

test("every deal of the base with a partner is counted, shown or named as left out", () => {
  const matrix = dealMatrix(register);
  expect(matrix.deals).toBe(register.length);
  for (const { id, deals } of matrix.partners)
    expect(deals).toBe(
      register.filter(({ partners }) =>
        id === null ? partners.length === 0 : partners.includes(id),
      ).length,
    );
});
