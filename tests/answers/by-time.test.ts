/** Questions for whatever there is: of a period, lately, in its order. */
import { describe, expect, test } from "vitest";
import { answersOf, report } from "./small-answers.ts";

const MARCH = report("march", "Kazakhstan opened a tungsten plant in December 2024.", {
  published: "2025-03-10",
  on: "2024-12-05",
});
const DECEMBER = report("december", "France signed an agreement on titanium with Kazakhstan.", {
  published: "2024-12-20",
  on: "2024-12-19",
});
const PLAN = report("plan", "Kazakhstan wants to double its copper output by 2030.", {
  published: "2025-06-02",
});
const VAGUE = report("vague", "Ulba looks for beryllium.", { published: "2025" });

describe("a period alone", async () => {
  const { citedArticles, answerTo } = await answersOf([MARCH, DECEMBER, PLAN, VAGUE]);

  test.each([
    ["what was published in March 2025", ["march"]],
    ["what happened in March 2025", []],
    ["what happened in December 2024", ["december", "march"]],
    ["что произошло в декабре 2024 года", ["december", "march"]],
    ["qu'est-ce qui s'est passé en décembre 2024 ?", ["december", "march"]],
    ["quoi de neuf en juin 2025", ["plan"]],
    ["что нового за июнь 2025", ["plan"]],
    ["news from 2024", ["december"]],
    ["everything since 2025-05", ["plan", "vague"]],
    ["tout depuis mai 2025", ["plan", "vague"]],
    ["что было в 2030 году", []],
    ["news this month", []],
  ])("%s: %j", (text, articles) => {
    expect(citedArticles(text)).toEqual(articles);
  });

  test("with nothing in it is named, and the newest articles are the nearest", () => {
    const { kind, missingPeriod, nearest } = answerTo("news this month");
    expect(kind).toBe("unknown");
    expect(missingPeriod).toMatchObject({ from: "2026-11-01", to: "2026-12-01" });
    expect(nearest[0]?.id).toBe("plan");
  });

  test("is met by what a fact tells, and an article of a year need not be of its month", () => {
    expect(citedArticles("beryllium in 2025")).toEqual(["vague"]);
    expect(citedArticles("beryllium in March 2025")).toEqual([]);
  });
});

test("what holds tomorrow is not answered by what was written once", async () => {
  const price = report("price", "Uranium prices had doubled by October 2023.");
  const { citedArticles } = await answersOf([MARCH, DECEMBER, PLAN, VAGUE, price]);
  expect(citedArticles("how do uranium prices change")).toEqual(["price"]);
  expect(citedArticles("how do uranium prices change tomorrow")).toEqual([]);
});

test("a date said in passing is not when it happened", async () => {
  const plans = report("plans", "HMS Bergbau plans a mine at a lithium deposit found in 2023.", {
    published: "2025-04-01",
  });
  const found = report("found", "In 2023 a lithium deposit was found in East Kazakhstan.", {
    published: "2025-04-01",
  });
  const { citedArticles } = await answersOf([plans, found]);
  expect(citedArticles("latest on lithium before 2024")).toEqual(["found"]);
  expect(citedArticles("lithium news of April 2025")).toContain("plans");
});

describe("a list", async () => {
  const years = [2018, 2020, 2022, 2024];
  const { answerTo, citedArticles } = await answersOf([
    ...years.map((year) =>
      report(`y${year}`, `A tungsten mine number ${year} opened at the site of ${year}.`, {
        published: `${year}-05-01`,
      }),
    ),
  ]);

  test("of all news is not cut to the latest", () => {
    expect(citedArticles("latest on tungsten")).toEqual(["y2024"]);
    for (const text of ["all news on tungsten", "все новости о вольфраме"])
      expect(citedArticles(text)).toEqual(["y2024", "y2022", "y2020", "y2018"]);
  });

  test("names what the base has nothing on, of several things asked for together", () => {
    expect(answerTo("all tungsten and helium news").silent).toEqual(["Helium"]);
    expect(answerTo("все новости о вольфраме и гелии").silent).toEqual(["Гелий"]);
  });
});

test("the latest says how much more of it there is", async () => {
  const { answerTo } = await answersOf([
    report("opened", "A tungsten mine opened.", { published: "2026-08-04" }),
    report("sold", "Glencore sold its tungsten.", { published: "2026-08-03" }),
    report("found", "Geologists found tungsten near Almaty.", { published: "2026-08-02" }),
    report("law", "A law on tungsten exports was passed.", { published: "2026-08-01" }),
  ]);
  const { citations, more } = answerTo("latest on tungsten");
  expect(citations).toHaveLength(3);
  expect(more).toBe(1);
});

