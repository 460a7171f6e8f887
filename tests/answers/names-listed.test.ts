/** Lists of names: each fact of the list tells one that those before it do not. */
import { describe, expect, test } from "vitest";
import { answersOf, report } from "./small-answers.ts";

const { citedArticles } = await answersOf([
  report("uk", "Kazakhstan and the United Kingdom signed a critical-minerals memorandum."),
  report("uk-again", "The UK and Kazakhstan signed their critical-minerals memorandum in Astana."),
  report(
    "us",
    "Kazakhstan and the United States signed a critical-minerals memorandum in Washington.",
  ),
  report("kigam", "KIGAM explores for lithium in Kazakhstan."),
  report("hms", "HMS Bergbau explores for lithium in Kazakhstan."),
  report("ministry", "The Kazakh Ministry of Industry and Construction explores for lithium."),
  report("several", "Northern Katpar, Upper Kairakty and Boguty are deposits of tungsten."),
  report("single", "Northern Katpar is a deposit of tungsten."),
]);

describe("a question for several names", () => {
  test.each([
    "which countries signed a critical-minerals memorandum?",
    "quels pays ont signé un mémorandum sur les minéraux critiques ?",
    "какие страны подписали меморандум по критическим минералам?",
  ])("gets each country once: %s", (text) => {
    expect(citedArticles(text).toSorted()).toEqual([expect.stringMatching(/^uk/), "us"]);
  });

  test.each([
    "which companies explore for lithium",
    "liste des entreprises qui explorent le lithium",
    "какие компании разведывают литий",
  ])("gets companies, and no ministry: %s", (text) => {
    const cited = citedArticles(text);
    expect(cited).toContain("hms");
    expect(cited).not.toContain("ministry");
  });

  test.each(["what did the United States sign", "qu'ont signé les États-Unis"])(
    "asks for no states where a country is called so: %s",
    (text) => {
      expect(citedArticles(text)).toEqual(["us"]);
    },
  );

  test.each([
    "list of tungsten deposits",
    "quels gisements de tungstène",
    "список месторождений вольфрама",
  ])("begins with the fact that tells most, and leaves out what tells none more: %s", (text) => {
    expect(citedArticles(text)).toEqual(["several"]);
  });
});
