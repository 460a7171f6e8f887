import { expect, test } from "vitest";
import { answersOf, report } from "./small-answers.ts";

const OLD = report("smelter-2023", "A smelter for tungsten is planned in Aktogay.", {
  published: "2023-04-03",
});
const NEW = report("smelter-2025", "The smelter for tungsten in Aktogay was opened.", {
  published: "2025-05-06",
  relations: [{ type: "follows", to: "smelter-2023" }],
});
const OTHER = report("wheat-2026", "Wheat is sold to Tajikistan.", { published: "2026-01-02" });

test("asked for something newer, the article that continues the quoted one is quoted", async () => {
  const { answerTo } = await answersOf([OLD, NEW, OTHER]);
  const { thread } = answerTo("Where is a smelter for tungsten planned?");
  const newer = answerTo("is there a newer report?", { ...thread, facts: ["smelter-2023/first"] });
  expect(newer.citations.map(({ article }) => article.id)).toEqual(["smelter-2025"]);
});

test("where nothing is newer, nothing else is missing, and what was quoted is the nearest", async () => {
  const { answerTo } = await answersOf([OLD, NEW, OTHER]);
  const { thread } = answerTo("Which smelter for tungsten was opened?");
  const newer = answerTo("is there a newer report?", { ...thread, facts: ["smelter-2025/first"] });
  expect(newer).toMatchObject({ kind: "unknown", missing: [] });
  expect(newer.nearest.map(({ id }) => id)).toEqual(["smelter-2025"]);
});
