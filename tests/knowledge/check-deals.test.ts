import { expect, test } from "vitest";
import { checkDeals } from "../../src/knowledge/check-deals.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { article, deal, fact } from "../builders.ts";

const { vocabulary } = await loadKnowledge("knowledge");
const FACT = fact({
  en: "Korea signed a memorandum on lithium.",
  fr: "La Corée a signé un mémorandum sur le lithium.",
  ru: "Корея подписала меморандум о литии.",
});

test("what a fact says of a deal's minerals and instrument may be noted", () => {
  expect(problemsOf(deal({ minerals: ["lithium"], instrument: "memorandum" }))).toEqual([]);
});

test("blanks are no problem", () => {
  expect(problemsOf(deal())).toEqual([]);
});

test("a mineral that no fact names gives one line", () => {
  expect(problemsOf(deal({ minerals: ["lithium", "uranium"] }))).toEqual([
    {
      file: "articles/one.yaml",
      text: '"deals.pact.minerals" has uranium, which no fact names; leave it blank, or write the fact that says so',
    },
  ]);
});

test("an instrument that no fact tells gives one line", () => {
  expect(problemsOf(deal({ instrument: "loan" })).map(({ text }) => text)).toEqual([
    expect.stringMatching(/^"deals.pact.instrument" is loan, which no fact tells; /),
  ]);
});

function problemsOf(told: ReturnType<typeof deal>) {
  const read = { file: "articles/one.yaml", article: article({ facts: [FACT], deals: [told] }) };
  return checkDeals(read, vocabulary);
}
