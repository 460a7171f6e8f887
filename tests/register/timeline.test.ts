/** The steps of a timeline: what happened, each once, as exactly as it is known. */
import { expect, test } from "vitest";
import { createAnswers } from "../../src/answers/create-answers.ts";
import { parseFilter } from "../../src/answers/filter.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import type { Article } from "../../src/model.ts";
import { createRegister } from "../../src/register/deals.ts";
import { type TimelineStep, timelineOf } from "../../src/register/timeline.ts";
import { article, deal, fact, translated } from "../builders.ts";

const { vocabulary, articles: base } = await loadKnowledge("knowledge");
const TODAY = "2026-11-22";

test("what has a date of its own stands there, what has none where it was reported", async () => {
  const steps = await stepsOf([
    article({
      id: "plant",
      published: "2024-06-12",
      facts: [
        fact({ id: "begun", on: "2022", ...translated("The lithium plant was begun in 2022.") }),
        fact({ id: "ready", on: "2024-05", ...translated("Lithium pits were dug in May 2024.") }),
      ],
    }),
    article({
      id: "ore",
      published: "2023",
      date_basis: "inferred",
      facts: [fact(translated("Zinc and lithium ores lie near Aktobe."))],
    }),
  ]);
  expect(steps.map(({ date, isReported }) => [date, isReported])).toEqual([
    ["2022", false],
    ["2023", true],
    ["2024-05", false],
  ]);
});

test("a deal that a fact tells of stands with it, another by itself", async () => {
  const steps = await stepsOf([
    article({
      id: "pact",
      facts: [
        fact({
          on: "2024-06-12",
          ...translated("Korea signed a pact on lithium on 12 June 2024."),
        }),
      ],
      deals: [deal(), deal({ id: "loan", name: translated("Loan for a mill"), date: "2024-07" })],
    }),
  ]);
  expect(steps.map(({ date, fact, deals }) => [date, fact?.id ?? null, deals.length])).toEqual([
    ["2024-06-12", "first", 1],
    ["2024-07", null, 1],
  ]);
});

test("what came out after today has not happened, and what tells no time is counted", async () => {
  const timeline = await timelineIn("", [
    article({ id: "later", published: "2027-01-01" }),
    article({ id: "never", published: null, date_basis: "unknown" }),
  ]);
  expect(timeline).toEqual({ steps: [], undated: 1 });
});

test.each(["", "lithium korea", "uranium 2024", "tungsten", "memorandums france", "signed 2025"])(
  "of “%s” each statement and each deal stands once, in order",
  async (filter) => {
    const { steps } = await timelineIn(filter, base);
    expect(steps.length).toBeGreaterThan(0);
    const keys = steps.map((step) => `${step.article.id}/${step.fact?.id ?? step.text.en}`);
    expect(new Set(keys).size).toBe(keys.length);
    const deals = steps.flatMap((step) => step.deals.map(({ id }) => id));
    expect(new Set(deals).size).toBe(deals.length);
    expect(steps.map(({ date }) => date.padEnd(10, "-01"))).toEqual(
      steps.map(({ date }) => date.padEnd(10, "-01")).toSorted(),
    );
  },
);

test("every dated deal of the register is in it", async () => {
  const { steps } = await timelineIn("", base);
  const told = new Set(steps.flatMap(({ deals }) => deals.map(({ id }) => id)));
  const missing = createRegister(base, vocabulary).filter(
    ({ id, date }) => date !== null && !told.has(id),
  );
  expect(missing).toEqual([]);
});

async function stepsOf(articles: readonly Article[]): Promise<TimelineStep[]> {
  return (await timelineIn("lithium", articles)).steps;
}

async function timelineIn(text: string, articles: readonly Article[]) {
  const answers = await createAnswers(articles, vocabulary);
  const deals = createRegister(articles, vocabulary);
  const filter = parseFilter({ text, today: TODAY, vocabulary });
  return timelineOf(filter, { facts: answers.outlines(), deals, vocabulary, today: TODAY });
}
