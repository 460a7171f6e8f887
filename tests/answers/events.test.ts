import { readFile } from "node:fs/promises";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { EventArticle } from "../../src/answers/events/event-signature.ts";
import { createEvents } from "../../src/answers/events/events.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { type Article, LANGUAGES, type Language } from "../../src/model.ts";
import { article, deal, fact } from "../builders.ts";

const { articles, vocabulary } = await loadKnowledge("knowledge");
const { cluster } = createEvents(articles, vocabulary);

const Happening = z.object({
  happening: z.string(),
  articles: z.array(z.string()),
  may: z.array(z.string()).default([]),
});
const happenings = z
  .array(Happening)
  .parse(load(await readFile("tests/golden/events.yaml", "utf8")));

describe("the articles of the base", () => {
  test.each([
    ["with all their languages", articles],
    ["each in its own language alone", articles.map(inOwnLanguage)],
    ["in Russian alone", articles.map((each) => inOneLanguage(each, "ru"))],
    ["each in any one language", articles.map((each, at) => inOneLanguage(each, languageAt(at)))],
    ["without relations", articles.map((each) => ({ ...each, relations: [] }))],
  ])("%s share their happenings with few mistakes", (_, told) => {
    const { precision, recall } = judge(cluster(told));
    expect(precision).toBeGreaterThanOrEqual(0.93);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });

  test("stand in one group each, in any order", () => {
    const groups = cluster(articles);
    expect(groups.flat().toSorted()).toEqual(articles.map(({ id }) => id).toSorted());
    expect(asText(cluster(articles.toReversed()))).toEqual(asText(groups));
  });

  test("a story of years is no happening", () => {
    const days = cluster(articles).map((group) => {
      const dates = articles
        .filter(({ id, published }) => group.includes(id) && published?.length === 10)
        .map(({ published }) => Date.parse(published ?? "") / 86_400_000);
      return Math.max(...dates, 0) - Math.min(...dates, Math.max(...dates, 0));
    });
    expect(Math.max(...days)).toBeLessThanOrEqual(21);
  });
});

describe("articles never seen before", () => {
  const FRENCH = written("fr", {
    id: "french",
    published: "2026-04-14",
    headline: "Eramet et Kazatomprom signent un contrat sur le béryllium.",
    facts: ["Le contrat porte sur 120 tonnes de béryllium par an, a dit Eramet à Astana."],
  });
  const RUSSIAN = written("ru", {
    id: "russian",
    published: "2026-04-15",
    headline: "Казатомпром подписал с французской Eramet контракт о бериллии.",
    facts: ["Контракт предусматривает поставку 120 тонн бериллия в год."],
  });

  test("in two languages tell one happening", () => {
    expect(cluster([FRENCH, RUSSIAN])).toEqual([["french", "russian"]]);
  });

  test("in two months are two happenings", () => {
    expect(cluster([FRENCH, { ...RUSSIAN, published: "2026-06-15" }])).toHaveLength(2);
  });

  test("on the same parties and another mineral are two happenings", () => {
    const other = written("en", {
      id: "other",
      published: "2026-04-15",
      headline: "Kazatomprom reports higher uranium output for the first quarter.",
      facts: ["Kazatomprom mined 5,400 tonnes of uranium in the first quarter, 3 percent more."],
    });
    expect(cluster([FRENCH, RUSSIAN, other])).toHaveLength(2);
  });

  test("one that stops and one that goes on are two happenings", () => {
    const both = ["suspended", "resumed"].map((turn, at) =>
      written("en", {
        id: turn,
        published: `2026-04-1${at}`,
        headline: `Uranium mining is ${turn} at Zarechnoye.`,
        facts: [`Kazatomprom said that mining at Zarechnoye had been ${turn}.`],
      }),
    );
    expect(cluster(both)).toHaveLength(2);
  });

  test("of which one replaces the other are two happenings", () => {
    const later = article({
      id: "later",
      relations: [{ type: "supersedes", fact: "first", to: "one/first" }],
    });
    expect(cluster([article(), later])).toHaveLength(2);
  });

  test("without a date share nothing with others", () => {
    const undated = (id: string) => article({ id, published: null });
    expect(cluster([undated("one"), undated("two")])).toHaveLength(2);
  });

  test("without a date are dated by their deals", () => {
    const told = { headline: TEXT, facts: [fact(TEXT)], deals: [deal()] };
    const undated = (id: string) => article({ id, published: null, ...told });
    expect(cluster([undated("one"), undated("two")])).toHaveLength(1);
  });
});

const TEXT = { en: "A lithium pact.", fr: "Un accord sur le lithium.", ru: "Договор о литии." };

function written(
  language: Language,
  told: { id: string; published: string; headline: string; facts: string[] },
): EventArticle {
  return {
    ...article({ id: told.id, published: told.published, relations: [], deals: [] }),
    headline: { [language]: told.headline },
    facts: told.facts.map((text) => ({ [language]: text })),
  };
}

function inOwnLanguage(each: Article): EventArticle {
  return inOneLanguage(each, LANGUAGES.find((language) => language === each.language) ?? "en");
}

function inOneLanguage(each: Article, language: Language): EventArticle {
  return {
    ...each,
    headline: { [language]: each.headline[language] },
    facts: each.facts.map((told) => ({ on: told.on, [language]: told[language] })),
  };
}

function languageAt(at: number): Language {
  return LANGUAGES[at % LANGUAGES.length] ?? "en";
}

/** Over pairs of articles; those that may be one happening count neither way. */
function judge(groups: readonly (readonly string[])[]): { precision: number; recall: number } {
  const expected = new Set(happenings.flatMap((each) => pairsOf(each.articles)));
  const allowed = new Set(happenings.flatMap((each) => pairsOf([...each.articles, ...each.may])));
  const found = new Set(groups.flatMap(pairsOf));
  const right = found.intersection(expected).size;
  return {
    precision: right / (right + found.difference(allowed).size),
    recall: right / expected.size,
  };
}

function pairsOf(ids: readonly string[]): string[] {
  const sorted = ids.toSorted();
  return sorted.flatMap((one, at) => sorted.slice(at + 1).map((other) => `${one} ${other}`));
}

function asText(groups: readonly (readonly string[])[]): string[] {
  return groups.map((group) => group.toSorted().join(" ")).toSorted();
}
