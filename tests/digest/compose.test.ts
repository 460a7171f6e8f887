import { describe, expect, test } from "vitest";
import { parseFilter } from "../../src/answers/filter.ts";
import { createCompose } from "../../src/digest/compose.ts";
import type { Edition } from "../../src/digest/edition.ts";
import { createVocabulary } from "../../src/knowledge/vocabulary.ts";
import { type Article, LANGUAGES, type Language } from "../../src/model.ts";
import { article, deal, fact } from "../builders.ts";

const WEEK = { from: "2024-06-10", to: "2024-06-17" };

/** Two articles with these tell one happening. */
const SAME = {
  headline: {
    en: "Korea signs a lithium pact in Astana.",
    fr: "La Corée signe un accord sur le lithium à Astana.",
    ru: "Корея подписала в Астане договор о литии.",
  },
  facts: [fact()],
};

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
    expect(edition).toMatchObject({ newItems: 1, updates: 1 });
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
    expect(compose([earlier, other, both])).toMatchObject({ newItems: 0, updates: 1 });
  });

  test("carries on what it follows, and not a newer one of which it replaces a fact", () => {
    const newer = article({ id: "newer", published: "2024-06-01", headline: SAME.headline });
    const both = article({
      relations: [
        { type: "supersedes", fact: "first", to: "newer/first" },
        { type: "follows", to: "earlier" },
      ],
    });
    expect(itemOf(compose([earlier, newer, both]), "one")?.updateOf).toBe("earlier");
  });

  test("is an article that corrects a fact of an earlier one", () => {
    const correction = article({
      relations: [{ type: "contradicts", fact: "first", to: "earlier/first" }],
    });
    expect(itemOf(compose([earlier, correction]), "one")?.updateOf).toBe("earlier");
  });

  test("is none when the earlier article is of the same week", () => {
    const same = { ...earlier, published: "2024-06-10" };
    expect(compose([same, later])).toMatchObject({ newItems: 2, updates: 0 });
  });

  test("is none when nobody knows the day of the earlier article", () => {
    expect(compose([{ ...earlier, published: "2024" }, later])).toMatchObject({
      newItems: 1,
      updates: 0,
    });
  });
});

describe("a happening", () => {
  const told = article({ id: "told", facts: SAME.facts, headline: SAME.headline });
  const late = article({ id: "late", ...SAME, published: "2024-06-14" });

  test("that several outlets tell is one item with all of them", () => {
    const edition = compose([told, late, article()]);
    expect(edition.newItems).toBe(2);
    expect(itemOf(edition, "told")?.sources.map((source) => source.article)).toEqual([
      "told",
      "late",
    ]);
  });

  test("is told by the outlet of the reader's language", () => {
    const french = { ...late, language: "fr" };
    expect(compose([told, french], { language: "fr" }).headlines[0]?.article).toBe("late");
  });

  test("that the channel was told is repeated only as an update, with the way there", () => {
    const url = "https://example.slack.com/archives/C1/p1";
    const edition = compose([told, late], { told: new Map([["told", url]]) });
    expect(edition).toMatchObject({ newItems: 0, updates: 1, toldBefore: 1 });
    expect(edition.headlines).toMatchObject([
      {
        article: "late",
        updateOf: "told",
        earlier: { edition: url },
        sources: [{ article: "late" }],
      },
    ]);
  });

  test("that the channel was told, and nobody tells anew, is not repeated", () => {
    const edition = compose([told], { told: new Map([["told", null]]) });
    expect(edition).toMatchObject({ newItems: 0, updates: 0, toldBefore: 1, sections: [] });
  });

  test("of the week before is an update when somebody else tells it", () => {
    const before = { ...told, published: "2024-06-08" };
    expect(compose([before, late]).headlines).toMatchObject([
      { article: "late", updateOf: "told", earlier: { edition: null, url: before.url } },
    ]);
  });

  test("that a filter leaves half of keeps the sources that meet it", () => {
    const uranium = { ...late, minerals: ["uranium"] };
    const edition = compose([told, uranium], { filter: "lithium" });
    expect(edition.headlines[0]?.sources.map((source) => source.article)).toEqual(["told"]);
  });
});

