import { expect, test } from "vitest";
import { analyze } from "../../src/answers/search/analyzer.ts";
import { fold, tokenize } from "../../src/knowledge/tokens.ts";
import type { Language } from "../../src/model.ts";

function words(text: string, language: Language): string[] {
  return tokenize(text, language).map((token) => token.text);
}

test("a French elision is cut off and remembered", () => {
  const [gold] = tokenize("l'or", "fr");
  expect(gold).toMatchObject({ text: "or", elided: "l" });
  expect(words("jusqu’à l’uranium", "fr")).toEqual(["a", "uranium"]);
});

test("an English possessive is no word", () => {
  expect(words("Kazakhstan's lithium", "en")).toEqual(["kazakhstan", "lithium"]);
});

test("a number reads the same however its thousands and decimals are written", () => {
  expect(words("25,500 tonnes", "en")).toEqual(["25500", "tonnes"]);
  expect(words("25 500 tonnes", "fr")).toEqual(["25500", "tonnes"]);
  expect(words("1,5 млн", "ru")).toEqual(["1.5", "млн"]);
  expect(words("1.5 million", "en")).toEqual(["1.5", "million"]);
});

test("C5+1 is one name and holds no number", () => {
  expect(tokenize("C5+1", "en")).toMatchObject([{ text: "c5+1", isNumber: false }]);
});

test("accents without a letter are no word", () => {
  expect(words("\u0301\u0301 zinc", "en")).toEqual(["zinc"]);
});

test("accents and ё do not matter, й does", () => {
  expect(fold("Tokaïev")).toBe("tokaiev");
  expect(fold("партнёр")).toBe("партнер");
  expect(fold("литий")).toBe("литий");
});

test("terms are stemmed and free of stop words", () => {
  expect(analyze("What are the deposits?", "en")).toEqual(["deposit"]);
  expect(analyze("Quels sont les projets ?", "fr")).toEqual(["projet"]);
});
