/** Questions in other languages than the three that are understood. */
import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { isForeign } from "../../src/answers/question/language.ts";
import { answerMessage } from "../../src/messages/answer-message.ts";
import { plainText } from "../../src/messages/text.ts";
import { factKey } from "../../src/model.ts";
import { answers, TODAY, vocabulary } from "./base.ts";

test.each([
  "Қазақстан мен Корея литий туралы не келісті?",
  "Меморандумға кім қол қойды?",
  "Қазақстанда қанша сирек жер кен орны бар?",
  "Литий туралы келісім қашан болды?",
  "титан бойынша Франция мен Казакстан",
  "Wer hat das Memorandum unterzeichnet?",
  "Was ist das Abkommen zwischen Kasachstan und Frankreich?",
  "Wie viele deutsche Firmen sind in Kasachstan?",
  "Wann besuchte Macron Kasachstan und was wurde vereinbart?",
  "welche seltenen Erden gibt es in Kasachstan",
  "Mutabakat zaptını kim imzaladı?",
  "Kazakistan ve Güney Kore lityum için ne konuştu?",
  "Kazakistan'da kaç nadir toprak yatağı var?",
  "Hangi ülkeler C5+1 üyesi?",
  "¿Quién firmó el memorando con Estados Unidos?",
  "Que acuerdo firmo Francia con Kazajistan sobre el titanio",
  "Cuántos yacimientos de tierras raras hay en Kazajistán",
  "Chi ha firmato il memorandum con gli Stati Uniti?",
  "Quanti giacimenti di terre rare ci sono in Kazakistan?",
  "Cosa vuole la Francia dal titanio kazako?",
  "Kto podpisał memorandum z USA?",
  "Ile złóż metali ziem rzadkich ma Kazachstan?",
  "Quem assinou o acordo com os Estados Unidos?",
  "Wie heeft het memorandum ondertekend?",
  "Memorandumni kim imzoladi va qachon?",
  "Qozogʻistonda litiy haqida nima maʼlum?",
  "哈萨克斯坦的锂矿",
  "谁签署了备忘录？",
  "C5+1 是什么",
  "카자흐스탄 리튬 협상",
  "ما هي المعادن النادرة في كازاخستان؟",
  "ვინ მოაწერა ხელი მემორანდუმს?",
  "Хто підписав меморандум про мінерали?",
  "Казакстан жана Корея литий боюнча эмнени макулдашты?",
  "Меморандумни ким имзолади?",
  "カザフスタンのリチウム",
])("%s is put in another language", (text) => {
  expect(isForeign(text, vocabulary)).toBe(true);
});

test.each([
  "lithium Korea 2024",
  "titanium France",
  "EDF",
  "Ursula von der Leyen",
  "Kim Jong Un Kazakhstan",
  "Rio Tinto lithium",
  "Erdoğan Tokayev",
  "Los Angeles Kazakhstan deal",
  "whats the wether in astana",
  "wer are the lithum depozits",
  "waht did makron sing in astna",
  "who singed teh memorendum",
  "hat did korea agree",
  "quel accord corée lithium",
  "combien entreprises francaises kazakstan",
  "pays du C5+1 ?",
  "qui a signé",
  "titan aeronautique",
  "C5+1",
  "was macron in kazakhstan",
  "is there nickel in kazakhstan?",
  "die cast magnesium parts",
  "German Mineral Resources Agency DERA Kazakhstan",
  "Deutsche Rohstoff AG",
  "Şimşek visit",
  "Müller",
  "São Paulo lithium",
  "Baerbock Kasachstan",
  "Lithium Kasachstan",
  "Kazakistan uranium",
  "Что такое Қазатомөнеркәсіп?",
  "Где находится Үлкен?",
  "Кто такой Әбсәметов?",
  "литий Корея",
  "титан франция",
  "Өскемен титан",
  "Где построят завод в Өскемене?",
  "месторождение Құндыбай",
  "Қазақстан",
  "уран Қаратау 2024",
  "что такое B5+1",
  "EDF и АЭС",
  "кто подписал",
  "сколько РЗМ",
  "какие страны C5+1",
  "скока месторождений рзм",
  "Какой договор с Казахстаном подписали немцы",
  "le memorandum a ete signe par qui",
  "do na",
  "Kim Sang-woo",
  "what about der spiegel",
  "what did El País write about Kazakhstan",
  "Banco de la Nación de Kazajistán deal",
  "Société Générale",
  "de quoi parle l'accord",
  "Le Kazakhstan et l'UE",
  "ile Ouessant uranium",
  "où est le gisement",
  "reserves of lithium in the Kazakh SSR",
  "SKZ-U LLP",
  "Nazarbaev Qazaqstan",
  "when was the MoU w/ US signed",
])("%s is put in no other language", (text) => {
  expect(isForeign(text, vocabulary)).toBe(false);
});

test("no golden question is taken for another language", () => {
  const Questions = z.array(z.object({ question: z.string() }));
  const questions = Questions.parse(load(readFileSync("tests/golden/seeds.yaml", "utf8")));
  const foreign = questions.filter(({ question }) => isForeign(question, vocabulary));
  expect(foreign).toEqual([]);
});

describe("a question in another language", () => {
  test.each([
    ["Қазақстан мен Корея литий туралы не келісті?", "korea-lithium-2024"],
    [
      "Was wollen Frankreich und Kasachstan mit Titan, und wer hat es gesagt?",
      "france-titanium-2024",
    ],
    ["Fransa titanyum titan için ne dedi, kim?", "france-titanium-2024"],
  ])("%s is answered in English from what it names", (text, article) => {
    const answer = answers.ask({ text, today: TODAY });
    expect(answer.language).toBe("en");
    expect(answer.isForeign).toBe(true);
    expect(answer.citations.map((citation) => citation.article.id)).toContain(article);
  });

  test("is answered below a note on the languages that are understood", () => {
    const answer = answers.ask({ text: "Корея литий туралы не дейді?", today: TODAY });
    const [first, ...rest] = answerMessage(answer, { articles: 5, newest: "2025-11-06" });
    expect(plainText(first ? [first] : [])).toContain("English, French and Russian");
    expect(plainText(rest)).toContain("lithium");
  });

  test("names a thing with its ending", () => {
    const keys = (text: string) => answers.ask({ text, today: TODAY }).citations.map(factKey);
    expect(keys("Кореямен литийдің келісімі қандай?")).toEqual(keys("Корея литий туралы не"));
  });

  test("without any known thing is not answered, and says why", () => {
    const answer = answers.ask({ text: "Wie ist das Wetter in Kasachstan?", today: TODAY });
    expect(answer.kind).toBe("unknown");
    const text = plainText(answerMessage(answer, { articles: 5, newest: "2025-11-06" }));
    expect(text).toMatch(/^I understand English, French and Russian/);
  });
});
