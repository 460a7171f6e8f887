import { describe, expect, test } from "vitest";
import { replacedFigures } from "../../src/ingest/replaced-figures.ts";
import { inEveryLanguage } from "../../src/knowledge/excerpts.ts";
import type { Article } from "../../src/model.ts";
import { vocabulary } from "../answers/base.ts";
import { report } from "../answers/small-answers.ts";

const OLD = report("forecast", "Kazatomprom's uranium production in 2025 will be 25,500 tonnes.", {
  published: "2024-08-01",
  minerals: ["uranium"],
  on: "2025",
});
const draft = (text: string, fields: Partial<Article> & { on?: string } = {}) =>
  report("draft", text, {
    published: "2025-08-22",
    excerpts: "en",
    minerals: ["uranium"],
    on: "2025",
    ...fields,
  });
const found = (text: string, fields: Partial<Article> & { on?: string } = {}, base = [OLD]) =>
  replacedFigures(draft(text, fields), base, vocabulary).map(({ to }) => to);

describe("a newer figure", () => {
  test("of the same thing and time is proposed, with what it may replace", () => {
    const text = "Kazatomprom said that its uranium production in 2025 would be 22,500 tonnes.";
    expect(replacedFigures(draft(text), [OLD], vocabulary)).toEqual([
      { text, to: "forecast/first", was: OLD.facts[0]?.en },
    ]);
  });

  test("in another language of the base is found too", () => {
    const old = {
      ...OLD,
      facts: OLD.facts.map((fact) => ({
        ...fact,
        ru: "Добыча урана Казатомпромом в 2025 году составит 25 500 тонн.",
      })),
    };
    const text = "Добыча урана Казатомпромом в 2025 году составит 22 500 тонн.";
    expect(
      found(
        text,
        { excerpts: "ru", facts: [{ id: "first", on: "2025", ...inEveryLanguage(text) }] },
        [old],
      ),
    ).toEqual(["forecast/first"]);
  });

  test.each([
    ["the same figure", "Kazatomprom's uranium production in 2025 was 25,500 tonnes.", {}],
    [
      "another year",
      "Kazatomprom's uranium production in 2026 will be 22,500 tonnes.",
      { on: "2026" },
    ],
    ["another mineral", "Kazatomprom's beryllium production in 2025 will be 22,500 tonnes.", {}],
    ["another company", "Cameco's uranium production in 2025 will be 22,500 tonnes.", {}],
    ["another unit", "Kazatomprom's uranium production in 2025 rose by 22 percent.", {}],
    [
      "two figures",
      "Kazatomprom's uranium production in 2025 will be 22,500 to 23,000 tonnes of 60,000.",
      {},
    ],
    ["no figure", "Kazatomprom's uranium production in 2025 will fall.", {}],
    [
      "an older article",
      "Kazatomprom's uranium production in 2025 will be 22,500 tonnes.",
      { published: "2024-01-01" },
    ],
    [
      "an article without a date",
      "Kazatomprom's uranium production in 2025 will be 22,500 tonnes.",
      { published: null },
    ],
  ])("is not proposed: %s", (_, text, fields) => {
    expect(found(text, fields)).toEqual([]);
  });

  test("of a figure that another one replaced already is not proposed", () => {
    const newer = report(
      "newer",
      "Kazatomprom's uranium production in 2025 will be 25,000 tonnes.",
      {
        published: "2025-02-01",
        minerals: ["uranium"],
        on: "2025",
        relations: [{ type: "supersedes", fact: "first", to: "forecast/first" }],
      },
    );
    const text = "Kazatomprom's uranium production in 2025 will be 22,500 tonnes.";
    expect(found(text, {}, [OLD, newer])).toEqual(["newer/first"]);
  });
});
