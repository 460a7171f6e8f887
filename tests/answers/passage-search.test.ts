import { describe, expect, test } from "vitest";
import { createPassageSearch } from "../../src/answers/search/passage-search.ts";

const passages = await createPassageSearch([
  {
    id: "korea",
    title: "South Korean companies are interested in Kazakhstan's lithium deposits.",
    text: "Lithium deposits in Kazakhstan are of marked interest to South Korean companies. Talks were held on 11–13 June 2024, when President Yoon Suk-yeol was visiting Astana.",
    language: "en",
  },
  {
    id: "uses",
    title: "What lithium is for",
    text: "Lithium is a key element in making batteries for electric vehicles. Kazakhstan mines little of it.",
    language: "en",
  },
  {
    id: "titanium",
    title: "France buys titanium",
    text: "France buys a fifth of its titanium in Kazakhstan. A fund of 2 billion euros was set up in 2023 to invest in metals abroad.",
    language: "en",
  },
  {
    id: "mission",
    title: "A French delegation in Kazakhstan",
    text: "A French delegation visited Astana. The companies spoke of titanium, uranium and lithium with the president.",
    language: "en",
  },
  {
    id: "titane",
    title: "La France achète du titane",
    text: "La France achète au Kazakhstan un cinquième de son titane. L'aéronautique en dépend.",
    language: "fr",
  },
  {
    id: "corée",
    title: "Le lithium attire les entreprises sud-coréennes",
    text: "Les gisements de lithium du Kazakhstan intéressent les entreprises sud-coréennes.",
    language: "fr",
  },
  {
    id: "корея",
    title: "Литий интересует южнокорейские компании",
    text: "Месторождения лития в Казахстане вызывают заметный интерес у южнокорейских компаний.",
    language: "ru",
  },
  {
    id: "уран",
    title: "Уран из Казахстана",
    text: "Казахстан добывает больше урана, чем любая другая страна. Литий здесь пока не добывают.",
    language: "ru",
  },
]);

describe("the best hit is the passage that answers", () => {
  test.each([
    [
      "When did President Yoon visit Astana?",
      "korea",
      "one sentence names the president, the visit and Yoon",
    ],
    ["which batteries need lithium", "uses", "only it has batteries; the others share lithium"],
    ["How large is the fund for metals?", "titanium", "fund and metals stand in one sentence"],
    ["a fifth of titanium", "titanium", "the words stand side by side, as written"],
    ["litihum for electric vehicles", "uses", "a slip of the pen is looked up in the index"],
    ["Qui achète du titane au Kazakhstan ?", "titane", "French question, French passage"],
    ["qu'est-ce que l'aeronautique achete", "titane", "neither accents nor elisions matter"],
    ["Каким компаниям интересны месторождения лития?", "корея", "inflected forms have one stem"],
    ["добыча урана", "уран", "the noun and the verb have one stem"],
  ])("%s → %s: %s", (question, id) => {
    expect(passages.search(question, 3)[0]).toBe(id);
  });
});

test("a few words are enough to tell the language: by what stands in the index", () => {
  expect(passages.search("titane France", 1)).toEqual(["titane"]);
  expect(passages.search("titanium France", 1)).toEqual(["titanium"]);
});

test("passages in other languages follow those in the question's own", () => {
  const found = passages.search("Kazakhstan lithium companies", 10);
  expect(found.slice(0, 3).toSorted()).toEqual(["korea", "mission", "uses"]);
  expect(found).toContain("corée");
});

test("there are never more hits than asked for, and none for a question without words", () => {
  expect(passages.search("lithium", 2)).toHaveLength(2);
  expect(passages.search("?", 5)).toEqual([]);
  expect(passages.search("", 5)).toEqual([]);
});

test("a collection in one language is searched in it, whatever the question seems to be", async () => {
  const french = await createPassageSearch([
    { id: "edf", title: "EDF", text: "EDF discute d'une centrale.", language: "fr" },
  ]);
  expect(french.search("What does EDF discuss?", 1)).toEqual(["edf"]);
});

test("a document is found once it is added, and no more once it is removed", async () => {
  const some = await createPassageSearch([]);
  expect(some.search("gallium", 5)).toEqual([]);
  await some.add([{ id: "ga", title: "Gallium", text: "Gallium is a metal.", language: "en" }]);
  expect(some.search("gallium", 5)).toEqual(["ga"]);
  some.remove(["ga"]);
  expect(some.search("gallium", 5)).toEqual([]);
});
