import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dump } from "js-yaml";
import { expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { deal, fact } from "../builders.ts";
import { articleFile, smallBase } from "./small-base.ts";

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff, 0xfe]);
const TONNES = { en: "25,500 tonnes", fr: "25 500 tonnes" };

test("the shipped base has no problems", async () => {
  const { articles, problems, leftOut } = await loadKnowledge("knowledge", {
    comparesTexts: true,
  });
  expect(problems).toEqual([]);
  expect(leftOut).toBe(0);
  expect(articles.length).toBeGreaterThanOrEqual(5);
});

test("a sound small base has no problems", async () => {
  const { articles, problems } = await loadKnowledge(await smallBase({}));
  expect(problems).toEqual([]);
  expect(articles.map(({ id }) => id)).toEqual(["good"]);
});

test.each<[string, string | Uint8Array, string]>([
  [
    "bad YAML",
    "id: bad\n  url: x: y\n",
    'is not YAML: line 2: bad indentation of a mapping entry at "url: x: y"; mend that line',
  ],
  ["brackets without end", "[".repeat(20_000), "is not YAML: line 1: "],
  ["an alias", "id: &id bad\ntitle: *id\n", "has YAML aliases; write each value out"],
  ["a missing field", articleFile({ publisher: undefined }), '"publisher" is missing; add it'],
  [
    "a headline without Russian",
    articleFile({ headline: { en: "a", fr: "b" } }),
    '"headline.ru" is missing; add it',
  ],
  [
    "a fact without French",
    articleFile({ facts: [{ id: "first", en: "a", ru: "b" }] }),
    '"facts.0.fr" is missing; add it',
  ],
  [
    "a word for a date",
    articleFile({ published: "soon" }),
    '"published" is "soon"; use YYYY-MM-DD, YYYY-MM or YYYY',
  ],
  [
    "a day that no calendar has",
    articleFile({ published: "2023-02-29" }),
    '"published" is "2023-02-29"; use YYYY-MM-DD, YYYY-MM or YYYY',
  ],
  [
    "a month where a day is needed",
    articleFile({ added: "2024-06" }),
    '"added" is "2024-06"; use an existing day, YYYY-MM-DD',
  ],
  [
    "an unknown status",
    articleFile({ deals: [{ ...deal(), status: "agreed" }] }),
    '"deals.0.status" is "agreed"; use one of proposed, negotiating, announced,',
  ],
  [
    "an unknown kind of relation",
    articleFile({ relations: [{ type: "sees", to: "good" }] }),
    '"relations.0.type" is "sees"; Invalid discriminator value. Expected \'follows\'',
  ],
  [
    "an address that is none of the web",
    articleFile({ url: "ftp://news.example/bad" }),
    '"url" is "ftp://news.example/bad"; use an http or https address',
  ],
  ["an unknown field", articleFile({ mood: "good" }), "has the unknown field mood; remove it"],
  [
    "an unknown mineral",
    articleFile({ minerals: ["lithium", "unobtainium"] }),
    '"minerals" names "unobtainium", an unknown mineral; add it to the vocabulary or mend the id',
  ],
  [
    "an unknown country in a deal",
    articleFile({ deals: [deal({ parties: ["KR", "XX"] })] }),
    '"deals.pact.parties" names "XX", an unknown country; add it',
  ],
  [
    "an unknown mineral in a deal",
    articleFile({ deals: [deal({ minerals: ["unobtainium"] })] }),
    '"deals.pact.minerals" names "unobtainium", an unknown mineral; add it',
  ],
  [
    "an instrument outside the list",
    articleFile({ deals: [{ ...deal(), instrument: "handshake" }] }),
    '"deals.0.instrument" is "handshake"',
  ],
  [
    "a fact id that stands twice",
    articleFile({ facts: [fact(), fact()] }),
    '"facts" has the id "first" twice; give each its own',
  ],
  [
    "another figure in Russian",
    articleFile({ facts: [fact({ ...TONNES, ru: "25 000 тонн" })] }),
    '"facts.first" has different numbers (en: 25500; fr: 25500; ru: 25000); write the same in digits',
  ],
  [
    "a figure that French writes out",
    articleFile({ headline: { en: "5 mines", fr: "cinq mines", ru: "5 рудников" } }),
    '"headline" has different numbers (en: 5; fr: none; ru: 5); write the same in digits',
  ],
  ["an id that is not the file's name", articleFile({}, "else"), '"id" is "else"; give the file'],
  ["an id and a name of another article", articleFile({}, "good"), '"id" is "good"; give the file'],
  [
    "the address of another article",
    articleFile({ url: "https://news.example/good" }),
    // The first by file name stays: that is bad.yaml here.
    '"url" is https://news.example/good, which articles/bad.yaml has too; keep one of them',
  ],
  [
    "a number among search terms",
    articleFile({
      facts: [fact({ search_terms: { en: "jobs, 1000 people", fr: "emplois", ru: "штат" } })],
    }),
    '"facts.0.search_terms.en" is "jobs, 1000 people"; leave the numbers to the fact',
  ],
  ["more bytes than a summary has", "x".repeat(1_000_001), "has 1000001 bytes; at most 1000000"],
  ["a picture for text", PNG, "is not YAML: line 3: null byte is not allowed"],
  [
    "a list without end",
    "countries: [ US, NO\n",
    "is not YAML: line 2: deficient indentation; mend what stands before it",
  ],
  ["two documents", "id: bad\n---\nid: worse\n", "holds 2 documents; keep one"],
  ["one field twice", "id: bad\nid: worse\n", "line 2: duplicated mapping key at"],
  ["a list for an article", "- a\n- b\n", '"the file" is ["a","b"]; write a value of type object'],
  ["nothing in it", "", "is empty; write it"],
  ["only a comment in it", "# to be written\n", "is empty; write it"],
])("a file with %s gives one line, and the other articles load", async (_, content, line) => {
  const folder = await smallBase({ "articles/bad.yaml": content });
  const { articles, problems, leftOut } = await loadKnowledge(folder);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^articles\/(bad|good)\.yaml: /);
  expect(problems[0]).not.toContain("\n");
  expect(problems[0]).toContain(line);
  expect(articles).toHaveLength(1);
  expect(leftOut).toBe(1);
});

