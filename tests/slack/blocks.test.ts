import type { types } from "@slack/bolt";
import { describe, expect, test } from "vitest";
import {
  body,
  bold,
  item,
  link,
  note,
  type Paragraph,
  type Span,
} from "../../src/messages/text.ts";
import { LANGUAGES, type Language } from "../../src/model.ts";
import { limitBroken } from "../../src/preview/block-limits.ts";
import { drawMessage } from "../../src/slack/blocks.ts";

const GOOD = "https://good.example/";
const EVIL = "https://evil.example/";

const HOSTILE: Record<string, string> = {
  "a broadcast": "<!channel> <!here> <!everyone> <!subteam^S1>",
  "a mention": "<@U1> <#C1>",
  "a disguised link": `<${EVIL}|${GOOD}>`,
  "escaped markup": "&lt;!channel&gt; &amp;lt;!here&amp;gt;",
  "backticks and stars": "``` `code` *bold* _slant_ ~gone~",
  "50,000 letters": "x".repeat(50_000),
  "50,000 Cyrillic letters": "ж".repeat(50_000),
  "50,000 angle brackets": "<".repeat(50_000),
  "50,000 ampersands": "&".repeat(50_000),
  "50,000 quotes": '"'.repeat(50_000),
  "50,000 backslashes": "\\".repeat(50_000),
  "50,000 new lines and a word": `${"\n".repeat(50_000)}word`,
  "25,000 emoji": "😀".repeat(25_000),
  "half an emoji": "a\ud83d",
  "the other half of an emoji": "\ude00b",
  "control characters": "\u0000\u0001".repeat(5_000),
  nothing: "",
  "spaces only": "   ",
};

const PLACES: Record<string, (text: string) => Paragraph[]> = {
  "a paragraph": (text) => [body(text)],
  "a list": (text) => [item(text), item(bold(text))],
  "small print": (text) => [note(text)],
  "slanted small print": (text) => [note({ text, italic: true })],
  "the label of a link": (text) => [body(link(text, GOOD))],
  "the label of a link in small print": (text) => [note("see ", link(text, GOOD))],
  "the address of a link": (text) => [body(link("label", text))],
  "the query of an address in small print": (text) => [note(link("label", `${GOOD}?q=${text}`))],
  "200 paragraphs": (text) => Array.from({ length: 200 }, () => body(text)),
  "200 notes": (text) => Array.from({ length: 200 }, () => note(text, link(text, GOOD))),
  "200 paragraphs of every kind": (text) =>
    Array.from(
      { length: 200 },
      (_, at) => [body(text), item(bold(text)), note(text)][at % 3],
    ).filter((paragraph) => paragraph !== undefined),
  "200 spans of a paragraph": (text) => [body(...Array<string>(200).fill(text))],
};

const CASES = Object.entries(HOSTILE).flatMap(([name, text]) =>
  Object.entries(PLACES).map(([place, write]): [string, string, Paragraph[]] => [
    name,
    place,
    write(text),
  ]),
);

