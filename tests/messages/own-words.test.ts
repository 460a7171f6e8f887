/** An article's own words are quoted, and never pass for ours. */
import { expect, test } from "vitest";
import { createAnswers } from "../../src/answers/create-answers.ts";
import { inEveryLanguage } from "../../src/knowledge/excerpts.ts";
import { answerMessage } from "../../src/messages/answer-message.ts";
import { dealName, headlineText } from "../../src/messages/own-words.ts";
import { plainText } from "../../src/messages/text.ts";
import { createRegister } from "../../src/register/deals.ts";
import { vocabulary } from "../answers/base.ts";
import { report } from "../answers/small-answers.ts";
import { article, deal, translated } from "../builders.ts";

const SIZE = { articles: 2, newest: null };
const OWN = report("own", "Бериллий делают в Усть-Каменогорске.", {
  excerpts: "ru",
  language: "ru",
});
const OURS = report("ours", "Tantalum is made in Oskemen.");
const { ask } = await createAnswers([OWN, OURS], vocabulary);
const told = (text: string) =>
  plainText(answerMessage(ask({ text, today: "2026-11-22" }), SIZE)).replaceAll("\u00a0", " ");

test("in another language the quotation says which one it is in", () => {
  expect(told("Where is beryllium made?")).toMatch(
    /“Бериллий делают в Усть-Каменогорске\.” \(in Russian\)[\s\S]*quotation marks are the linked article's own/,
  );
  expect(told("Où fabrique-t-on le béryllium ?")).toMatch(/« Бериллий .*» \(en russe\)/);
});

test("in its own language it is quoted", () => {
  expect(told("Где делают бериллий?")).toMatch(/«Бериллий делают в Усть-Каменогорске\.»\n/);
  expect(told("Где делают бериллий?")).not.toMatch(/на русском|наши изложения/);
});

test("our own sentences stand without marks", () => {
  expect(told("Where is tantalum made?")).toMatch(
    /^Tantalum is made in Oskemen\.\n[\s\S]*our summaries/,
  );
  expect(headlineText(OURS, "fr")).toBe("Tantalum is made in Oskemen");
  expect(headlineText(OWN, "fr").replaceAll("\u00a0", " ")).toBe(
    "« Бериллий делают в Усть-Каменогорске » (en russe)",
  );
});

test("a deal that only an article's own words name is quoted too; ours name it where they are", () => {
  const told = {
    ...deal({}),
    name: inEveryLanguage("Казахстан и Япония подписали меморандум о галлии."),
  };
  const [own] = createRegister([article({ id: "own", excerpts: "ru", deals: [told] })], vocabulary);
  if (!own) throw new Error("no row");
  expect(dealName(own, "en")).toBe(
    "“Казахстан и Япония подписали меморандум о галлии” (in Russian)",
  );
  expect(dealName(own, "ru")).toBe("«Казахстан и Япония подписали меморандум о галлии»");
  const ours = article({ id: "ours", deals: [deal({ name: translated("Gallium memorandum") })] });
  const [named] = createRegister([ours], vocabulary);
  expect(named && dealName(named, "en")).toBe("Gallium memorandum");
});
