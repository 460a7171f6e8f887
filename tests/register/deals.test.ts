import { readFile } from "node:fs/promises";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { createRegisters, type DealRow } from "../../src/register/deals.ts";
import { article, deal } from "../builders.ts";

const { articles, vocabulary } = await loadKnowledge("knowledge");
const registerOf = createRegisters(vocabulary);
const register = registerOf(articles);

const Expected = z.object({
  deal: z.string(),
  entries: z.array(z.string()),
  may: z.array(z.string()).default([]),
});
const expected = z.array(Expected).parse(load(await readFile("tests/golden/deals.yaml", "utf8")));

describe("the deals of the base", () => {
  test("map to one row each", () => {
    const entries = articles.flatMap(({ id, deals }) => deals.map((each) => `${id}/${each.id}`));
    expect(register.flatMap(keysOf).toSorted()).toEqual(entries.toSorted());
    expect(new Set(register.map(({ id }) => id)).size).toBe(register.length);
  });

  test("are merged where they are one deal, and nowhere else", () => {
    const wanted = new Set(expected.flatMap((each) => pairsOf(each.entries)));
    const allowed = new Set(expected.flatMap((each) => pairsOf([...each.entries, ...each.may])));
    const found = new Set(register.flatMap((row) => pairsOf(keysOf(row))));
    expect([...found.difference(allowed)]).toEqual([]);
    expect([...wanted.difference(found)]).toEqual([]);
  });

  test("say nothing that no article says", () => {
    for (const { told, ...row } of register) {
      const deals = told.map((each) => each.deal);
      const said = <Value>(value: Value, values: readonly Value[]) =>
        expect([...values, null]).toContain(value);
      said(
        row.instrument,
        deals.map(({ instrument }) => instrument ?? null),
      );
      said(
        row.date,
        deals.map(({ date }) => date),
      );
      said(
        row.amount,
        deals.map(({ amount }) => amount),
      );
      said(
        row.status,
        deals.map(({ status }) => status),
      );
      said(
        row.name,
        deals.map(({ name }) => name),
      );
      for (const mineral of row.minerals)
        said(
          mineral,
          deals.flatMap(({ minerals = [] }) => minerals),
        );
      for (const partner of row.partners)
        said(
          partner,
          deals.flatMap(({ parties }) => parties),
        );
    }
  });

  test("have amounts with their own currency, and every partner, mineral and amount that is told", () => {
    for (const {
      told,
      partners,
      minerals,
      amount,
      currency,
      conflicts,
      articles: ids,
    } of register) {
      const deals = told.map((each) => each.deal);
      const amounts = new Set(
        deals.flatMap((each) => (each.amount === null ? [] : `${each.amount} ${each.currency}`)),
      );
      if (amount !== null) expect(amounts).toContain(`${amount} ${currency}`);
      else expect([currency, amounts.size]).toEqual([null, 0]);
      expect(conflicts.map((each) => `${each.amount} ${each.currency}`).toSorted()).toEqual(
        amounts.size > 1 ? [...amounts].toSorted() : [],
      );
      const parties = new Set(deals.flatMap((each) => each.parties));
      parties.delete("KZ");
      expect(new Set(partners)).toEqual(parties);
      expect(new Set(minerals)).toEqual(new Set(deals.flatMap((each) => each.minerals ?? [])));
      expect(new Set(ids)).toEqual(new Set(told.map(({ article: { id } }) => id)));
    }
  });

  test("come in the same rows whatever the order of the articles", () => {
    expect(registerOf(articles.toReversed())).toEqual(register);
  });

  test("keep every figure that is told of one, with who tells it", () => {
    const boguty = register.find(({ articles: ids }) => ids.includes("boguty-plant-launch-2024"));
    expect(boguty?.conflicts.map(({ amount, articles: ids }) => [amount, ids])).toEqual([
      [450_000_000, ["boguty-construction-2024"]],
      [300_000_000, ["boguty-plant-launch-2024"]],
      [350_000_000, ["silkwaytv-bektenov-cluster-2024"]],
    ]);
  });
});

describe("a deal of two articles", () => {
  const first = article({
    id: "first",
    published: "2024-06-01",
    deals: [deal({ status: "announced", date: "2024-06", minerals: ["lithium"] })],
  });
  const second = article({
    id: "second",
    published: "2024-07-01",
    deals: [deal({ date: "2024-06-12", instrument: "memorandum", amount: 5, currency: "EUR" })],
  });

  test("has the newest status, the exact date and what either tells", () => {
    expect(registerOf([second, first])).toMatchObject([
      {
        id: "first/pact",
        partners: ["KR"],
        minerals: ["lithium"],
        instrument: "memorandum",
        date: "2024-06-12",
        status: "signed",
        amount: 5,
        currency: "EUR",
        articles: ["first", "second"],
        conflicts: [],
      },
    ]);
  });

  test("stays blank where both are silent", () => {
    const bare = (id: string) => article({ id, deals: [deal({ date: null })] });
    const [row] = registerOf([bare("one"), bare("two")]);
    expect(row).toMatchObject({ minerals: [], instrument: null, date: null, amount: null });
  });

  test("with different figures keeps both side by side", () => {
    const other = { ...first, deals: [deal({ date: "2024-06", amount: 4, currency: "EUR" })] };
    const [row] = registerOf([second, other]);
    expect(row?.amount).toBe(5);
    expect(row?.conflicts).toEqual([
      { amount: 4, currency: "EUR", articles: ["first"] },
      { amount: 5, currency: "EUR", articles: ["second"] },
    ]);
  });

  test.each([
    ["other partners", deal({ parties: ["FR"] })],
    ["another date", deal({ instrument: "memorandum", date: "2025-01-20" })],
    ["another mineral", deal({ minerals: ["uranium"] })],
    ["another kind of document", deal({ instrument: "loan", date: "2024-06-12" })],
  ])("with %s is two deals", (_, other) => {
    const third = article({ id: "third", published: "2024-07-02", deals: [other] });
    const base = {
      ...second,
      deals: [deal({ minerals: ["lithium"], instrument: "memorandum", date: "2024-06-12" })],
    };
    expect(registerOf([base, third])).toHaveLength(2);
  });
});

function keysOf({ told }: DealRow): string[] {
  return told.map((each) => `${each.article.id}/${each.deal.id}`);
}

function pairsOf(keys: readonly string[]): string[] {
  const sorted = keys.toSorted();
  return sorted.flatMap((one, at) => sorted.slice(at + 1).map((other) => `${one} ${other}`));
}
