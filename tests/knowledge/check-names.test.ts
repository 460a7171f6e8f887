import { expect, test } from "vitest";
import { checkNames } from "../../src/knowledge/check-names.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { tokenize } from "../../src/knowledge/tokens.ts";
import type { Language, Translated } from "../../src/model.ts";
import { article, fact } from "../builders.ts";

const { vocabulary } = await loadKnowledge("knowledge");

test("a fact whose Russian lacks the person that English and French name gives one line", () => {
  expect(
    problemsOf({
      en: "Nicolas Maes visited the mine.",
      fr: "Nicolas Maes a visité la mine.",
      ru: "Директор посетил рудник.",
    }),
  ).toEqual([
    {
      file: "articles/one.yaml",
      text: '"facts.first" has the name "Nicolas Maes" in en and lacks it in ru; write it as the vocabulary spells it, or add the form to the vocabulary',
    },
  ]);
});

test("a headline is compared too", () => {
  const headline = { en: "Orano pays", fr: "On paie", ru: "Орано платит" };
  const problems = checkNames(
    { file: "articles/one.yaml", article: article({ headline }) },
    vocabulary,
  );
  expect(problems.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^"headline" has the name "Orano" in en and lacks it in fr; /),
  ]);
});

test.each<[string, Translated]>([
  [
    "a transliterated person in another case",
    {
      en: "Kazatomprom met Nicolas Maes.",
      fr: "Kazatomprom a rencontré Nicolas Maes.",
      ru: "Казатомпром встретился с Николя Маэсом.",
    },
  ],
  [
    "a word that may mean two things and means one of them",
    { en: "Deposits of indium", fr: "Gisements d'indium", ru: "Месторождения индия" },
  ],
  [
    "a mineral inside the name of a plant",
    {
      en: "The Ust-Kamenogorsk Titanium and Magnesium Plant",
      fr: "L'UKTMP",
      ru: "Усть-Каменогорский титано-магниевый комбинат",
    },
  ],
  [
    "mining, which Russian calls the extraction of minerals",
    { en: "Mining grew.", fr: "Les mines croissent.", ru: "Добыча полезных ископаемых растет." },
  ],
])("%s is no problem", (_, text) => {
  expect(problemsOf(text)).toEqual([]);
});

/** Words that two names share by their stem, or that are everyday words elsewhere. */
test.each<[string, Language, string[]]>([
  ["канцлер Германии", "ru", ["country:DE"]],
  ["месторождения германия", "ru", ["country:DE", "mineral:germanium"]],
  ["мощности Индии", "ru", ["country:IN"]],
  ["визит Франка-Вальтера", "ru", []],
  ["франко-немецкий", "ru", ["country:FR", "country:DE"]],
  ["сказал Каирбек Ускенбаев", "ru", ["person:uskenbayev"]],
  ["с председателем Си Чжэнпином", "ru", ["person:xi-zhengping"]],
  ["in silver, lead and chromite", "en", ["mineral:silver", "mineral:lead", "mineral:chromium"]],
  ["the lead plant", "en", ["mineral:lead"]],
  ["Rosatom will lead the consortium", "en", ["organisation:rosatom"]],
  ["this could lead to a deal", "en", []],
  ["les chemins de fer", "fr", []],
  ["une mine de fer", "fr", ["mineral:iron"]],
  ["de l'or et de l'argent affinés", "fr", ["mineral:gold", "mineral:silver"]],
  ["trouver plus d'argent", "fr", []],
  ["редкие и редкоземельные металлы", "ru", ["mineral:rare-metals", "mineral:rare-earths"]],
  ["minéraux essentiels", "fr", ["mineral:critical-minerals"]],
  ["Russia's industry ministry", "en", ["country:RU"]],
  ["Kazakhstan's industry ministry", "en", ["country:KZ", "organisation:ministry-industry-kz"]],
  ["Министр энергетики Турции", "ru", ["country:TR"]],
])("%s (%s) names %j", (text, language, expected) => {
  const named = vocabulary
    .recognise(tokenize(text, language), language)
    .flatMap(({ concepts }) => concepts)
    .filter((concept) => !concept.includes("word:"));
  expect(new Set(named)).toEqual(new Set(expected));
});

test.each<[string, Language, string]>([
  ["mineral:lead", "en", "lead"],
  ["mineral:silver", "fr", "argent"],
  ["mineral:iron", "en", "iron"],
  ["mineral:iron", "fr", "fer"],
  ["country:europe", "ru", "Европа"],
  ["organisation:c5-1", "ru", "C5+1"],
])("%s is first of all called so in %s: %s", (concept, language, name) => {
  expect(vocabulary.concepts.get(concept)?.names[language]?.[0]).toBe(name);
});

function problemsOf(text: Translated) {
  const facts = [fact(text)];
  return checkNames({ file: "articles/one.yaml", article: article({ facts }) }, vocabulary);
}
