import { expect, test } from "vitest";
import { createSearchIndex } from "../../src/answers/search-index.ts";

const index = createSearchIndex([
  {
    id: "lithium",
    title: "Lithium deposits",
    text: "South Korea wants lithium deposits in Kazakhstan.",
    language: "en",
    concepts: ["mineral:lithium", "country:KR"],
  },
  {
    id: "titanium",
    title: "Titanium",
    text: "France buys titanium.",
    language: "en",
    concepts: ["mineral:titanium", "country:FR"],
  },
  { id: "titane", title: "Titane", text: "La France achète du titane.", language: "fr" },
]);

function found(terms: string[], concepts: string[] = []): string[] {
  return index.search({ language: "en", terms, concepts }, 10).map((hit) => hit.id);
}

test("a document is found by a term or by a concept", () => {
  expect(found(["lithium"])).toEqual(["lithium"]);
  expect(found([], ["country:FR"])).toEqual(["titanium"]);
});

test("documents of another language are left out", () => {
  expect(found(["titan", "titanium"])).toEqual(["titanium"]);
});

test("a query without words finds nothing", () => {
  expect(found([])).toEqual([]);
});

test("a mistyped term stands for the one it resembles, a known one for itself", () => {
  expect(index.known("lithum", "en")).toEqual(["lithium"]);
  expect(index.known("titanium", "en")).toEqual(["titanium"]);
});
