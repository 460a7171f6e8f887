import { expect, test } from "vitest";
import { detectLanguage } from "../../src/answers/question/language.ts";
import { answers, TODAY, vocabulary } from "./base.ts";

test.each([
  ["Who signed the memorandum?", "en"],
  ["titanium France", "en"],
  ["what's C5+1", "en"],
  ["Qui a signé le protocole d'accord ?", "fr"],
  ["pays du C5+1 ?", "fr"],
  ["lithium Corée", "fr"],
  ["titan aeronautique", "fr"],
  ["Кто входит в C5+1?", "ru"],
  ["титан франция", "ru"],
  ["EDF и АЭС", "ru"],
])("%s is put in %s", (text, language) => {
  expect(detectLanguage(text, vocabulary)).toBe(language);
});

test("a question that tells no language is taken in the fallback", () => {
  expect(detectLanguage("EDF", vocabulary, "fr")).toBe("fr");
  expect(detectLanguage("EDF", vocabulary)).toBe("en");
});

test.each([
  ["kto podpisal memorandum s SShA", "ru"],
  ["skolko stoit gramm osmiya", "ru"],
  ["zachem Trampu redkozemy iz Srednej Azii", "ru"],
  ["gde eksport volframa", "ru"],
  ["novye zavody i dobycha nikelya", "ru"],
  ["vanadium Balasausqandiq", "en"],
  ["Inkai plan import bank", "en"],
  ["net income of Kazatomprom", "en"],
  ["State support", "en"],
  ["KAK", "en"],
  ["ñéť", "en"],
  ["kto is Tokayev and what did he say", "en"],
  ["KATCO, où est-ce ?", "fr"],
  ["who buys Kazakh titanium?", "en"],
])("%s is read as %s, whatever its letters", (text, language) => {
  expect(detectLanguage(text, vocabulary)).toBe(language);
});

test.each(["net income", "State support", "KAK", "hot"])("%s alone is answered too", (text) => {
  expect(answers.ask({ text, today: TODAY }).language).toBe("en");
});
