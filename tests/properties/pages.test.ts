import { type Arbitrary, array, constantFrom, oneof, record, tuple } from "fast-check";
import { expect } from "vitest";
import { draftArticle } from "../../src/ingest/draft.ts";
import { readPage } from "../../src/ingest/read-page.ts";
import { Article, Day } from "../../src/model.ts";
import { property } from "./property.ts";
import { damaged, day, knowledge, text } from "./texts.ts";

const ADDRESS = "https://news.example/2026/11/20/lithium";
const { vocabulary } = knowledge;
const SENTENCES = knowledge.articles.flatMap(({ facts }) =>
  facts.flatMap(({ en, fr, ru }) => [en, fr, ru]),
);

const TAGS = [
  "p",
  "div",
  "article",
  "section",
  "table",
  "td",
  "ul",
  "li",
  "b",
  "a",
  "span",
  "svg",
  "math",
  "template",
  "noscript",
  "textarea",
  "title",
  "select",
  "form",
  "frameset",
  "h1",
  "blockquote",
  "custom-tag",
  "br",
  "img",
];
const sentence = constantFrom(...SENTENCES);
const soup: Arbitrary<string> = oneof(
  { weight: 3, arbitrary: sentence.map((words) => `<p>${words}</p>`) },
  { weight: 2, arbitrary: constantFrom(...TAGS).map((tag) => `<${tag}>`) },
  { weight: 2, arbitrary: constantFrom(...TAGS).map((tag) => `</${tag}>`) },
  { weight: 2, arbitrary: text },
  {
    weight: 1,
    arbitrary: tuple(constantFrom(...TAGS), text).map(
      ([tag, words]) => `<${tag} class="${words}" id=${words} href='${words}'>`,
    ),
  },
  {
    weight: 1,
    arbitrary: constantFrom(
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<script>",
      "</script>",
      "<style>",
      "<",
      "</",
      "&#x110000;",
      "&#0;",
      "&nbsp",
      "<a/b>",
      "<!doctype",
      "<p ".repeat(200),
      "<div>".repeat(300),
    ),
  },
);

const told = record({
  title: text,
  day: oneof(day, text),
  language: oneof(constantFrom("en", "fr-FR", "ru_RU", "xx"), text),
  canonical: oneof(
    constantFrom(
      "https://news.example/a",
      "/b",
      "https://other.example/",
      "javascript:1",
      "https://[",
      "//",
    ),
    text,
  ),
});
const attribute = (value: string) => value.replaceAll('"', "&quot;");

/** A page as sites write them, with some things that they should not write. */
const page: Arbitrary<string> = tuple(
  told,
  array(soup, { maxLength: 25 }),
  oneof(
    text,
    told.map((each) =>
      JSON.stringify({
        "@type": "NewsArticle",
        headline: each.title,
        datePublished: each.day,
        inLanguage: each.language,
        publisher: [{ name: each.title }],
      }),
    ),
  ),
).map(
  ([
    { title, day: published, language, canonical },
    body,
    data,
  ]) => `<!doctype html><html lang="${attribute(language)}"><head><title>${title}</title>
<meta property="og:title" content="${attribute(title)}"><meta name=date content="${attribute(published)}"><link rel="canonical" href="${attribute(canonical)}">
<script type="application/ld+json">${data}</script></head><body><article>${body.join("\n")}</article></body></html>`,
);

property(
  "what is read of a page is plain and bounded, whatever it holds and lost",
  {
    of: oneof(
      page,
      page.chain(damaged),
      array(soup).map((parts) => parts.join("")),
      text,
    ),
    runs: 100,
    share: 0.2,
  },
  expectRead,
);

function expectRead(html: string): void {
  const read = readPage(html, ADDRESS);
  expect(new URL(read.url).host).toBe("news.example");
  expect(read.title?.length ?? 1).toBeGreaterThan(0);
  expectPlain(read.title ?? "", 300);
  expectPlain(read.publisher, 100);
  expect(read.publisher).not.toBe("");
  if (read.language !== null) expect(read.language).toMatch(/^[a-z]{2}$/);
  if (read.published !== null) expect(Day.safeParse(read.published).success).toBe(true);
  expect(read.paragraphs.length).toBeLessThanOrEqual(400);
  for (const paragraph of read.paragraphs) expectPlain(paragraph, html.length * 4);
  const drafted = draftArticle(read, { vocabulary, today: "2026-11-21" });
  if (drafted.kind === "draft")
    expect(Article.safeParse(drafted.article).error?.message).toBeUndefined();
}

function expectPlain(words: string, maxChars: number): void {
  expect(words.length).toBeLessThanOrEqual(maxChars);
  expect(words).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(words.isWellFormed(), JSON.stringify(words)).toBe(true);
}
