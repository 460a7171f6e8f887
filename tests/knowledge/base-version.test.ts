/** The version of the base, by which feedback tells what an answer was given from. */
import { expect, test } from "vitest";
import { baseVersion } from "../../src/knowledge/base-version.ts";
import { createVocabulary } from "../../src/knowledge/vocabulary.ts";
import { article } from "../builders.ts";

const VOCABULARY = createVocabulary([
  { kind: "mineral", id: "lithium", names: { en: ["lithium"] } },
]);
const [one, two] = [article({ id: "one" }), article({ id: "two" })];

test("the same files have the same version, in whatever order they were read", () => {
  const again = [article({ id: "two" }), article({ id: "one" })];
  expect(baseVersion(again, VOCABULARY)).toBe(baseVersion([one, two], VOCABULARY));
});

test.each([
  ["an article more", [one, two, article({ id: "three" })], VOCABULARY],
  ["an article changed", [one, { ...two, publisher: "Another" }], VOCABULARY],
  ["a word changed", [one, two], createVocabulary([])],
])("%s is another version", (_, articles, vocabulary) => {
  expect(baseVersion(articles, vocabulary)).not.toBe(baseVersion([one, two], VOCABULARY));
});
