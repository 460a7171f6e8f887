/** What a newer fact replaced, beside other facts of an answer and in the question after it. */
import { expect, test } from "vitest";
import { createDisagreements } from "../../src/answers/facts/disagreements.ts";
import { createInContext } from "../../src/answers/facts/in-context.ts";
import { factKey } from "../../src/model.ts";
import { fact, translated } from "../builders.ts";
import { answersOf, report } from "./small-answers.ts";

const OLD = report("plan-2023", "A smelter for tungsten in Aktogay is to open in 2026.", {
  published: "2023-04-03",
  facts: [
    fact(translated("A smelter for tungsten in Aktogay is to open in 2026.")),
    fact({ id: "cost", ...translated("A railway in Kostanay costs 40 million dollars.") }),
  ],
});
const NEW = report("smelter-2025", "The smelter for tungsten in Aktogay was opened.", {
  published: "2025-05-06",
  relations: [{ type: "supersedes", fact: "first", to: "plan-2023/first" }],
});
const OTHERS = ["wheat", "barley"].map((id) => report(id, `Much ${id} is sold.`));

const { withContext } = createInContext(createDisagreements([OLD, NEW, ...OTHERS]));

test.each([
  [["smelter-2025/first"], ["smelter-2025/first", "plan-2023/first"]],
  [["plan-2023/first"], ["smelter-2025/first", "plan-2023/first"]],
  [
    ["smelter-2025/first", "wheat/first"],
    ["smelter-2025/first", "plan-2023/first", "wheat/first"],
  ],
  [
    ["smelter-2025/first", "wheat/first", "barley/first"],
    ["smelter-2025/first", "wheat/first", "barley/first"],
  ],
  [
    ["plan-2023/first", "wheat/first", "barley/first"],
    ["smelter-2025/first", "plan-2023/first", "wheat/first"],
  ],
])("%j is shown as %j: what a fact replaced takes the room of no other", (keys, shown) => {
  const { facts } = withContext(keys, { isList: false, isTimeline: false });
  expect(facts.map(({ key }) => key)).toEqual(shown);
});

test("the question after it is not about the article of what was replaced", async () => {
  const { answerTo } = await answersOf([OLD, NEW, ...OTHERS]);
  const first = answerTo("Which smelter for tungsten was opened?");
  expect(first.citations.map(factKey)).toEqual(["smelter-2025/first", "plan-2023/first"]);
  expect(answerTo("how much does it cost?", first.thread).citations).toEqual([]);
});
