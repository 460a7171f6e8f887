import { expect, test } from "vitest";
import { createLiveBase, createSharedBase } from "../src/live-base.ts";
import { vocabulary } from "./answers/base.ts";
import { article, deal, fact, translated } from "./builders.ts";

const PACT = article({
  id: "pact",
  published: "2024-06-11",
  headline: translated("Korea signs a lithium pact with Kazakhstan."),
  facts: [fact(translated("Korea signed a lithium pact with Kazakhstan."))],
  deals: [deal({ name: translated("Lithium pact") })],
});
const WEEK = { from: "2024-06-10", to: "2024-06-17" };

test("answers, register and editions change together", async () => {
  const base = await createLiveBase([], vocabulary);
  const seen = () => ({
    cited: base.answers.ask({ text: "Who signed a lithium pact?", today: "2024-06-17" }).citations
      .length,
    deals: base.deals().length,
    news: base.compose({ window: WEEK, language: "en", filter: null }).newItems,
  });
  const empty = base.version();
  expect(seen()).toEqual({ cited: 0, deals: 0, news: 0 });
  await base.replace([PACT]);
  expect(seen()).toEqual({ cited: 1, deals: 1, news: 1 });
  expect(base.version()).not.toBe(empty);
  await base.replace([]);
  expect(seen()).toEqual({ cited: 0, deals: 0, news: 0 });
  expect(base.version()).toBe(empty);
});

test("what one of many publishes is in its own base alone", async () => {
  const newBase = await createSharedBase([], vocabulary);
  const [mine, other] = [newBase(), newBase()];
  const cited = (base: typeof mine) =>
    base.answers.ask({ text: "Who signed a lithium pact?", today: "2024-06-17" }).citations.length;
  await mine.replace([PACT]);
  expect([cited(mine), cited(other), cited(newBase())]).toEqual([1, 0, 0]);
  expect([mine.deals().length, other.deals().length]).toEqual([1, 0]);
  await mine.replace([]);
  expect([cited(mine), cited(other)]).toEqual([0, 0]);
  expect(mine.version()).toBe(other.version());
});
