import { expect, test } from "vitest";
import { createAnswers } from "../../src/answers/create-answers.ts";
import { TODAY, vocabulary } from "./base.ts";
import { report } from "./small-answers.ts";

const TUNGSTEN = report("tungsten", "A tungsten mine was opened in Boguty.", {
  published: "2024-01-02",
});
const BERYLLIUM = report("beryllium", "Beryllium is made in Oskemen.", { published: "2025-03-04" });
const REWORDED = report("tungsten", "The tungsten mine was closed in Boguty.", {
  published: "2024-01-02",
});

async function opened(...articles: Parameters<typeof createAnswers>[0]) {
  const answers = await createAnswers(articles, vocabulary);
  const quotes = (text: string) =>
    answers.ask({ text, today: TODAY }).citations.map(({ quote }) => quote);
  return { ...answers, quotes };
}

test("an article that is added is found, one that is taken away is not", async () => {
  const { replace, quotes } = await opened(TUNGSTEN);
  expect(quotes("Where is beryllium made?")).toEqual([]);
  await replace([TUNGSTEN, BERYLLIUM]);
  expect(quotes("Where is beryllium made?")).toEqual(["Beryllium is made in Oskemen."]);
  await replace([TUNGSTEN]);
  expect(quotes("Where is beryllium made?")).toEqual([]);
  expect(quotes("Where was a tungsten mine opened?")).toEqual([
    "A tungsten mine was opened in Boguty.",
  ]);
});

test("a corrected article is quoted as it is now", async () => {
  const { replace, quotes } = await opened(TUNGSTEN, BERYLLIUM);
  await replace([REWORDED, BERYLLIUM]);
  expect(quotes("What happened to the tungsten mine in Boguty?")).toEqual([
    "The tungsten mine was closed in Boguty.",
  ]);
});

test("the base answers as one that was made of the same articles at once", async () => {
  const live = await opened(TUNGSTEN);
  await live.replace([BERYLLIUM]);
  await live.replace([REWORDED, BERYLLIUM, TUNGSTEN].slice(0, 2));
  const fresh = await opened(REWORDED, BERYLLIUM);
  for (const text of ["latest on tungsten", "Where is beryllium made?", "gold", "timeline"])
    expect(live.ask({ text, today: TODAY })).toEqual(fresh.ask({ text, today: TODAY }));
});

test("changes that come at once are made one after the other", async () => {
  const { replace, quotes } = await opened();
  await Promise.all([replace([TUNGSTEN]), replace([]), replace([BERYLLIUM])]);
  expect(quotes("Where is beryllium made?")).toHaveLength(1);
  expect(quotes("Where was a tungsten mine opened?")).toEqual([]);
});
