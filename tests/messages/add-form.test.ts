/** What a correction leaves of an article, and what others say of it. */
import { expect, test } from "vitest";
import { inEveryLanguage } from "../../src/knowledge/excerpts.ts";
import { corrected, formOf } from "../../src/messages/add-form.ts";
import type { Article } from "../../src/model.ts";
import { vocabulary } from "../answers/base.ts";
import { article, deal } from "../builders.ts";

const [A, B, C] = ["Gallium is made.", "Zinc is sold.", "Copper is found."];
const PUBLISHED: Article = article({
  excerpts: "en",
  headline: inEveryLanguage("Metals"),
  title: "Metals",
  facts: [A, B, C].map((text, at) => ({
    id: `excerpt-${at + 1}`,
    on: "2024",
    ...inEveryLanguage(text ?? ""),
  })),
  deals: [deal({ name: inEveryLanguage(B ?? "") })],
  relations: [
    { type: "supersedes", fact: "excerpt-3", to: "old/one" },
    { type: "contradicts", fact: "excerpt-1", to: "other/one" },
    { type: "follows", to: "old" },
  ],
});

function correct(facts: readonly string[]): Article {
  const form = formOf({ article: PUBLISHED }, { language: "en", vocabulary });
  return corrected({ article: PUBLISHED }, { ...form, facts: facts.join("\n") }, vocabulary);
}

test("without a correction nothing changes", () => {
  expect(correct([A, B, C].map(String))).toEqual({
    ...PUBLISHED,
    date_basis: PUBLISHED.date_basis,
  });
});

test("a sentence keeps its id, date and relations when others go or come", () => {
  const { facts, relations, deals } = correct([String(C), "Tin is rare.", String(B)]);
  expect(facts.map(({ id, on, en }) => [id, on, en])).toEqual([
    ["excerpt-3", "2024", C],
    ["excerpt-4", undefined, "Tin is rare."],
    ["excerpt-2", "2024", B],
  ]);
  expect(relations).toEqual([
    { type: "supersedes", fact: "excerpt-3", to: "old/one" },
    { type: "follows", to: "old" },
  ]);
  expect(deals).toEqual(PUBLISHED.deals);
});
