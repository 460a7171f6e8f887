import { expect, test } from "vitest";
import { cyrillicOf } from "../../src/answers/question/romanised-russian.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";

const { vocabulary } = await loadKnowledge("knowledge");

test.each([
  ["kogda eksport volframa", "когда экспорт вольфрама", "letters that Latin has not"],
  ["kto budet pokupat uran", "кто будет покупать уран", "soft signs that nobody types"],
  ["gde Severnyj Katpar", "где северный катпар", "a name that goes on"],
  ["chto delaet Kazatomprom", "что делает Kazatomprom", "a name as the vocabulary has it"],
  ["skolko zavodov stroit ERG v 2026", "сколько заводов строит ERG в 2026", "an abbreviation"],
  ["novye mestorozhdeniya litiya", "новые месторождения лития", "no small word at all"],
  ["osmiya i vanadiya", "осмия и ванадия", "ya after a vowel"],
])("%s is %s: %s", (text, cyrillic) => {
  expect(cyrillicOf(text, vocabulary)).toBe(cyrillic);
});

test.each([
  "who buys Kazakh titanium",
  "Inkai plan import bank",
  "Où en est KATCO ?",
  "kto is Tokayev and what did he say",
  "",
])("%s is no Russian", (text) => {
  expect(cyrillicOf(text, vocabulary)).toBeNull();
});
