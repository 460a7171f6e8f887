import { describe, expect, test } from "vitest";
import { article, fact, translated } from "../builders.ts";
import { answersOf, report } from "./small-answers.ts";

const JOBS = "The Aktogay smelter in Kazakhstan will employ 1,000 people once it is open.";
const others = [
  report("ore", "The Benkala mine in Kazakhstan sends copper ore to a plant by rail."),
  report("rail", "The Dostyk railway in Kazakhstan carried more copper than a year before."),
];

function smelter(search_terms?: { en: string; fr: string; ru: string }) {
  const told = fact({ ...translated(JOBS), ...(search_terms && { search_terms }) });
  return article({ id: "smelter", headline: translated(JOBS), minerals: [], facts: [told] });
}

describe("what a fact may be looked up by", () => {
  test("finds it, in words that it does not say", async () => {
    const question = "manpower roster of the Aktogay smelter";
    const terms = { en: "manpower, roster", fr: "effectif", ru: "штат" };
    expect((await answersOf([smelter(), ...others])).citedArticles(question)).toEqual([]);
    expect((await answersOf([smelter(terms), ...others])).citedArticles(question)).toEqual([
      "smelter",
    ]);
  });

  test("counts in its own language only", async () => {
    const terms = { en: "staff", fr: "manpower, roster", ru: "штат" };
    const { citedArticles } = await answersOf([smelter(terms), ...others]);
    expect(citedArticles("manpower roster of the Aktogay smelter")).toEqual([]);
  });
});