test("of two files with one id the first stays, and the line names both", async () => {
  const folder = await smallBase({
    "articles/good.yml": articleFile({ url: "https://news.example/2" }, "good"),
  });
  const { articles, problems } = await loadKnowledge(folder);
  expect(articles.map(({ url }) => url)).toEqual(["https://news.example/good"]);
  expect(problems).toEqual([
    'articles/good.yml: "id" is good, which articles/good.yaml has too; keep one of them',
  ]);
});

test.each([
  ["thousands", "25,500 tonnes", "25 500 tonnes", "25 500 тонн"],
  ["thousands with spaces that do not break", "25,500", "25\u202f500", "25\u00a0500"],
  ["decimals", "1.4 million", "1,4 million", "1,4 миллиона"],
  ["numbers in another order", "3 of 10", "10, dont 3", "3 из 10"],
  ["years and days", "12 June 2024", "12 juin 2024", "12 июня 2024 года"],
])("%s are equal in each language's own writing", async (_, en, fr, ru) => {
  const folder = await smallBase({
    "articles/bad.yaml": articleFile({ facts: [fact({ en, fr, ru })] }),
  });
  expect((await loadKnowledge(folder)).problems).toEqual([]);
});

test.each([
  ["to an article that is not there", { type: "follows", to: "nowhere" }],
  ["to a fact that is not there", { type: "supersedes", fact: "first", to: "good/none" }],
  ["from a fact that is not there", { type: "contradicts", fact: "none", to: "good/first" }],
])("a relation %s is dropped, and its article stays", async (_, relation) => {
  const folder = await smallBase({ "articles/bad.yaml": articleFile({ relations: [relation] }) });
  const { articles, problems, leftOut } = await loadKnowledge(folder);
  expect(problems).toEqual([
    `articles/bad.yaml: relation to "${relation.to}" leads nowhere; mend or remove it`,
  ]);
  expect(articles.find(({ id }) => id === "bad")?.relations).toEqual([]);
  expect(leftOut).toBe(0);
});

test("relations that lead to an article and to a fact are kept", async () => {
  const relations = [
    { type: "follows", to: "good" },
    { type: "supersedes", fact: "first", to: "good/first" },
  ];
  const folder = await smallBase({ "articles/bad.yaml": articleFile({ relations }) });
  const { articles, problems } = await loadKnowledge(folder);
  expect(problems).toEqual([]);
  expect(articles.find(({ id }) => id === "bad")?.relations).toEqual(relations);
});

test.each<[string, unknown, string]>([
  ["without names", { id: "tin" }, 'entry 2: "names" is missing; add it'],
  [
    "with a word for a list of names",
    { id: "tin", names: { en: "tin" } },
    'entry 2: "names.en" is "tin"; write a value of type array',
  ],
  ["that is a mere word", "tin", 'entry 2: "the file" is "tin"; write a value of type object'],
  [
    "that stands twice",
    { id: "lithium", names: { en: ["Li"] } },
    'id "lithium" stands twice; give each entry its own',
  ],
])("a vocabulary entry %s gives one line, and the others count", async (_, entry, line) => {
  const entries = [{ id: "lithium", names: { en: ["lithium"] } }, entry];
  const folder = await smallBase({ "vocabulary/minerals.yaml": dump(entries) });
  const { articles, problems } = await loadKnowledge(folder);
  expect(problems).toEqual([`vocabulary/minerals.yaml: ${line}`]);
  expect(articles.map(({ id }) => id)).toEqual(["good"]);
});

