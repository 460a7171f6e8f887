/** Every command that takes a filter takes all of it, in three languages. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { openPreviewWorkspace } from "../open-preview-workspace.ts";

let room: Awaited<ReturnType<typeof openPreviewWorkspace>>;
beforeAll(async () => {
  room = await openPreviewWorkspace({
    knowledge: await loadKnowledge("knowledge"),
    at: "2026-03-02T09:00:00+05:00",
  });
});
afterAll(() => room.close());

const COMMANDS = {
  en: ["latest", "latest news on", "new", "what's new on", "timeline", "timeline of", "deals"],
  fr: [
    "nouvelles",
    "dernières nouvelles sur",
    "nouveautés",
    "quoi de neuf sur",
    "chronologie",
    "accords",
  ],
  ru: ["новости", "последние новости", "новое", "что нового по", "хронология", "сделки"],
};
/** What is written, and what the filter is read back as. */
const FILTERS = {
  en: [
    ["rare earths and lithium", "Rare earths, lithium"],
    ["Germany", "Germany"],
    ["Kazatomprom", "Kazatomprom"],
    ["Tokayev", "Kassym-Jomart Tokayev"],
    ["since June 2025", "Since June 2025"],
    ["signed", "Signed"],
    ["memorandums", "Memoranda"],
    ["uranium France 2024", "Uranium · France · 2024"],
  ],
  fr: [
    ["terres rares et lithium", "Terres rares, lithium"],
    ["l'Allemagne", "Allemagne"],
    ["Kazatomprom", "Kazatomprom"],
    ["Tokaïev", "Tokaïev"],
    ["depuis juin 2025", "Depuis juin 2025"],
    ["négociations", "En négociation"],
    ["mémorandums", "Protocoles d'accord"],
    ["uranium France 2024", "Uranium · France · 2024"],
  ],
  ru: [
    ["редкоземельные и литий", "Редкоземельные металлы, литий"],
    ["Германия", "Германия"],
    ["Казатомпром", "Казатомпром"],
    ["Токаев", "Токаев"],
    ["с июня 2025", "С 1 июн. 2025"],
    ["переговоры", "Идут переговоры"],
    ["меморандумы", "Меморандумы"],
    ["уран Франция 2024", "Уран · Франция · 2024"],
  ],
} as const;

test.each(
  (["en", "fr", "ru"] as const).flatMap((language) =>
    COMMANDS[language].flatMap((command) =>
      FILTERS[language].map(([filter, read]) => [`${command} ${filter}`, read]),
    ),
  ),
)("“%s” is about %s", async (text, read) => {
  const [answer] = await room.slash(text ?? "");
  const [head = "", second = ""] = (answer?.plain ?? "").split("\n");
  expect(head.toLowerCase()).toContain(`· ${read}`.toLowerCase());
  expect(second).not.toMatch(/Not understood|Incompris|Непонятно/);
});

test.each([
  ["new atlantis lithium", /Not understood in the filter: atlantis/],
  ["nouvelles uranium atlantide", /Incompris dans le filtre : atlantide/],
  ["хронология уран атлантида", /Непонятно в фильтре: атлантида/],
])("“%s” names the word that means nothing", async (text, expected) => {
  expect((await room.slash(text))[0]?.plain).toMatch(expected);
});
