import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Arbitrary,
  array,
  constantFrom,
  nat,
  oneof,
  record,
  tuple,
  uniqueArray,
} from "fast-check";
import { dump } from "js-yaml";
import { afterAll, beforeAll, expect } from "vitest";
import { writeKnowledge } from "../../src/ingest/write-knowledge.ts";
import { withExcerpts } from "../../src/knowledge/excerpts.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { readYaml } from "../../src/knowledge/read-yaml.ts";
import { tokenize } from "../../src/knowledge/tokens.ts";
import { createVocabulary } from "../../src/knowledge/vocabulary.ts";
import { Article, LANGUAGES } from "../../src/model.ts";
import { article, fact, translated } from "../builders.ts";
import { smallBase } from "../knowledge/small-base.ts";
import { property } from "./property.ts";
import { damaged, knowledge, text } from "./texts.ts";

let folder: string;
let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "kzminerals-"));
  folder = join(base, "written");
});
afterAll(() => rm(base, { recursive: true }));

/** Articles whose words come from anywhere. */
const written: Arbitrary<Article> = record({
  headline: text,
  first: text,
  second: text,
  publisher: text,
  note: text,
}).map(({ headline, first, second, publisher, note }) =>
  article({
    id: "written",
    publisher,
    title: headline,
    headline: translated(headline),
    date_note: note,
    facts: [fact(translated(first)), { ...fact(translated(second)), id: "second" }],
  }),
);

property(
  "an article is read from its file as it was written",
  { of: written, runs: 100, share: 0.5 },
  async (given) => {
    const known = Article.safeParse(given);
    if (!known.success) return;
    const row = { article: JSON.stringify(known.data) };
    await rm(folder, { recursive: true, force: true });
    await writeKnowledge([row as Parameters<typeof writeKnowledge>[0][number]], folder);
    const source = await readYaml(join(folder, "written.yaml"));
    if (!("value" in source)) throw new Error(source.problem);
    expect(Article.parse(withExcerpts(source.value))).toEqual(known.data);
  },
);

const FILES = [
  "articles/good.yaml",
  "vocabulary/minerals.yaml",
  "vocabulary/question-words.yaml",
  "feeds.yaml",
];
const ARTICLE = readFileSync("knowledge/articles/korea-lithium-2024.yaml", "utf8");
const MINERALS = readFileSync("knowledge/vocabulary/minerals.yaml", "utf8").slice(0, 6_000);
const file = oneof(
  damaged(ARTICLE),
  damaged(MINERALS),
  text,
  text.map((each) => dump({ id: each, names: { en: [each] } })),
);

property(
  "a file that is no more what it was is told of, and the rest is loaded",
  { of: tuple(constantFrom(...FILES), file), runs: 60, share: 0.1 },
  async ([path, content]) => {
    const own = await smallBase({ [path]: content });
    try {
      const { articles, problems, vocabulary } = await loadKnowledge(own, { comparesTexts: true });
      for (const each of articles) expect(Article.safeParse(each).success).toBe(true);
      for (const problem of problems) expect(problem).toMatch(/^[\w/.-]+: ?\S/);
      if (path !== FILES[1]) expect(vocabulary.concepts.has("mineral:lithium")).toBe(true);
      if (path !== FILES[0] && path !== FILES[1])
        expect(articles.map(({ id }) => id)).toEqual(["good"]);
    } finally {
      await rm(own, { recursive: true });
    }
  },
);

property(
  "any file is a value or a sentence that says why not",
  { of: file, runs: 150, share: 0.5 },
  async (content) => {
    const path = join(base, "any.yaml");
    await writeFile(path, content);
    const source = await readYaml(path);
    if ("problem" in source) expect(source.problem).not.toBe("");
  },
);

const names = array(
  text.map((each) => each.slice(0, 200)),
  { minLength: 1, maxLength: 3 },
);
const concepts = uniqueArray(
  record({
    id: constantFrom("a", "b", "c", "d"),
    kind: constantFrom(
      "mineral" as const,
      "person" as const,
      "word" as const,
      "question-word" as const,
    ),
    names: record({ en: names, ru: names, kk: names }),
  }),
  { maxLength: 4, selector: ({ id, kind }) => `${kind}:${id}` },
);

property(
  "what a vocabulary recognises stands in the text, one after the other",
  {
    of: tuple(
      concepts,
      text.map((each) => each.slice(0, 3_000)),
      constantFrom(...LANGUAGES),
    ),
    runs: 150,
  },
  ([all, said, language]) => {
    const vocabulary = createVocabulary(all);
    const tokens = tokenize(`${said} ${all[0]?.names.en[0] ?? ""}`, language);
    let last = 0;
    for (const { from, to, concepts: named } of vocabulary.recognise(tokens, language)) {
      expect(from >= last && to > from && to <= tokens.length).toBe(true);
      for (const key of named) expect(vocabulary.concepts.has(key)).toBe(true);
      last = to;
    }
    for (const { text: word } of tokens.slice(0, 5)) vocabulary.resembling(word);
  },
);

const { vocabulary } = knowledge;
const known = [...vocabulary.concepts].filter(([, { guards = [] }]) => guards.length === 0);

property(
  "every name of the vocabulary is recognised as what it names",
  { of: tuple(nat(known.length - 1), nat(50), constantFrom(...LANGUAGES)), runs: 300 },
  ([at, which, language]) => {
    const [key = "", concept] = known[at] ?? [];
    const own = concept?.names[language] ?? [];
    const name = own[which % Math.max(own.length, 1)];
    if (name === undefined) return;
    const found = vocabulary.everyMention(tokenize(name, language), language);
    expect(
      found.flatMap((mention) => mention.concepts),
      `${name} (${language})`,
    ).toContain(key);
  },
);
