import { describe, expect, test } from "vitest";
import { parseFilter } from "../../src/answers/filter.ts";
import { composeEdition, type Edition } from "../../src/digest/compose.ts";
import { createVocabulary } from "../../src/knowledge/vocabulary.ts";
import { type Article, LANGUAGES, type Language } from "../../src/model.ts";
import { article, deal, fact } from "../builders.ts";

const WEEK = { from: "2024-06-10", to: "2024-06-17" };

const vocabulary = createVocabulary([
  concept("mineral", "lithium", { en: "lithium", fr: "lithium", ru: "литий" }),
  concept("mineral", "uranium", { en: "uranium", fr: "uranium", ru: "уран" }),
  concept("mineral", "rare-earths", { en: "rare earths", fr: "terres rares", ru: "редкие земли" }),
  {
    ...concept("mineral", "neodymium", { en: "neodymium", fr: "néodyme", ru: "неодим" }),
    parent: "rare-earths",
  },
  concept("country", "KR", { en: "South Korea", fr: "Corée du Sud", ru: "Южная Корея" }),
  concept("country", "FR", { en: "France", fr: "France", ru: "Франция" }),
]);

describe("the window", () => {
  test.each([
    ["2024-06-09", false],
    ["2024-06-10", true],
    ["2024-06-16", true],
    ["2024-06-17", false],
  ])("from 10 to 17 June, an article of %s is news: %s", (published, isNews) => {
    expect(newsOf([article({ published })])).toEqual(isNews ? ["one"] : []);
  });

  test.each([
    ["a month", "2024-06"],
    ["a year", "2024"],
    ["no date", null],
  ])("an article with %s for a date is in no edition", (_, published) => {
    expect(newsOf([article({ published })], { from: "2024-01-01", to: "2025-01-01" })).toEqual([]);
  });

  test("the day an article was added counts, and not the day it was published", () => {
    const late = article({ published: "2023-11-02", added: "2024-06-12" });
    const early = article({ id: "two", published: "2024-06-12", added: "2024-05-01" });
    expect(newsOf([late, early])).toEqual(["one"]);
  });

  test("an article without a known day is news on the day it was added", () => {
    expect(newsOf([article({ published: null, added: "2024-06-12" })])).toEqual(["one"]);
  });
});

describe("an update", () => {
  const earlier = article({ id: "earlier", published: "2024-05-02" });
  const later = article({ relations: [{ type: "follows", to: "earlier" }] });

  test("is counted once and names the earlier article", () => {
    const edition = compose([earlier, later, article({ id: "two" })]);
    expect(edition).toMatchObject({ newArticles: 1, updates: 1 });
    expect(itemOf(edition, "one")?.updateOf).toBe("earlier");
    expect(itemOf(edition, "two")?.updateOf).toBeNull();
  });

  test("is counted once when it carries two stories on", () => {
    const other = article({ id: "other", published: "2024-04-02" });
    const both = article({
      relations: [
        { type: "follows", to: "earlier" },
        { type: "supersedes", fact: "first", to: "other/first" },
      ],
    });
    expect(compose([earlier, other, both])).toMatchObject({ newArticles: 0, updates: 1 });
  });

  test("is an article that corrects a fact of an earlier one", () => {
    const correction = article({
      relations: [{ type: "contradicts", fact: "first", to: "earlier/first" }],
    });
    expect(itemOf(compose([earlier, correction]), "one")?.updateOf).toBe("earlier");
  });

  test("is none when the earlier article is of the same week", () => {
    const same = { ...earlier, published: "2024-06-10" };
    expect(compose([same, later])).toMatchObject({ newArticles: 2, updates: 0 });
  });

  test("is none when nobody knows the day of the earlier article", () => {
    expect(compose([{ ...earlier, published: "2024" }, later])).toMatchObject({
      newArticles: 1,
      updates: 0,
    });
  });
});

describe("the groups", () => {
  const base = [
    article({ id: "korea", minerals: ["lithium", "uranium"] }),
    article({ id: "france", minerals: ["uranium"], countries: ["FR"] }),
    article({ id: "again", minerals: ["lithium"] }),
    article({ id: "visit", minerals: [], countries: ["FR"] }),
    article({ id: "other", minerals: [], countries: [], published: "2024-06-16" }),
  ];

  test("hold every article once, by its first mineral, else its partner, the rest last", () => {
    const groups = compose(base).sections.map(({ title, items }) => [
      title,
      items.map(({ article: id }) => id),
    ]);
    expect(groups).toEqual([
      ["Lithium", ["again", "korea"]],
      ["Uranium", ["france"]],
      ["France", ["visit"]],
      [null, ["other"]],
    ]);
  });

  test("put articles with deals first, then the newest", () => {
    const edition = compose([
      article({ id: "older", published: "2024-06-10" }),
      article({ id: "newer", published: "2024-06-14" }),
      article({ id: "signed", published: "2024-06-11", deals: [deal()] }),
    ]);
    expect(edition.headlines.map((each) => each.article)).toEqual(["signed", "newer", "older"]);
  });

  test("do not depend on the order of the base", () => {
    expect(compose(base.toReversed())).toEqual(compose(base));
  });
});

