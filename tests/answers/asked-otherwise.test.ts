/** Things asked for by other names than the facts have: by country, by kind, by ear, misspelt. */
import { describe, expect, test } from "vitest";
import { article, fact } from "../builders.ts";
import { answersOf, report } from "./small-answers.ts";

const { citedArticles } = await answersOf([
  report("hms", "HMS Bergbau will build a lithium mine in the Ulan district."),
  report("ebrd", "The EBRD helped with the new subsoil law of Kazakhstan."),
  report("buyer", "Japan's Mitsubishi Corporation is to buy gallium in Kazakhstan."),
  report("own", "Kazakhstan's Kazatomprom is to buy gallium for its plants."),
  report("cause", "Output at Inkai stopped because papers came late."),
  report("rank", "Kazakhstan ranks third in proven reserves of copper."),
  report("years", "Cove Capital expects work on tungsten to begin within two years."),
  report("customers", "Kazakhstan's UKTMP makes titanium for Boeing and Airbus."),
  article({
    id: "halt",
    minerals: [],
    facts: [
      fact({
        en: "KATCO halted because the acid came late.",
        fr: "KATCO s'est arrêtée parce que l'acide est arrivé tard.",
        ru: "КАТКО остановилось, потому что кислота пришла поздно.",
      }),
    ],
  }),
  report("shalkiya", "The Shalkiya zinc deposit lies in the Kyzylorda region."),
]);

describe("a question in other words", () => {
  test.each([
    ["what will the Germans build for lithium", "hms", "a company speaks for its country"],
    ["which bank helped with the subsoil law", "ebrd", "a bank by its full name"],
    ["who buys Kazakh gallium?", "buyer", "whoever buys from a country is none of its own"],
    ["who buys Kazakh titanium?", "customers", "a buyer by whom it is made for"],
    ["what customers does UKTMP have", "customers", "customers by whom it is made for"],
    ["why did Inkai stop", "cause", "a reason"],
    ["where does Kazakhstan rank for copper reserves", "rank", "a rank is no place and no amount"],
    ["when will Cove Capital start on tungsten", "years", "a time from now"],
    ["ou se trouve Shalkiya ?", "shalkiya", "where, without its accent"],
    ["where is the Shalkija deposit", "shalkiya", "a slip of the pen"],
    ["what does HMS Bergbaw build", "hms", "a slip in a name of two words"],
    ["почиму остановилось КАТКО", "halt", "a slip in the question word"],
    ["哈萨克斯坦和日本的镓", "buyer", "names in a run of Chinese signs"],
  ])("%s → %s: %s", (question, article) => {
    expect(citedArticles(question)[0]).toBe(article);
  });

  test.each([
    ["best pizza at Shalkiya", "a place and words never heard"],
    ["'; drop table inbox; --", "one everyday word"],
    ["Will HMS Bergbau spend 2.75 billion on lithium?", "a figure that no fact tells"],
    ["who bought HMS Bergbau?", "a purchase that no fact tells"],
    ["how much is a kilo of gallium", "a price that no fact tells"],
  ])("%s is refused: %s", (question) => {
    expect(citedArticles(question)).toEqual([]);
  });
});
