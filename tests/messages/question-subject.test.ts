/** Which questions are taken to be about one thing. */
import { beforeAll, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import type { Vocabulary } from "../../src/knowledge/vocabulary.ts";
import { subjectOf } from "../../src/messages/question-subject.ts";
import type { Language } from "../../src/model.ts";

let vocabulary: Vocabulary;
beforeAll(async () => {
  ({ vocabulary } = await loadKnowledge("knowledge"));
});

const read = (language: Language, question: string, ...missing: string[]) =>
  subjectOf({ question, missing, language }, vocabulary);

test.each<[string, Parameters<typeof read>, Parameters<typeof read>]>([
  ["word order and endings", ["en", "lithium prices"], ["en", "What is the price of lithium?"]],
  ["accents and capitals", ["fr", "réserves de béryllium"], ["fr", "RESERVES DE BERYLLIUM"]],
  ["Russian cases", ["ru", "цена титана"], ["ru", "какова цена на титан?"]],
])("%s do not part questions", (_, left, right) => {
  expect(read(...left).wordsKey).toBe(read(...right).wordsKey);
});

test("what is missing is one thing, whatever was asked about it and in which language", () => {
  const keys = [
    read("en", "Who is the president of Mongolia?", "Mongolia"),
    read("fr", "Combien de personnes habitent en Mongolie ?", "habitent", "Mongolie"),
    read("ru", "Кто правит Монголией?", "Монголией"),
  ].map(({ missingKey }) => missingKey);
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).not.toBeNull();
});

test("other things are other groups", () => {
  expect(read("en", "price of lithium").wordsKey).not.toBe(
    read("en", "price of titanium").wordsKey,
  );
  expect(read("en", "on Mars", "Mars").missingKey).not.toBe(
    read("en", "on Venus", "Venus").missingKey,
  );
});

test("a greeting is about nothing", () => {
  expect(read("en", "hello").wordsKey).toBeNull();
});

test("a subject is a concept where it has a name, else the word as it was written", () => {
  expect(read("ru", "цена титана").subjects).toEqual(["mineral:titanium"]);
  expect(read("en", "life on Mars", "life", "Mars").subjects).toEqual(["life", "Mars"]);
});
