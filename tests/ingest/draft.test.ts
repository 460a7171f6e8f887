import { describe, expect, test } from "vitest";
import { draftArticle } from "../../src/ingest/draft.ts";
import { fingerprintOf, isNearDuplicate } from "../../src/ingest/fingerprint.ts";
import { sumsIn } from "../../src/ingest/money.ts";
import { sentencesOf } from "../../src/ingest/sentences.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { Article, type Language } from "../../src/model.ts";

const { vocabulary } = await loadKnowledge("knowledge");
const TODAY = "2026-11-22";

function draft({
  title = "Title" as string | null,
  language = null as string | null,
  paragraphs = [] as readonly string[],
  isPaid = false,
}) {
  return draftArticle(
    {
      url: "https://www.outlet.example/news/1",
      title,
      publisher: "Outlet",
      language,
      published: "2026-11-20",
      dateBasis: "page",
      paragraphs,
      isPaid,
    },
    { vocabulary, today: TODAY },
  );
}

const ENGLISH = {
  title: "Kazakhstan and Japan sign memorandum on gallium supplies",
  language: "en",
  paragraphs: [
    "Kazakhstan's industry ministry and Japan's JOGMEC signed a memorandum on gallium supplies worth $120 million on Friday.",
    "It provides for 15 tonnes of gallium a year from 2027, the ministry said. Gallium is used in semiconductors.",
    "Eurasian Resources Group plans to start gallium production in Pavlodar in the third quarter of 2026. Read more: example.com",
    "The U.S. imported 20 tonnes of gallium in 2024. Who else is buying?",
  ],
};
const FRENCH = {
  title: "Le Kazakhstan livre du titane à Airbus",
  language: "fr",
  paragraphs: [
    "Le producteur kazakh de titane UKTMP a livré 3 000 tonnes d'éponge de titane à Airbus en 2025, a annoncé l'entreprise vendredi. Cette livraison est la première.",
    "La France et le Kazakhstan ont signé un accord de 50 millions d'euros sur le titane le 12 novembre 2026.",
    "L'usine d'Oskemen emploie 2 000 personnes. Le titane du Kazakhstan sert à l'aéronautique européenne.",
  ],
};
const RUSSIAN = {
  title: "Казатомпром увеличил добычу урана",
  language: "ru",
  paragraphs: [
    "Добыча урана в Казахстане выросла на 9 % и составила 25,8 тыс. тонн в 2025 году, сообщила компания «Казатомпром» в Астане.",
    "Он отметил, что спрос растёт. По данным компании, продажи урана достигли 18,5 тыс. тонн.",
    "При этом Казатомпром ожидает роста. Месторождение Инкай даёт шестую часть добычи урана в Казахстане.",
  ],
};

