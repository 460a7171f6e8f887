/** A subject without a question gets its newest, each happening by what its article begins with. */
import { describe, expect, test } from "vitest";
import { article, fact, translated } from "../builders.ts";
import { answersOf, report } from "./small-answers.ts";

const told = (id: string, text: string) => fact({ id, ...translated(text) });
const { answerTo, citedFacts } = await answersOf([
  article({
    id: "leak",
    headline: translated("A leak hit the titanium plant of UKTMP in Kazakhstan."),
    published: "2025-05-20",
    minerals: [],
    facts: [
      told("hit", "A chlorine leak hit a titanium plant in Kazakhstan."),
      told("price", "Titanium may become 15 percent dearer."),
    ],
  }),
  report("venture", "India and Kazakhstan set up a titanium venture.", { published: "2024-11-06" }),
  report("talks", "France and Kazakhstan talk of titanium.", { published: "2024-06-10" }),
  report("old", "Kazakhstan sold titanium to Norway.", { published: "2022-01-10" }),
  report("lithium", "Korea looks for lithium in Kazakhstan.", { published: "2026-01-10" }),
]);

describe("a subject alone", () => {
  test.each([
    "titanium",
    "what about titanium?",
    "titanium in Kazakhstan",
    "titane",
    "et pour le titane ?",
    "qu'en est-il du titane ?",
    "титан",
    "а что с титаном?",
  ])("%s: the newest, and how many more there are", (text) => {
    const [first, second, third, ...others] = citedFacts(text);
    expect(first).toBe("leak/hit");
    expect([second?.split("/")[0], third?.split("/")[0]]).toEqual(["venture", "talks"]);
    expect(others).toEqual([]);
    expect(answerTo(text).more).toBe(1);
  });

  test("two subjects are both meant", () => {
    expect(citedFacts("titanium France").map((key) => key.split("/")[0])).toEqual(["talks"]);
  });

  test.each(["what is titanium", "titanium price", "titanium plant capacity"])(
    "what asks for more is a question: %s",
    (text) => {
      expect(answerTo(text).kind).not.toBe("list");
    },
  );

  test("what the base does not have is refused", () => {
    expect(answerTo("what about gallium?").kind).toBe("unknown");
  });
});
