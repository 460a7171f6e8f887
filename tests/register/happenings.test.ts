/** What a happening carries on. */
import { expect, test } from "vitest";
import { createVocabulary } from "../../src/knowledge/vocabulary.ts";
import { createHappeningsOf } from "../../src/register/happenings.ts";
import { article } from "../builders.ts";

const STORY = article({ id: "story", published: "2024-01-02" });
const FIGURE = article({ id: "figure", published: "2024-03-04" });
const FOLLOWS = { type: "follows", to: "story" } as const;
const REPLACES = { type: "supersedes", fact: "first", to: "figure/first" } as const;

test.each([
  ["what it follows", [REPLACES, FOLLOWS], "story"],
  ["what it replaces a fact of, where it follows nothing", [REPLACES], "figure"],
  ["nothing", [], null],
])("an article carries on %s", (_, relations, carriedOn) => {
  const told = article({ id: "told", relations: [...relations] });
  const { of } = createHappeningsOf(createVocabulary([]))([STORY, FIGURE, told]);
  expect(of([told])[0]?.updateOf?.id ?? null).toBe(carriedOn);
});
