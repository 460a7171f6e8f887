import { expect, test } from "vitest";
import { createSearchIndex, type SearchIndex } from "../../src/answers/search/search-index.ts";
import type { Language } from "../../src/model.ts";

const index = createSearchIndex();
await index.add([
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
    searchTerms: "purchases, aircraft maker",
  },
  { id: "titane", title: "Titane", text: "La France achète du titane.", language: "fr" },
]);

function found(...words: string[]): string[] {
  return foundBy(index, "en", ...words);
}

function foundBy(searched: SearchIndex, language: Language, ...words: string[]): string[] {
  const terms = words.map((word) => ({ words: [word], weight: 1 }));
  return searched.search({ language, terms }, 10).map((hit) => hit.id);
}

test("a document is found by a term or by a concept", () => {
  expect(found("lithium")).toEqual(["lithium"]);
  expect(found("country:FR")).toEqual(["titanium"]);
});

test("a document is found by what it may be looked up by, after those that say it", async () => {
  expect(found("aircraft")).toEqual(["titanium"]);
  const both = createSearchIndex();
  await both.add([
    { id: "meant", title: "A", text: "Sponge.", language: "en", searchTerms: "aircraft" },
    { id: "said", title: "B", text: "Aircraft.", language: "en", searchTerms: "sponge" },
  ]);
  expect(foundBy(both, "en", "aircraft")).toEqual(["said", "meant"]);
});

test("documents of another language are left out", () => {
  expect(found("titan", "titanium")).toEqual(["titanium"]);
});

test("a query without words finds nothing", () => {
  expect(found()).toEqual([]);
});

test("a mistyped term stands for the one it resembles, a known one for itself", () => {
  expect(index.known("lithum", "en")).toEqual(["lithium"]);
  expect(index.known("titanium", "en")).toEqual(["titanium"]);
});

test("what is removed is not found any more, in any language, and its words are unknown", async () => {
  const some = createSearchIndex();
  await some.add([
    { id: "gallium", title: "Gallium", text: "Gallium is mined.", language: "en" },
    { id: "gallium", title: "Gallium", text: "Le gallium est extrait.", language: "fr" },
    { id: "germanium", title: "Germanium", text: "Germanium is mined.", language: "en" },
  ]);
  some.remove(["gallium", "never-added"]);
  expect(foundBy(some, "fr", "gallium")).toEqual([]);
  expect(some.frequency("gallium", "en")).toBe(0);
  expect(some.frequency("mine", "en")).toBe(1);
  expect([some.size("en"), some.size("fr")]).toEqual([1, 0]);
});

test("a document added again replaces the one before", async () => {
  const some = createSearchIndex();
  await some.add([{ id: "deal", title: "Deal", text: "Nickel is sold.", language: "en" }]);
  await some.add([{ id: "deal", title: "Deal", text: "Cobalt is sold.", language: "en" }]);
  expect(foundBy(some, "en", "nickel")).toEqual([]);
  expect(foundBy(some, "en", "cobalt")).toEqual(["deal"]);
  expect(some.size("en")).toBe(1);
});

test("while documents are added, others have their turns", async () => {
  let turns = 0;
  let isAdding = true;
  const countTurns = () => {
    turns += 1;
    if (isAdding) setImmediate(countTurns);
  };
  setImmediate(countTurns);
  const documents = Array.from({ length: 1000 }, (_, at) => ({
    id: `fact-${at}`,
    title: "Tungsten",
    text: `Mine ${at} produces tungsten.`,
    language: "en" as const,
  }));
  await createSearchIndex().add(documents);
  isAdding = false;
  expect(turns).toBeGreaterThanOrEqual(40);
});
