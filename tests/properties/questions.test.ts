import { array, constantFrom, tuple } from "fast-check";
import { expect } from "vitest";
import type { Answer } from "../../src/answers/answer.ts";
import { createAnswers } from "../../src/answers/create-answers.ts";
import { NEW_THREAD, type Thread } from "../../src/answers/follow-ups/follow-up.ts";
import { answerButtons } from "../../src/messages/answer-buttons.ts";
import { answerMessage, baseSize } from "../../src/messages/answer-message.ts";
import { createAskAbout } from "../../src/messages/ask-about.ts";
import { furtherPage, MORE_ACTION } from "../../src/messages/further-message.ts";
import { MAX_BUTTON_VALUE, type Message } from "../../src/messages/text.ts";
import { factKey, LANGUAGES } from "../../src/model.ts";
import { drawMessage } from "../../src/slack/blocks.ts";
import { expectHarmless, meantBy } from "./harmless.ts";
import { property } from "./property.ts";
import { asked, knowledge, text } from "./texts.ts";

const { articles, vocabulary } = knowledge;
const answers = await createAnswers(articles, vocabulary);
const base = baseSize(articles);
const facts = new Map(
  articles.flatMap((article) => article.facts.map((fact) => [factKey({ article, fact }), fact])),
);
const today = constantFrom("2026-11-21", "2024-02-29", "2021-01-01");
/** Ten are listed, and what they replace or contradict stands beside them. */
const MAX_CITATIONS = 20;

property(
  "an answer quotes facts of the base and nothing else",
  { of: tuple(asked, today), runs: 150 },
  ([question, day]) => {
    const answer = answers.ask({ text: question, today: day });
    expectOfBase(answer);
    expectShown(answer);
    expect(told(answers.ask({ text: question, today: day }))).toEqual(told(answer));
  },
);

property(
  "a conversation is answered from the base, whatever was said before",
  { of: tuple(array(asked, { minLength: 2, maxLength: 4 }), today), runs: 40, share: 0.1 },
  ([questions, day]) => {
    let previous: Thread = NEW_THREAD;
    for (const each of questions) {
      const answer = answers.ask({ text: each, today: day, previous });
      expectOfBase(answer);
      expectShown(answer);
      const stored: Thread = JSON.parse(JSON.stringify(answer.thread));
      expect(stored).toEqual(answer.thread);
      const again = answers.ask({
        text: each,
        today: day,
        previous: JSON.parse(JSON.stringify(previous)),
      });
      expect(told(again)).toEqual(told(answer));
      previous = stored;
    }
  },
);

const askAbout = createAskAbout({ answers, base: () => base, today: () => "2026-11-21" });

property(
  "what somebody else wrote is answered and quoted without harm",
  { of: text, runs: 60 },
  (said) => {
    const { message } = askAbout(said);
    expectHarmless(drawMessage(message), meantBy(message));
  },
);

function expectOfBase(answer: Answer): void {
  const { citations, kind, nearest } = answer;
  expect(LANGUAGES).toContain(answer.language);
  expect(kind === "unknown").toBe(citations.length === 0);
  expect(citations.length).toBeLessThanOrEqual(MAX_CITATIONS);
  expect(new Set(citations.map(factKey)).size).toBe(citations.length);
  for (const { article, fact, quote, language, emphasis } of citations) {
    expect(facts.get(factKey({ article, fact }))).toBe(fact);
    expect(quote).toBe(fact[language]);
    let last = 0;
    for (const [start, end] of emphasis) {
      expect(start >= last && end > start && end <= quote.length).toBe(true);
      last = end;
    }
  }
  for (const article of nearest) expect(articles).toContain(article);
  if (kind !== "unknown") expect(nearest).toEqual([]);
}

/** The answer as it goes out: within limits, harmless, and with no number of its own. */
function expectShown(answer: Answer): void {
  const { language, citations, kind } = answer;
  const paragraphs = answerMessage(answer, base);
  const given = { surface: "slash" as const, version: "1" };
  const buttons = answerButtons(answer, { mayShare: true, given });
  for (const { value } of buttons) expect(value.length).toBeLessThanOrEqual(MAX_BUTTON_VALUE);
  const message: Message = { language, paragraphs, buttons };
  expectHarmless(drawMessage(message), meantBy(message));
  const more = buttons.find(({ action }) => action === MORE_ACTION);
  if (more) expectFurther(more.value);
  if (kind === "unknown" || answer.silent.length > 0) return;
  const quotes = citations.map(({ quote }) => quote).join("\n");
  for (const { style, spans } of paragraphs)
    if (style === "body")
      for (const number of spans
        .map((span) => span.text)
        .join("")
        .match(/\d[\d.,\u00a0\u202f]*/g) ?? [])
        expect(quotes).toContain(number);
}

/** The first page behind an answer, as its button asks for it. */
function expectFurther(value: string): void {
  const message = furtherPage(value, answers.further);
  expectHarmless(drawMessage(message), meantBy(message));
  for (const { value: next } of message.buttons ?? [])
    expect(next.length).toBeLessThanOrEqual(MAX_BUTTON_VALUE);
}

/** What two answers are compared by. */
function told({ citations, kind, nearest, missing, language, more }: Answer) {
  return {
    keys: citations.map(factKey),
    kind,
    nearest: nearest.map(({ id }) => id),
    missing,
    language,
    more,
  };
}
