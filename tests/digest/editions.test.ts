import { beforeAll, describe, expect, test } from "vitest";
import { parseFilter } from "../../src/answers/filter.ts";
import { type ComposeEdition, createCompose } from "../../src/digest/compose.ts";
import type { Edition } from "../../src/digest/edition.ts";
import { type Knowledge, loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { deliveryMessages } from "../../src/messages/edition-message.ts";
import { plainText } from "../../src/messages/text.ts";
import { addedDay, LANGUAGES, type Language } from "../../src/model.ts";
import { withinLimits } from "../../src/slack/within-limits.ts";

let knowledge: Knowledge;
let compose: ComposeEdition;
beforeAll(async () => {
  knowledge = await loadKnowledge("knowledge");
  compose = createCompose(knowledge.articles, knowledge.vocabulary);
  const mondays = knowledge.articles.flatMap((article) => {
    const day = addedDay(article);
    return day ? mondayOf(Temporal.PlainDate.from(day)).toString() : [];
  });
  weeks = [...new Set(mondays)].map((from) => ({
    from,
    to: Temporal.PlainDate.from(from).add({ days: 7 }).toString(),
  }));
});

let weeks: { from: string; to: string }[];

test("over all weeks every article with a day is told once, and none twice", () => {
  const told = weeks.flatMap((week) => articlesOf(editionOf(week)));
  const dated = knowledge.articles.filter((article) => addedDay(article) !== null);
  expect(told.toSorted()).toEqual(dated.map(({ id }) => id).toSorted());
});

test("the counts of every week are those of its items and deals", () => {
  for (const week of weeks) {
    const edition = editionOf(week);
    const items = edition.sections.flatMap((section) => section.items);
    expect(edition.newItems + edition.updates).toBe(items.length + edition.leftOut);
    expect(items.filter(({ updateOf }) => updateOf !== null)).toHaveLength(edition.updates);
    expect(new Set(edition.deals.map(({ id }) => id)).size).toBe(edition.deals.length);
  }
});

test("the lead of every week has at most ten lines in every language, and fits Slack whole", () => {
  for (const week of weeks)
    for (const language of LANGUAGES)
      for (const { paragraphs } of messagesOf(editionOf(week, language))) {
        expect(paragraphs.length).toBeLessThanOrEqual(45);
        expect(withinLimits({ language, paragraphs }).above).toHaveLength(paragraphs.length);
      }
  for (const week of weeks) {
    const [lead] = messagesOf(editionOf(week));
    expect(plainText(lead?.paragraphs ?? []).split("\n").length).toBeLessThanOrEqual(10);
  }
});

describe("the week of 3 to 9 November 2025", () => {
  const WEEK = { from: "2025-11-03", to: "2025-11-10" };

  test("tells the memorandum and the tungsten venture once each, with their sources", () => {
    const sources = editionOf(WEEK)
      .headlines.map((item) => item.sources.map(({ article }) => article).toSorted())
      .toSorted((left, right) => right.length - left.length);
    expect(sources).toEqual([
      [
        "cove-tungsten-announcement-2025",
        "reuters-cove-tungsten-2025",
        "trend-tungsten-410kt-2025",
      ],
      ["qazinform-kz-us-mou-2025", "rtvi-us-mou-2025"],
      ["euronews-fr-c51-2025"],
    ]);
  });

  test("has one row for each deal, whoever tells it", () => {
    const deals = editionOf(WEEK).deals.map(({ status, amount, sources }) => [
      status,
      amount,
      sources.length,
    ]);
    expect(deals).toEqual([
      ["signed", 1_100_000_000, 3],
      ["signed", null, 2],
      ["announced", 900_000_000, 1],
    ]);
  });

  test("reads as a line for each happening, dated and with its outlet", () => {
    const [lead] = messagesOf(editionOf(WEEK, "en", "tungsten"));
    const text = plainText(lead?.paragraphs ?? []);
    // Intl's thin spaces look like others here.
    expect(text.replaceAll(/: https:\S+/g, "").replaceAll(/[^\S\n]/g, " ")).toMatchInlineSnapshot(`
      "Kazakhstan critical minerals · 3 – 9 November 2025 — 1 new, 2 deals (1 signed, 1 announced)
      • Tungsten — A joint venture of Cove Kaz Capital and Tau-Ken Samruk for two Kazakh tungsten projects was announced (signed, 1.1 billion USD) · MINEX Forum, 7 Nov · 3 sources
      Deals: US Exim letter of interest for Kazakh tungsten (announced, 900 million USD)
      As of Mon 10 Nov, 09:00 Almaty · next Mon 17 Nov, 09:00 Almaty · mention me in the thread to ask"
    `);
  });

  test("told to a channel on Thursday is not told again on Monday, its second report is", () => {
    const first = editionOf({ from: "2025-11-03", to: "2025-11-07" });
    const url = "https://example.slack.com/archives/C1/p1";
    const told = new Map(articlesOf(first).map((id) => [id, url]));
    const second = compose({ window: WEEK, language: "en", filter: null, told });
    expect(articlesOf(second).filter((id) => told.has(id))).toEqual([]);
    expect(second.toldBefore).toBe(told.size);
    const update = second.headlines.find(({ article }) => article === "rtvi-us-mou-2025");
    expect(update).toMatchObject({
      updateOf: "qazinform-kz-us-mou-2025",
      earlier: { edition: url },
    });
  });
});

describe("the week of 10 to 16 June 2024", () => {
  const WEEK = { from: "2024-06-10", to: "2024-06-17" };

  test("tells of Korea by the article on its memorandum", () => {
    const [first] = editionOf(WEEK).headlines;
    expect(first?.article).toBe("korea-mou-minerals-list-2024");
    expect(first?.sources.length).toBeGreaterThanOrEqual(2);
    expect(first?.updateOf).toBeNull();
  });

  test("carries France's story on", () => {
    const items = editionOf(WEEK).sections.flatMap((section) => section.items);
    const france = items.find(({ article }) => article === "france-titanium-2024");
    expect(france?.updateOf).toBe("france-critical-metals-2023");
  });

  test.each<[string, Language]>([
    ["lithium", "en"],
    ["lithium Corée", "fr"],
    ["литий", "ru"],
  ])("for %s has nothing else, in items and deals", (filter, language) => {
    const edition = editionOf(WEEK, language, filter);
    expect(edition.sections).toHaveLength(1);
    expect(edition.deals.length).toBeGreaterThan(0);
    for (const { minerals } of edition.deals) expect(minerals).toContain("lithium");
  });
});

test("a plan that was lowered is told with what it was", () => {
  const [uranium] = editionOf({ from: "2024-08-19", to: "2024-08-26" }).headlines;
  expect(uranium?.replaced[0]).toMatchObject({
    was: { article: "kazatomprom-100pc-fr-2023", published: "2023-10-05" },
    now: { article: "kazatomprom-1h24-2025-plan", published: "2024-08-23" },
  });
  const [lead] = messagesOf(editionOf({ from: "2024-08-19", to: "2024-08-26" }));
  expect(plainText(lead?.paragraphs ?? [])).toMatch(/was “.*30,500.*” \(.*2023\); now “.*25,000/);
});

function editionOf(
  window: { from: string; to: string },
  language: Language = "en",
  filter?: string,
): Edition {
  const { vocabulary } = knowledge;
  return compose({
    window,
    language,
    filter: filter ? parseFilter({ text: filter, today: window.to, vocabulary }) : null,
  });
}

function articlesOf(edition: Edition): string[] {
  const items = edition.sections.flatMap((section) => section.items);
  return items.flatMap(({ sources }) => sources.map(({ article }) => article));
}

function messagesOf(edition: Edition) {
  const slot = new Date(`${edition.to}T09:00:00+05:00`);
  const next = new Date(slot.getTime() + 7 * 24 * 60 * 60 * 1000);
  return deliveryMessages(edition, { asOf: slot, next, timeZone: "Asia/Almaty" }, slot);
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}