test("a vocabulary file that is no list gives one line", async () => {
  const folder = await smallBase({ "vocabulary/places.yaml": "id: karaganda\n" });
  expect((await loadKnowledge(folder)).problems).toEqual([
    "vocabulary/places.yaml: is no list; write a list of concepts",
  ]);
});

test("a folder that bears an article's name gives one line", async () => {
  const folder = await smallBase({});
  await mkdir(join(folder, "articles/bad.yaml"));
  const { articles, problems } = await loadKnowledge(folder);
  expect(problems).toEqual([
    "articles/bad.yaml: cannot be read (EISDIR); check that the file is there",
  ]);
  expect(articles).toHaveLength(1);
});

test("a folder of articles that cannot be read gives a line with the setting to mend", async () => {
  const folder = await smallBase({});
  await rm(join(folder, "articles"), { recursive: true });
  await writeFile(join(folder, "articles"), "no folder");
  const { articles, problems } = await loadKnowledge(folder);
  expect(problems).toEqual([
    "articles: cannot be read (ENOTDIR); set KNOWLEDGE_DIR to a folder that holds articles/ and vocabulary/",
  ]);
  expect(articles).toEqual([]);
});

test("every bad file is reported in one run", async () => {
  const folder = await smallBase({
    "articles/a.yaml": "",
    "articles/b.yaml": articleFile({ title: undefined, minerals: 5 }, "b"),
    "articles/c.yaml": articleFile({}, "c"),
  });
  const { articles, problems, leftOut } = await loadKnowledge(folder);
  expect(problems).toEqual([
    "articles/a.yaml: is empty; write it",
    'articles/b.yaml: "title" is missing; add it',
    'articles/b.yaml: "minerals" is 5; write a value of type array',
  ]);
  expect(articles.map(({ id }) => id)).toEqual(["c", "good"]);
  expect(leftOut).toBe(2);
});

test("articles come newest first, those without a date last", async () => {
  const folder = await smallBase({
    "articles/undated.yaml": articleFile({ published: null }, "undated"),
    "articles/newer.yaml": articleFile({ published: "2025" }, "newer"),
  });
  const { articles } = await loadKnowledge(folder);
  expect(articles.map(({ id }) => id)).toEqual(["newer", "good", "undated"]);
});

test("outlets that can be watched name where their addresses were found", async () => {
  const { feeds } = await loadKnowledge("knowledge");
  expect(feeds.length).toBeGreaterThan(3);
  for (const { source } of feeds) expect(source).toMatch(/^https:\/\/github\.com\/.+\/blob\//);
});

test("each bad outlet is reported, and the others are offered", async () => {
  const folder = await smallBase({});
  const good = "id: one, title: One, url: 'https://one.example/feed', source: 'https://x.example/'";
  const entries = [
    `{${good}}`,
    `{${good}}`,
    `{${good.replace("id: one", "id: two")}}`,
    "{id: three, title: Three, url: 'ftp://three.example/', source: 'https://x.example/'}",
    "{id: four, title: Four, url: 'https://four.example/'}",
    `{${good.replace("id: one", "id: five").replace("one.example", "five.example")}, language: de}`,
  ];
  await writeFile(join(folder, "feeds.yaml"), entries.map((entry) => `- ${entry}\n`).join(""));
  const { feeds, problems } = await loadKnowledge(folder);
  expect(feeds.map(({ id }) => id)).toEqual(["one"]);
  expect(problems).toEqual([
    'feeds.yaml: entry 2: id "one" stands twice; give each entry its own',
    'feeds.yaml: entry 3: "url" is that of one; remove one of them',
    'feeds.yaml: entry 4: "url" is "ftp://three.example/"; use an http or https address',
    'feeds.yaml: entry 5: "source" is missing; add it',
    'feeds.yaml: entry 6: "language" is "de"; use one of en, fr, ru',
  ]);
});

test.each([
  ["id: one", "feeds.yaml: is no list; write a list of feeds"],
  ["", "feeds.yaml: is empty; write it"],
])("a file of outlets that reads %j is reported", async (text, problem) => {
  const folder = await smallBase({});
  await writeFile(join(folder, "feeds.yaml"), text);
  expect((await loadKnowledge(folder)).problems).toEqual([problem]);
});
