import { expect, test } from "vitest";
import { editDistanceAtMost, lettersOf, mayBeWithin } from "../../src/knowledge/edit-distance.ts";

const NAMES = ["tungsten", "вольфрам", "kazatomprom", "eurasian", "оренбург", "aksu", "boguty"];
const TYPED = [
  "tugnsten",
  "volfram",
  "вальфрамм",
  "kazatompom",
  "eurasia",
  "оринбург",
  "akasu",
  "x",
];

test.each(NAMES)("the letters of %s rule out no word that is within the limit", (name) => {
  for (const typed of [...NAMES, ...TYPED])
    for (const limit of [0, 1, 2, 3])
      if (editDistanceAtMost(typed, name, limit) !== null)
        expect(mayBeWithin(limit, lettersOf(typed), lettersOf(name))).toBe(true);
});

test("words that share few letters are told apart by their letters alone", () => {
  expect(mayBeWithin(2, lettersOf("boguty"), lettersOf("tungsten"))).toBe(false);
  expect(mayBeWithin(1, lettersOf("вольфрам"), lettersOf("оренбург"))).toBe(false);
});