describe("a draft", () => {
  test.each([
    ["en", ENGLISH],
    ["fr", FRENCH],
    ["ru", RUSSIAN],
  ] as const)("in %s quotes the page to the letter, and is an article", (language, page) => {
    const drafted = draft(page);
    if (drafted.kind !== "draft") throw new Error(JSON.stringify(drafted));
    const { article } = drafted;
    const whole = page.paragraphs.join("\n");
    expect(Article.parse(article)).toEqual(article);
    expect(article).toMatchObject({
      excerpts: language,
      language,
      added: TODAY,
      published: "2026-11-20",
    });
    expect(article.facts.length).toBeGreaterThan(1);
    for (const fact of article.facts) expect(whole).toContain(fact[language]);
  });

  test("quotes no sentence that leans on another, no question and no furniture", () => {
    const texts = [ENGLISH, FRENCH, RUSSIAN].flatMap((page) => {
      const drafted = draft(page);
      return drafted.kind === "draft" ? drafted.article.facts.map(({ en }) => en) : [];
    });
    expect(texts.filter((text) => /^(It|Cette|Он|При этом)|\?|Read more/.test(text))).toEqual([]);
  });

  test("recognises what it is about, and a deal with what is said of it", () => {
    const drafted = draft(ENGLISH);
    if (drafted.kind !== "draft") throw new Error(JSON.stringify(drafted));
    expect(drafted.article).toMatchObject({
      event_type: "memorandum",
      countries: ["JP"],
      minerals: ["gallium"],
      organisations: ["ministry-industry-kz", "erg"],
    });
    expect(drafted.article.deals).toEqual([
      {
        id: "deal-1",
        name: expect.objectContaining({ en: ENGLISH.paragraphs[0] }),
        parties: ["KZ", "JP"],
        minerals: ["gallium"],
        instrument: "memorandum",
        date: null,
        status: "signed",
        amount: 120_000_000,
        currency: "USD",
      },
    ]);
    expect(drafted.relevance.reasons).toContain("mineral:gallium");
  });

  test("dates a sentence by what it says, and by nothing else", () => {
    const drafted = draft(FRENCH);
    if (drafted.kind !== "draft") throw new Error(JSON.stringify(drafted));
    expect(drafted.article.facts.map(({ on }) => on)).toEqual([
      "2025",
      "2026-11-12",
      undefined,
      undefined,
    ]);
    expect(drafted.article.deals[0]).toMatchObject({
      date: "2026-11-12",
      amount: 50_000_000,
      currency: "EUR",
    });
  });

  test.each([
    ["little text", { paragraphs: ["Kazakhstan mines uranium."] }, { kind: "no-text" }],
    [
      "text for those who pay",
      { paragraphs: ["Kazakhstan mines uranium."], isPaid: true },
      { kind: "paid" },
    ],
    [
      "text in Kazakh",
      { language: "kk", paragraphs: ["Қазақстан уран өндіреді. ".repeat(30)] },
      { kind: "foreign", language: "kk" },
    ],
    [
      "text in Kazakh that says nothing of it",
      { paragraphs: ["Қазақстан уран өндіреді. ".repeat(30)] },
      { kind: "foreign", language: "?" },
    ],
    [
      "another subject",
      { paragraphs: ["It rained in Paris all day. ".repeat(30)] },
      { kind: "irrelevant" },
    ],
    [
      "another country",
      { title: "Chile's copper", paragraphs: ["Chile mined more copper this year. ".repeat(30)] },
      { kind: "irrelevant" },
    ],
    [
      "the country without its minerals",
      { title: "Kazakhstan", paragraphs: ["Kazakhstan won a football match. ".repeat(30)] },
      { kind: "irrelevant" },
    ],
  ])("is not made of %s", (_, page, fault) => {
    expect(draft(page)).toEqual({ kind: "none", fault });
  });
});

test.each<[Language, string, [number, string][]]>([
  [
    "en",
    "between $1.5 billion and €20m",
    [
      [1_500_000_000, "USD"],
      [20_000_000, "EUR"],
    ],
  ],
  ["en", "US$ 3,500 or 3,500 tonnes", [[3_500, "USD"]]],
  ["en", "1.1 billion US dollars", [[1_100_000_000, "USD"]]],
  [
    "fr",
    "50 millions d'euros, 1 200 000 dollars",
    [
      [50_000_000, "EUR"],
      [1_200_000, "USD"],
    ],
  ],
  ["fr", "5 billions de dollars", []],
  [
    "ru",
    "1,2 млрд долларов США и 500 тыс. тенге",
    [
      [1_200_000_000, "USD"],
      [500_000, "KZT"],
    ],
  ],
  ["ru", "25 тонн урана", []],
])("sums in %s: %s", (language, text, expected) => {
  expect(sumsIn(text, language)).toEqual(
    expected.map(([amount, currency]) => ({ amount, currency })),
  );
});

test.each<[Language, string, string[]]>([
  [
    "en",
    "The U.S. bought 5.5 tonnes. Mr. Smith agreed.",
    ["The U.S. bought 5.5 tonnes.", "Mr. Smith agreed."],
  ],
  [
    "ru",
    "Добыто 25 тыс. тонн. В 2025 г. вырос спрос.",
    ["Добыто 25 тыс. тонн.", "В 2025 г. вырос спрос."],
  ],
  ["fr", "M. Tokaïev l'a dit. C'est vrai.", ["M. Tokaïev l'a dit.", "C'est vrai."]],
])("sentences in %s: %s", (language, text, expected) => {
  expect(sentencesOf(text, language)).toEqual(expected);
});

test("a copy with small changes is one, another article on the same subject is none", () => {
  const text = ENGLISH.paragraphs;
  const copy = ["KAZINFORM.", ...text.slice(0, 3), `${text[3]} All rights reserved.`];
  expect(isNearDuplicate(fingerprintOf(text), fingerprintOf(copy))).toBe(true);
  expect(isNearDuplicate(fingerprintOf(text), fingerprintOf(FRENCH.paragraphs))).toBe(false);
  const other = [
    "Japan's JOGMEC and Kazakhstan's industry ministry will study gallium together, officials said in Astana.",
  ];
  expect(isNearDuplicate(fingerprintOf(text), fingerprintOf(other))).toBe(false);
});