test("a timeline of what the base has never heard of is refused", async () => {
  const { citedArticles } = await answersOf([
    report("emirates", "Roman Sklyar met Emirates Global Aluminium.", { published: "2025-01-01" }),
  ]);
  expect(citedArticles("timeline of the Roman Empire")).toEqual([]);
});

test("the news of a time is asked for anew, whatever was talked about", async () => {
  const { answerTo } = await answersOf([MARCH, DECEMBER]);
  const { thread } = answerTo("titanium agreement with France");
  const news = answerTo("quoi de neuf en mars 2025", thread);
  expect(news.citations.map(({ article }) => article.id)).toEqual(["march"]);
});

test("a list counts what it leaves out beyond ten", async () => {
  const metals = "lithium tungsten titanium copper zinc gold nickel cobalt uranium lead silver tin";
  const articles = metals
    .split(" ")
    .map((metal, at) =>
      report(metal, `A new ${metal} mine was opened.`, { published: `2025-03-${at + 10}` }),
    );
  const { answerTo } = await answersOf(articles);
  const { citations, more, kind } = answerTo("what was published in March 2025");
  expect(citations.map(({ article }) => article.id).slice(0, 2)).toEqual(["tin", "silver"]);
  expect({ kind, shown: citations.length, more }).toEqual({ kind: "list", shown: 10, more: 2 });
});

test("a fact of a rare month is found behind any number that fit as well", async () => {
  const crowd = Array.from({ length: 80 }, (_, at) =>
    report(`crowd-${at}`, `Kazakhstan exports uranium ore to buyer number ${at}.`, {
      published: "2023-05-01",
    }),
  );
  const rare = report("rare", "Last spring's exports of uranium ore to Canada, told at length.", {
    published: "2025-02-01",
  });
  const { citedArticles } = await answersOf([...crowd, rare]);
  expect(citedArticles("uranium ore exports in February 2025")).toEqual(["rare"]);
});

describe("the latest", async () => {
  const { citedArticles } = await answersOf([
    report("old", "Kazakhstan opened a lithium plant.", { published: "2023-01-10" }),
    report("newest", "KIGAM found lithium in Kazakhstan.", { published: "2025-03-01" }),
    report("before", "Kazakhstan and South Korea discussed lithium.", { published: "2025-01-15" }),
    report("mention", "Copper, zinc, nickel, lithium and lead are metals.", {
      published: "2025-05-01",
      headline: { en: "Metals of the world.", fr: "Les métaux.", ru: "Металлы." },
    }),
  ]);

  test.each(["latest on lithium", "dernières infos sur le lithium", "что нового по литию"])(
    "%s begins with the newest article about it and leaves out what is long past",
    (text) => {
      expect(citedArticles(text)).toEqual(["newest", "before"]);
    },
  );
});

describe("one happening", async () => {
  const published = "2025-11-06";
  const { citedArticles } = await answersOf([
    report("first", "Kazakhstan and the United States signed a critical-minerals memorandum.", {
      published,
    }),
    report("second", "Kazakhstan and the US signed a memorandum on critical minerals.", {
      published: "2025-11-07",
    }),
    report("other", "Kazakhstan and France signed a critical-minerals memorandum.", { published }),
  ]);

  test("that several outlets tell stands in a list once, another country's beside it", () => {
    const cited = citedArticles("all memoranda of November 2025");
    expect(cited).toContain("other");
    expect(cited).toHaveLength(2);
  });
});

describe("a timeline", async () => {
  const { citedArticles } = await answersOf([
    report("launch", "The Inkai uranium mine was opened again.", {
      published: "2025-02-01",
      on: "2025-01-27",
    }),
    report("stop", "The Inkai uranium mine was stopped.", {
      published: "2025-01-08",
      on: "2025-01",
    }),
    report("start", "The Inkai uranium venture was founded.", {
      published: "2023-01",
      on: "1996",
    }),
  ]);

  test.each(["timeline of Inkai", "chronologie d'Inkai", "хронология Инкая"])(
    "%s begins with the oldest",
    (text) => {
      expect(citedArticles(text)).toEqual(["start", "stop", "launch"]);
    },
  );
});
