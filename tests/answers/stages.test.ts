/** Deals by stage, events by kind, and so many of the latest, in three languages. */
import { describe, expect, test } from "vitest";
import { deal } from "../builders.ts";
import { answersOf, report } from "./small-answers.ts";

const name = (text: string) => ({ en: text, fr: text, ru: text });

const { citedArticles } = await answersOf([
  report("signed", "KIGAM and Tau-Ken Samruk agreed on lithium exploration with South Korea.", {
    published: "2024-06-12",
    event_type: "project",
    deals: [
      deal({ name: name("KIGAM–Tau-Ken Samruk lithium exploration"), parties: ["KR", "KZ"] }),
    ],
  }),
  report("talks", "South Korea and Kazakhstan are in talks on uranium.", {
    published: "2024-08-01",
    event_type: "negotiation",
  }),
  report("off", "Glencore ended the sale of its Kazzinc stake to China.", {
    published: "2024-07-01",
    event_type: "negotiation",
    deals: [
      deal({
        name: name("Sale of Glencore's Kazzinc stake"),
        parties: ["CH", "CN", "KZ"],
        status: "cancelled",
      }),
    ],
  }),
  report("found", "Geologists found copper ore near Karaganda.", {
    published: "2025-04-02",
    event_type: "discovery",
  }),
  report("memorandum", "Kazakhstan and Italy signed a memorandum on rare metals.", {
    published: "2025-05-30",
    event_type: "memorandum",
    deals: [deal({ name: name("Memorandum on rare metals"), parties: ["IT", "KZ"] })],
  }),
]);

describe("a stage or kind of event", () => {
  test.each([
    ["signed deals with South Korea", ["signed"]],
    ["accords signés avec la Corée du Sud", ["signed"]],
    ["подписанные соглашения с Южной Кореей", ["signed"]],
    ["deals under negotiation", ["talks"]],
    ["projets en négociation", ["talks"]],
    ["проекты на стадии переговоров", ["talks"]],
    ["cancelled deals", ["off"]],
    ["accords annulés", ["off"]],
    ["отмененные сделки", ["off"]],
    ["discoveries in 2025", ["found"]],
    ["découvertes depuis 2025", ["found"]],
    ["открытия 2025 года", ["found"]],
    ["memoranda of 2025", ["memorandum"]],
    ["les mémorandums de 2025", ["memorandum"]],
    ["меморандумы за 2025 год", ["memorandum"]],
    ["deals and memoranda of 2024 and 2025", ["memorandum", "signed"]],
    ["deals signed with South Korea or Italy", ["memorandum", "signed"]],
  ])("%s: %j", (text, articles) => {
    expect(citedArticles(text)).toEqual(articles);
  });

  test("that no deal has reached is refused", () => {
    expect(citedArticles("cancelled deals with Italy")).toEqual([]);
  });
});

describe("so many of the latest", () => {
  test.each(["last two deals", "les deux derniers accords", "последние две сделки"])(
    "are that many, however far apart: %s",
    (text) => {
      const [newest, ...rest] = citedArticles(text);
      expect(newest).toBe("memorandum");
      expect(rest).toHaveLength(1);
    },
  );

  test("are not read from a length of time", () => {
    expect(citedArticles("copper in the last two years")).toEqual(["found"]);
  });
});