describe("an item", () => {
  test("shows what a figure was and what it is now, each with its source", () => {
    const was = article({
      id: "was",
      published: "2023-03-01",
      facts: [fact({ en: "The plan is 5." })],
    });
    const now = article({
      facts: [fact({ en: "The plan is 7." })],
      relations: [{ type: "supersedes", fact: "first", to: "was/first" }],
    });
    expect(compose([was, now]).headlines).toMatchObject([
      {
        updateOf: "was",
        replaced: [
          {
            was: { text: "The plan is 5.", article: "was", published: "2023-03-01" },
            now: { text: "The plan is 7.", article: "one" },
          },
        ],
      },
    ]);
  });

  test.each([
    ["2023-10-03", "2024-06-12", "2024-06-12"],
    ["2023-10", "2024-06-12", "2024-06-12"],
    ["2024-06-12", "2024-06-12", null],
    ["2024-06-12", undefined, null],
  ])("published %s and indexed %s tells the day of indexing: %s", (published, day, added) => {
    const [item] = compose([article({ published, ...(day && { added: day }) })]).headlines;
    expect(item?.added).toBe(added);
  });

  test("says what the filter asks for where its headline does not", () => {
    const named = fact({ id: "named", en: "France buys uranium there too." });
    const item = article({ minerals: ["lithium", "uranium"], facts: [fact(), named] });
    expect(compose([item], { filter: "uranium" }).headlines).toMatchObject([
      { subject: "Uranium", why: { kind: "fact", text: "France buys uranium there too." } },
    ]);
    expect(compose([item]).headlines).toMatchObject([{ subject: "South Korea", why: null }]);
  });

  test("tells what its deal is worth", () => {
    const item = article({ deals: [deal({ amount: 5, currency: "EUR" })] });
    expect(compose([item]).headlines).toMatchObject([
      { why: { kind: "deal", deal: { status: "signed", amount: 5 } } },
    ]);
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
    expect(edition).toMatchObject({ newItems: 56, updates: 8, leftOut: 4 });
    expect(edition.headlines).toHaveLength(5);
    const shown = edition.sections.flatMap(({ items }) => items.map((each) => each.article));
    expect(new Set(shown).size).toBe(60);
    expect(shown.length + edition.leftOut).toBe(edition.newItems + edition.updates);
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
    expect(compose([article({ deals })]).deals).toMatchObject([
      { ...PACT, date: "2024-06-12", amount: 2_500_000, currency: "EUR" },
      { ...PACT, date: null, amount: null, currency: null },
    ]);
  });

  const told = article({
    id: "told",
    published: "2024-05-20",
    deals: [deal({ status: "announced", date: "2024-05-20" })],
  });

  test("that an earlier article told is listed when it has moved on", () => {
    const signed = article({ deals: [deal({ date: "2024-05" })] });
    expect(compose([told, signed]).deals).toMatchObject([
      { id: "told/pact", status: "signed", was: "announced", articles: ["told", "one"] },
    ]);
  });

  test("that an earlier article told is not listed when it is merely told again", () => {
    const again = article({ deals: [deal({ status: "announced", date: "2024-05-20" })] });
    expect(compose([told, again]).deals).toEqual([]);
  });

  test("that two articles tell is listed once, with both, and with both figures", () => {
    const two = article({ id: "two", deals: [deal({ amount: 7, currency: "EUR" })] });
    const one = article({ deals: [deal({ amount: 5, currency: "EUR" })] });
    const [first, ...others] = compose([one, two]).deals;
    expect(others).toEqual([]);
    expect(first?.sources.map((source) => source.article)).toEqual(["one", "two"]);
    expect(first?.conflicts.map(({ amount }) => amount)).toEqual([5, 7]);
  });

  test("of another mineral than the filter asks for is not listed, though its article is", () => {
    const deals = [
      deal({ minerals: ["uranium"] }),
      deal({ id: "second", minerals: ["lithium"], date: "2024-06-13" }),
    ];
    const edition = compose([article({ minerals: ["lithium", "uranium"], deals })], {
      filter: "lithium",
    });
    expect(edition.deals.map(({ id }) => id)).toEqual(["one/second"]);
  });

  test("of the last weeks that is not concluded is still open, one of long ago is not", () => {
    const old = article({
      id: "old",
      published: "2023-05-20",
      deals: [deal({ status: "proposed", date: "2023-05-20", parties: ["FR"] })],
    });
    expect(compose([told, old, article()]).stillOpen).toEqual({
      deals: [{ name: "Pact on lithium", excerpts: null, status: "announced" }],
      more: 0,
    });
    expect(compose([told, old], { told: new Map([["old", null]]) }).stillOpen.deals).toHaveLength(
      2,
    );
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
    expect(edition.newItems).toBe(1);
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
    newItems: 0,
    updates: 0,
    headlines: [],
    sections: [],
    deals: [],
    register: [],
    stillOpen: { deals: [], more: 0 },
    leftOut: 0,
    toldBefore: 0,
    notUnderstood: [],
    newest: "2024-05-30",
  } satisfies Edition);
});

test("an empty base has no newest article", () => {
  expect(compose([]).newest).toBeNull();
});

test("every text is in the language of the edition", () => {
  const texts = { en: "in English", fr: "en français", ru: "по-русски" };
  const more = {
    en: "More is known.",
    fr: "On en sait plus.",
    ru: "Известно больше.",
  };
  const base = [article({ headline: texts, facts: [fact(more)], deals: [deal({ name: texts })] })];
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
  const inLanguage = (language: Language, subject: string, group: string) => ({
    headline: texts[language],
    subject,
    detail: more[language],
    group,
    deal: texts[language],
  });
  expect(shown).toEqual([
    inLanguage("en", "South Korea", "Lithium"),
    inLanguage("fr", "Corée du Sud", "Lithium"),
    inLanguage("ru", "Южная Корея", "Литий"),
  ]);
});

const PACT = { article: "one", name: "Pact on lithium", status: "signed", was: null };

function concept(kind: "mineral" | "country", id: string, names: Record<Language, string>) {
  return { kind, id, names: { en: [names.en], fr: [names.fr], ru: [names.ru] } };
}

function compose(
  articles: readonly Article[],
  wish: {
    language?: Language;
    filter?: string;
    window?: typeof WEEK;
    told?: ReadonlyMap<string, string | null>;
  } = {},
): Edition {
  const { language = "en", filter, window = WEEK, told = new Map() } = wish;
  return createCompose(
    articles,
    vocabulary,
  )({
    window,
    language,
    filter: filter ? parseFilter({ text: filter, today: "2024-06-17", vocabulary }) : null,
    told,
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
