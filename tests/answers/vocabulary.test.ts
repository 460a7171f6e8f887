import { expect, test } from "vitest";
import { tokenize } from "../../src/knowledge/tokens.ts";
import type { Language } from "../../src/model.ts";
import { vocabulary } from "./base.ts";

function concepts(text: string, language: Language): string[] {
  return vocabulary
    .recognise(tokenize(text, language), language)
    .flatMap((mention) => mention.concepts);
}

test.each<[string, Language, string]>([
  ["deal with the US", "en", "country:US"],
  ["южнокорейскими компаниями", "ru", "country:KR"],
  ["gisements de terres rares", "fr", "mineral:rare-earths"],
  ["Нагаспаева", "ru", "person:nagaspayev"],
  ["the C5+1 summit", "en", "organisation:c5-1"],
  ["prix de l'or", "fr", "mineral:gold"],
])("%s (%s) names %s", (text, language, concept) => {
  expect(concepts(text, language)).toContain(concept);
});

test.each<[string, Language, string, string]>([
  ["tell us more", "en", "country:US", "the pronoun"],
  ["Tokaïev est venu, or rien n'est signé", "fr", "mineral:gold", "the conjunction"],
  ["Германия", "ru", "mineral:germanium", "Germany, and in small letters of germanium"],
  ["он стал партнером", "ru", "mineral:iron", "became, whose stem is that of steel"],
  ["ils font partie", "fr", "mineral:iron", "make, whose stem is that of cast iron"],
  ["a total of ten", "en", "organisation:totalenergies", "the adjective"],
  ["почем литий", "ru", "question-word:why", "how much, whose stem is that of why"],
])("%s (%s) does not name %s: it is %s", (text, language, concept) => {
  expect(concepts(text, language)).not.toContain(concept);
});

test("the longest name wins", () => {
  expect(concepts("nuclear power plant", "en")).toEqual(["deal-word:nuclear-plant"]);
});

test("Europe is the continent and, for short, the Union", () => {
  expect(concepts("Europe", "en")).toEqual(
    expect.arrayContaining(["country:europe", "country:EU"]),
  );
  expect(concepts("the EU", "en")).not.toContain("country:europe");
});

test.each([
  ["tokayeff", "person:tokayev"],
  ["galezott", "person:gallezot"],
  ["kazahstan", "country:KZ"],
])("%s resembles %s", (word, concept) => {
  expect(vocabulary.resembling(word)).toContain(concept);
});

test("short words resemble nothing", () => {
  expect(vocabulary.resembling("goll")).toEqual([]);
});
