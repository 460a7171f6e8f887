/** One filter in three languages: what it understands, what it names as not understood. */
import { describe, expect, test } from "vitest";
import { matchesFilter, parseFilter } from "../../src/answers/filter.ts";
import type { Article } from "../../src/model.ts";
import { article, deal } from "../builders.ts";
import { TODAY, vocabulary } from "./base.ts";

const parse = (text: string) => parseFilter({ text, today: TODAY, vocabulary });

describe("a filter", () => {
  test.each([
    ["lithium korea since:2025-06", { minerals: ["lithium"], partners: ["KR"] }],
    ["lithium Corée depuis juin 2025", { minerals: ["lithium"], partners: ["KR"] }],
    ["литий Корея с июня 2025", { minerals: ["lithium"], partners: ["KR"] }],
  ])("reads minerals, partners and a period: %s", (text, expected) => {
    const period = { from: "2025-06-01", to: null };
    expect(parse(text)).toMatchObject({ ...expected, period, notUnderstood: [] });
  });

  test.each([
    "lithium Kazakhstan",
    "lithium au Kazakhstan",
    "литий в Казахстане",
    "Kazakh lithium",
  ])("leaves everything in that is of Kazakhstan: %s", (text) => {
    expect(parse(text)).toMatchObject({ minerals: ["lithium"], partners: [], notUnderstood: [] });
  });

  test.each(["Argent · France", "argent, France", "France, argent"])(
    "takes what stands between two marks for a name, and no other word: %s",
    (text) => {
      expect(parse(text)).toMatchObject({
        minerals: ["silver"],
        partners: ["FR"],
        notUnderstood: [],
      });
    },
  );

  test("reads no name across a mark, unless the mark is part of it", () => {
    expect(parse("Каирбеков, Ускенбаев").people).toEqual(["kairbekov", "uskenbayev"]);
    expect(parse("Géorgie · Freiman")).toMatchObject({ partners: ["GE"], people: ["freiman"] });
    const ministry = "Ministry of Trade, Industry and Energy of Korea";
    expect(parse(`uranium, ${ministry}`)).toMatchObject({ partners: [], notUnderstood: [] });
  });

  test.each([
    ["last year", "2025-01-01", "2026-01-01"],
    ["за последний год", "2025-11-21", "2026-11-22"],
    ["avant 2025", null, "2025-01-01"],
    ["between 2023 and 2025", "2023-01-01", "2026-01-01"],
  ])("reads the period %s", (text, from, to) => {
    expect(parse(`titanium ${text}`).period).toEqual({ from, to });
  });

  test.each([
    ["signed", ["signed"]],
    ["signé", ["signed"]],
    ["подписан", ["signed"]],
    ["under negotiation", ["negotiating"]],
    ["en négociation", ["negotiating"]],
    ["на стадии переговоров", ["negotiating"]],
    ["cancelled", ["cancelled"]],
    ["annulé", ["cancelled"]],
    ["отмененный", ["cancelled"]],
  ])("reads the stage %s", (text, statuses) => {
    const { notUnderstood, ...read } = parse(text);
    expect([...new Set(read.statuses)]).toEqual(statuses);
    expect(notUnderstood).toEqual([]);
  });

  test.each([
    ["memorandum", ["memorandum"]],
    ["mémorandums", ["memorandum"]],
    ["меморандумы", ["memorandum"]],
    ["discovery", ["discovery"]],
    ["découvertes", ["discovery"]],
    ["открытие", ["discovery"]],
    ["investments", ["investment"]],
    ["investissement", ["investment"]],
    ["инвестиции", ["investment"]],
    ["copper projects", []],
  ])("reads the kind of event %s", (text, events) => {
    expect(parse(text)).toMatchObject({ events, notUnderstood: [] });
  });

  test.each(["lithium blorp", "lithium blorp depuis 2024", "литий blorp"])(
    "names the word that it does not understand: %s",
    (text) => {
      expect(parse(text).notUnderstood).toEqual(["blorp"]);
    },
  );
});

describe("an article meets a filter", () => {
  const signed = article({ event_type: "visit", deals: [deal({ parties: ["FR", "KZ"] })] });
  const talks = article({ event_type: "negotiation" });
  const off = article({ event_type: "negotiation", deals: [deal({ status: "cancelled" })] });
  const found = article({ event_type: "discovery" });

  test.each<[string, Article[]]>([
    ["signed", [signed]],
    ["signed deals", [signed]],
    ["deals", [signed]],
    ["under negotiation", [talks]],
    ["cancelled", [off]],
    ["discoveries and deals", [signed, found]],
    ["lithium", [signed, talks, off, found]],
  ])("%s", (text, articles) => {
    const all = [signed, talks, off, found];
    expect(all.filter((each) => matchesFilter(each, parse(text), vocabulary))).toEqual(articles);
  });
});