test.each(CASES)("%s in %s stays within Slack's limits and is harmless", (_, __, paragraphs) => {
  const { text, blocks } = draw(paragraphs);
  expect(limitBroken(text, blocks)).toBeNull();
  expect(text.trim()).not.toBe("");
  expect(blocks.length).toBeGreaterThan(0);
  expect(text.isWellFormed()).toBe(true);
  expect(JSON.stringify(blocks)).not.toMatch(/\\ud[89a-f]/);
  expect(text).not.toMatch(/[<>]/);
  for (const shown of mrkdwnOf(blocks)) {
    const links = [...shown.matchAll(/<([^|>]*)\|([^>]*)>/g)];
    for (const [, address = "", label = ""] of links) {
      expect(address).toMatch(/^https:\/\/good\.example\//);
      expect(label).not.toMatch(/:\/\/|\n/);
    }
    expect(shown.replaceAll(/<[^>]*>/g, "")).not.toMatch(/[<>]/);
    expect(shown.match(/</g)?.length ?? 0).toBe(links.length);
  }
  for (const { url } of linksOf(blocks)) expect(url).toMatch(/^https:\/\/good\.example\//);
});

describe("what does not fit", () => {
  test.each<[Language, string]>([
    ["en", "…and 155 more"],
    ["fr", "…et 155 de plus"],
    ["ru", "…и ещё 155"],
  ])("of 200 paragraphs is counted in %s, in blocks and fallback", (language, words) => {
    const { text, blocks } = draw(
      Array.from({ length: 200 }, (_, at) => body(`p${at}`)),
      language,
    );
    expect(text.endsWith(`p44\n${words}`)).toBe(true);
    expect(mrkdwnOf(blocks).at(-1)).toBe(words);
  });

  test("of long paragraphs is counted too", () => {
    const { blocks } = draw(Array.from({ length: 10 }, () => body("x".repeat(2_000))));
    expect(blocks.filter(({ type }) => type === "rich_text")).toHaveLength(4);
    expect(mrkdwnOf(blocks)).toEqual(["…and 6 more"]);
  });

  test("of one text ends in an ellipsis, in blocks and fallback", () => {
    const { text, blocks } = draw([body("x".repeat(50_000))]);
    expect(text).toMatch(/x…$/);
    expect(textsOf(blocks)).toEqual([expect.stringMatching(/^x{2700,2800}…$/)]);
  });

  test("of the later parts of a paragraph leaves an ellipsis", () => {
    const { blocks } = draw([body("x".repeat(2_792), bold("important"))]);
    expect(textsOf(blocks)).toEqual(["x".repeat(2_792), "…"]);
  });

  test("is nothing when all fits, and nothing is added", () => {
    const { text, blocks } = draw([body("one"), item("two"), item("three"), note("four")]);
    expect(text).toBe("one\n• two\n• three\nfour");
    expect(textsOf(blocks)).toEqual(["one", "two", "three", "four"]);
  });

  test("is no paragraph without text", () => {
    const { text, blocks } = draw([body(""), body("one"), note(""), item(" ")]);
    expect(text).toBe("one");
    expect(textsOf(blocks)).toEqual(["one"]);
  });
});

describe("a link", () => {
  test("is drawn with its label", () => {
    expect(linksOf(draw([body(link("read", GOOD))]).blocks)).toEqual([
      { type: "link", url: GOOD, text: "read" },
    ]);
    expect(mrkdwnOf(draw([note(link("read", GOOD))]).blocks)).toEqual([`<${GOOD}|read>`]);
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "slack://open", "no address", ""])(
    "to %j is plain text, and its address is not shown",
    (url) => {
      for (const write of [body, note]) {
        const { text, blocks } = draw([write(link("label", url))]);
        expect(linksOf(blocks)).toEqual([]);
        expect(textsOf(blocks)).toEqual(["label"]);
        expect(text).toBe("label");
      }
    },
  );

  test.each([GOOD, "see http://good.example", "www.good.example"])(
    "whose label is the address %j of another place is plain text",
    (label) => {
      for (const write of [body, note]) {
        const { blocks } = draw([write(link(label, EVIL))]);
        expect(linksOf(blocks)).toEqual([]);
        expect(textsOf(blocks)).toEqual([label]);
      }
    },
  );

  test("whose label is its own address is a link", () => {
    expect(linksOf(draw([body(link("https://good.example", GOOD))]).blocks)).toHaveLength(1);
  });

  test("keeps its address when its label is too long", () => {
    const [drawn] = linksOf(draw([body(link("x".repeat(50_000), GOOD))]).blocks);
    expect(drawn?.url).toBe(GOOD);
    expect(drawn?.text).toMatch(/x…$/);
  });

  test("with an address too long for Slack becomes plain text, and the rest stays", () => {
    const { blocks } = draw([note(link("label", `${GOOD}${"x".repeat(3_000)}`), " and more")]);
    expect(mrkdwnOf(blocks)).toEqual(["label and more"]);
  });
});

describe("the blocks", () => {
  test("are small print, paragraphs and one list for items that follow each other", () => {
    const { blocks } = draw([body("a"), item("b"), item("c"), body("d"), note("e")]);
    expect(blocks.map(({ type }) => type)).toEqual([
      "rich_text",
      "rich_text",
      "rich_text",
      "context",
    ]);
    expect(blocks[1]).toMatchObject({
      elements: [{ type: "rich_text_list", style: "bullet", elements: [{}, {}] }],
    });
  });

  test("never have Slack guess at links and mentions in small print", () => {
    expect(draw([note("www.good.example")]).blocks).toMatchObject([
      { type: "context", elements: [{ type: "mrkdwn", verbatim: true }] },
    ]);
  });

  test("lean small print only where nothing in it would end the slant", () => {
    const slanted = (text: string) => mrkdwnOf(draw([note({ text, italic: true })]).blocks)[0];
    expect(slanted("our words")).toBe("_our words_");
    expect(slanted("was ")).toBe("_was_ ");
    expect(slanted("snake_case")).toBe("snake_case");
    expect(slanted("two\nlines")).toBe("two\nlines");
  });

  test.each(["*bold* words", "`code`", "a :smile:", "> a quote", "~gone~", "_slant_"])(
    "show small print as it is written, and no more of it: %s",
    (text) => {
      const plain = { type: "plain_text", text, emoji: false };
      expect(draw([note(text)]).blocks).toMatchObject([{ elements: [plain] }]);
      expect(draw([note(text, link("read", GOOD), " · ", link("on", GOOD))]).blocks).toMatchObject([
        {
          elements: [
            plain,
            { type: "mrkdwn", text: `<${GOOD}|read>` },
            { type: "plain_text", text: " · " },
            { type: "mrkdwn", text: `<${GOOD}|on>` },
          ],
        },
      ]);
    },
  );

  test("show marks that stand on two sides of a link as they are written", () => {
    const { blocks } = draw([note("*", link("read", GOOD), "*")]);
    expect(mrkdwnOf(blocks)).toEqual([`<${GOOD}|read>`]);
  });

  test("mention a person only where the bot means one", () => {
    const asker: Span = { text: "U1", user: "U1" };
    expect(draw([body(asker, " asked")]).blocks).toMatchObject([
      { elements: [{ elements: [{ type: "user", user_id: "U1" }, { text: " asked" }] }] },
    ]);
    expect(JSON.stringify(draw([body("<@U1> asked")]).blocks)).not.toContain('"user"');
  });

  test("end with the buttons, and fit Slack with as many paragraphs as can be", () => {
    const share = { action: "share", label: "Share", value: "x".repeat(2_000) };
    const { text, blocks } = drawMessage({
      language: "en",
      paragraphs: Array.from({ length: 200 }, (_, at) => note(`p${at}`)),
      buttons: [share, { ...share, action: "stop", style: "danger" }],
    });
    expect(blocks.at(-1)).toMatchObject({
      type: "actions",
      elements: [
        { action_id: "share", text: { text: "Share" }, value: share.value },
        { action_id: "stop", style: "danger" },
      ],
    });
    expect(limitBroken(text, blocks)).toBeNull();
  });
});

test.each(LANGUAGES)(
  "a message without any text is still one that Slack takes, in %s",
  (language) => {
    const { text, blocks } = draw([], language);
    expect(limitBroken(text, blocks)).toBeNull();
    expect(text).toBe("…");
  },
);

function draw(paragraphs: Paragraph[], language: Language = "en") {
  return drawMessage({ language, paragraphs });
}

function mrkdwnOf(blocks: readonly types.KnownBlock[]): string[] {
  return blocks.flatMap((block) =>
    block.type === "context"
      ? block.elements.flatMap((element) => (element.type === "mrkdwn" ? [element.text] : []))
      : [],
  );
}

/** Every text of the blocks, in order. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) =>
    name === "text" && typeof field === "string" ? [field] : textsOf(field),
  );
}

/** Every link of the rich text. */
function linksOf(value: unknown): { url: string; text: string }[] {
  if (Array.isArray(value)) return value.flatMap(linksOf);
  if (typeof value !== "object" || value === null) return [];
  return "url" in value && "text" in value
    ? [{ ...value, url: String(value.url), text: String(value.text) }]
    : Object.values(value).flatMap(linksOf);
}
