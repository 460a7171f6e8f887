/** Comparisons: each side by itself, and a side that the base is silent on said to be so. */
import { describe, expect, test } from "vitest";
import { answersOf, report } from "./small-answers.ts";

const { answerTo, citedArticles } = await answersOf([
  report("de", "Germany buys lithium worth 3 million dollars in Kazakhstan."),
  report("cn", "China buys lithium worth 9 million dollars in Kazakhstan."),
  report("then", "Gallium production in Kazakhstan was 100 tonnes in 2023.", { on: "2023" }),
  report("now", "Gallium production in Kazakhstan was 150 tonnes in 2024.", { on: "2024" }),
]);

describe("a comparison", () => {
  test.each([
    "compare Germany and China on lithium",
    "le lithium : Allemagne contre Chine",
    "сравни Германию и Китай по литию",
  ])("puts both sides: %s", (text) => {
    expect(citedArticles(text).toSorted()).toEqual(["cn", "de"]);
    expect(answerTo(text).silent).toEqual([]);
  });

  test.each([
    "who buys lithium in Kazakhstan, Germany or China?",
    "Qui achète le lithium kazakh : Allemagne ou Chine ?",
    "кто покупает литий Казахстана, Германия или Китай?",
  ])("is offered as a choice too: %s", (text) => {
    expect(citedArticles(text).toSorted()).toEqual(["cn", "de"]);
  });

  test.each([
    ["compare Germany and Brazil on lithium", "Brazil"],
    ["compare le lithium en Allemagne et au Brésil", "Brésil"],
    ["сравни Германию и Бразилию по литию", "Бразилия"],
    ["compare Germany and Wakanda on lithium", "Wakanda"],
  ])("puts the side that is known and names the other: %s", (text, other) => {
    const { kind, silent } = answerTo(text);
    expect(kind).toBe("list");
    expect(citedArticles(text)).toEqual(["de"]);
    expect(silent).toEqual([other]);
  });

  test.each([
    "who buys more lithium, Germany or China",
    "qui achète le plus de lithium, l'Allemagne ou la Chine",
    "кто больше покупает лития, Германия или Китай",
  ])("may be asked with who, and wants the sides: %s", (text) => {
    expect(citedArticles(text).toSorted()).toEqual(["cn", "de"]);
  });

  test("of which neither side is known is refused", () => {
    expect(answerTo("compare Brazil and Chile on lithium").kind).toBe("unknown");
  });

  test.each([
    "gallium 2023 vs 2024",
    "compare gallium output in 2024 with that of 2023",
    "галлий: 2023 против 2024",
    "comparer la production de gallium de 2023 à 2024",
  ])("may be of two times: %s", (text) => {
    expect(citedArticles(text).toSorted()).toEqual(["now", "then"]);
  });

  test.each([
    "which buys more lithium, Germany or China?",
    "qui achète le plus de lithium, l'Allemagne ou la Chine ?",
    "кто покупает больше лития, Германия или Китай?",
  ])("needs no verb of comparison: %s", (text) => {
    expect(citedArticles(text).toSorted()).toEqual(["cn", "de"]);
  });

  test("names a time of which nothing is known", () => {
    const { silent } = answerTo("compare gallium output in 2024 with that of 2020");
    expect(citedArticles("compare gallium output in 2024 with that of 2020")).toEqual(["now"]);
    expect(silent).toEqual([{ from: "2020-01-01", to: "2021-01-01" }]);
  });
});

test("two countries of one request are no comparison", async () => {
  const deals = await answersOf([
    report("fr", "France and Kazakhstan signed an agreement on titanium.", {
      published: "2026-05-01",
      event_type: "agreement",
    }),
    report("de", "Germany and Kazakhstan signed an agreement on lithium.", {
      published: "2024-05-01",
      event_type: "agreement",
    }),
  ]);
  for (const text of [
    "most recent deal with France and Germany",
    "le plus récent accord avec la France et l'Allemagne",
  ])
    expect(deals.citedArticles(text)).toEqual(["fr"]);
});

test("which is bigger is told by a size, of either that is offered", async () => {
  const { citedArticles } = await answersOf([
    report("balkhash", "The smelter in Balkhash makes 250,000 tonnes of copper a year."),
    report("aktogay", "The smelter in Aktogay is to make 300,000 tonnes of copper a year."),
    report("modern", "Kazakhmys will modernise the smelter in Balkhash."),
  ]);
  const cited = citedArticles("which smelter will be bigger, Balkhash or Aktogay?");
  expect(cited.toSorted()).toEqual(["aktogay", "balkhash"]);
});

test("two times are those of the articles where the facts tell none", async () => {
  const { citedArticles } = await answersOf([
    report("before", "Kazakhstan makes eight critical minerals.", { published: "2024-04-24" }),
    report("after", "Kazakhstan makes ten critical minerals.", { published: "2026-02-26" }),
  ]);
  const question = "how many critical minerals does Kazakhstan make, 2024 vs 2026?";
  expect(citedArticles(question)).toEqual(["before", "after"]);
});