describe("the counts", () => {
  test("add up, with what does not fit left out and counted", () => {
    const earlier = article({ id: "earlier", published: "2024-01-01" });
    const many = Array.from({ length: 64 }, (_, index) =>
      article({
        id: `many-${index}`,
        relations: index % 8 === 0 ? [{ type: "follows", to: "earlier" }] : [],
      }),
    );
    const edition = compose([earlier, ...many]);
    expect(edition).toMatchObject({ newArticles: 56, updates: 8, leftOut: 4 });
    expect(edition.headlines).toHaveLength(5);
    const shown = edition.sections.flatMap(({ items }) => items.map((each) => each.article));
    expect(new Set(shown).size).toBe(60);
    expect(shown.length + edition.leftOut).toBe(edition.newArticles + edition.updates);
  });

  test("leave nothing out of sixty articles", () => {
    const sixty = Array.from({ length: 60 }, (_, index) => article({ id: `of-${index}` }));
    expect(compose(sixty).leftOut).toBe(0);
  });
});

describe("a deal", () => {
  test.each([
    ["made in the window", "2024-06-12", true],
    ["made in the month of the window", "2024-06", true],
    ["made in the year of the window", "2024", true],
    ["without a date", null, true],
    ["made on the day after", "2024-06-17", false],
    ["made long before", "2023-11-02", false],
  ])("%s is listed with its article's news: %s", (_, date, isListed) => {
    const edition = compose([article({ deals: [deal({ date })] })]);
    expect(edition.deals.map((each) => each.date)).toEqual(isListed ? [date] : []);
  });

  test("of an article that is no news is not listed", () => {
    expect(compose([article({ published: "2024-06-01", deals: [deal()] })]).deals).toEqual([]);
  });

  test("keeps what its source says, and stays blank where that is silent", () => {
    const deals = [deal({ amount: 2_500_000, currency: "EUR" }), deal({ id: "bare", date: null })];
    expect(compose([article({ deals })]).deals).toEqual([
      {
        article: "one",
        name: "Pact on lithium",
        status: "signed",
        date: "2024-06-12",
        amount: 2_500_000,
        currency: "EUR",
      },
      {
        article: "one",
        name: "Pact on lithium",
        status: "signed",
        date: null,
        amount: null,
        currency: null,
      },
    ]);
  });
});

describe("a filter", () => {
  const base = [
    article({ id: "korea", minerals: ["lithium"], countries: ["KR"] }),
    article({ id: "france", minerals: ["uranium"], countries: ["FR"] }),
    article({ id: "magnets", minerals: ["neodymium"], countries: ["FR"] }),
  ];

  test.each([
    ["lithium", ["korea"]],
    ["lithium France", []],
    ["lithium uranium", ["france", "korea"]],
    ["uranium en France", ["france"]],
    ["rare earths", ["magnets"]],
    ["Франция", ["france", "magnets"]],
  ])("%s keeps only what meets it", (filter, ids) => {
    expect(newsOf(base, WEEK, filter)).toEqual(ids);
  });

  test("names the words that it does not know, as they were written", () => {
    const edition = compose(base, { filter: "lithium Atlantis" });
    expect(edition.notUnderstood).toEqual(["Atlantis"]);
    expect(edition.newArticles).toBe(1);
  });

  test("that is all understood names none", () => {
    expect(compose(base, { filter: "lithium" }).notUnderstood).toEqual([]);
  });
});

test("an empty week has no news, and tells how new the base is", () => {
  const edition = compose([
    article({ published: "2024-05-30" }),
    article({ id: "two", published: "2024-05" }),
  ]);
  expect(edition).toEqual({
    ...WEEK,
    language: "en",
    newArticles: 0,
    updates: 0,
    headlines: [],
    sections: [],
    deals: [],
    leftOut: 0,
    notUnderstood: [],
    newest: "2024-05-30",
  } satisfies Edition);
});

test("an empty base has no newest article", () => {
  expect(compose([]).newest).toBeNull();
});

test("every text is in the language of the edition", () => {
  const texts = { en: "in English", fr: "en français", ru: "по-русски" };
  const base = [article({ headline: texts, facts: [fact(texts)], deals: [deal({ name: texts })] })];
  const shown = LANGUAGES.map((language) => {
    const { headlines, sections, deals } = compose(base, { language });
    return {
      headline: headlines[0]?.text,
      subject: headlines[0]?.subject,
      detail: headlines[0]?.detail,
      group: sections[0]?.title,
      deal: deals[0]?.name,
    };
  });
  const inLanguage = (text: string, subject: string, group: string) => ({
    headline: text,
    subject,
    detail: text,
    group,
    deal: text,
  });
  expect(shown).toEqual([
    inLanguage("in English", "South Korea", "Lithium"),
    inLanguage("en français", "Corée du Sud", "Lithium"),
    inLanguage("по-русски", "Южная Корея", "Литий"),
  ]);
});

function concept(kind: "mineral" | "country", id: string, names: Record<Language, string>) {
  return { kind, id, names: { en: [names.en], fr: [names.fr], ru: [names.ru] } };
}

function compose(
  articles: readonly Article[],
  wish: { language?: Language; filter?: string; window?: typeof WEEK } = {},
): Edition {
  const { language = "en", filter, window = WEEK } = wish;
  return composeEdition({
    articles,
    vocabulary,
    window,
    language,
    filter: filter ? parseFilter({ text: filter, today: "2024-06-17", vocabulary }) : null,
  });
}

/** The ids of what an edition tells, in order of name. */
function newsOf(articles: readonly Article[], window = WEEK, filter?: string): string[] {
  return compose(articles, { window, ...(filter && { filter }) })
    .sections.flatMap(({ items }) => items.map((each) => each.article))
    .toSorted();
}

function itemOf(edition: Edition, id: string) {
  return edition.sections.flatMap(({ items }) => items).find((each) => each.article === id);
}
