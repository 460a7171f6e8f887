import { expect, test } from "vitest";
import { answers, citedFor, TODAY } from "./base.ts";

test.each([
  "Who organised the C5+1 summit?",
  "Quand Macron s'est-il rendu au Kazakhstan ?",
  "Сколько французских компаний работает в Казахстане?",
  "Where did Nurtleu host Wang Yi?",
  "Does Kazakhstan back the Chinese electric car project?",
])("%s is answered by few facts", (question) => {
  expect([1, 2, 3]).toContain(citedFor(question).length);
});

test("a subject without a question gets at most three facts", () => {
  const cited = citedFor("titanium France");
  expect(cited.length).toBeGreaterThan(1);
  expect(cited.length).toBeLessThanOrEqual(3);
});

test("a question for the latest is a list of at most ten", () => {
  const text = "latest news on US kazakhstan critical minerals";
  const answer = answers.ask({ text, today: TODAY });
  expect(answer.kind).toBe("list");
  expect(answer.citations.length).toBeLessThanOrEqual(10);
});

test("the quote is in the question's language, and its emphasis marks what was asked", () => {
  const [citation] = answers.ask({
    text: "Combien d'entreprises françaises sont actives au Kazakhstan ?",
    today: TODAY,
  }).citations;
  expect(citation?.language).toBe("fr");
  const marked = citation?.emphasis.map(([start, end]) => citation.quote.slice(start, end));
  expect(marked).toContain("entreprises");
});

test("the same question gets the same answer", () => {
  const text = "What is lithium used for?";
  expect(citedFor(text)).toEqual(citedFor(text));
});

test("facts are quoted again by their keys in another language, those that still exist", () => {
  const keys = ["france-titanium-2024/investment-fund", "france-titanium-2024/gone"];
  const quoted = answers.quote(keys, "ru", "размер фонда");
  expect(quoted).toHaveLength(1);
  expect(quoted[0]?.quote).toMatch(/2 млрд евро/);
});
