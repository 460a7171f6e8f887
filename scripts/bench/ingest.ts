/** How fast feeds and pages are read, and how well copies of a text are told from other texts. */
import { fingerprintOf, isNearDuplicate } from "../../src/ingest/fingerprint.ts";
import { createReader } from "../../src/ingest/reader.ts";
import type { Article } from "../../src/model.ts";

export type IngestMeasure = {
  feedEntriesPerSecond: number;
  pagesPerSecond: number;
  copies: { pairs: number; precision: number; recall: number };
};

const ENTRIES = 200;
const FEEDS = 40;
const PAGES = 100;
const FEED = { contentType: "application/rss+xml", url: "https://site.example/feed" };
const PAGE = { contentType: "text/html; charset=utf-8", url: "https://site.example/2026/11/20/a" };

/** Reads what articles of the base would look like as feeds and pages. */
export async function measureIngest(articles: readonly Article[]): Promise<IngestMeasure> {
  const reader = createReader();
  const feed = new TextEncoder().encode(feedOf(articles));
  const pages = articles.slice(0, PAGES).map((each) => new TextEncoder().encode(pageOf(each)));
  // The thread starts with the first of each.
  await reader.feed({ ...FEED, bytes: feed });
  for (const bytes of pages.slice(0, 1)) await reader.page({ ...PAGE, bytes });
  const feedSeconds = await seconds(async () => {
    for (let run = 0; run < FEEDS; run += 1) await reader.feed({ ...FEED, bytes: feed });
  });
  const pageSeconds = await seconds(async () => {
    for (const bytes of pages) await reader.page({ ...PAGE, bytes });
  });
  await reader.close();
  return {
    feedEntriesPerSecond: Math.round((FEEDS * ENTRIES) / feedSeconds),
    pagesPerSecond: Math.round(pages.length / pageSeconds),
    copies: measureCopies(articles),
  };
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1_000;
}

/**
 * Labelled by how they are made: what an outlet does to an agency's text gives a copy; two articles
 * of the base are none, however much they tell of the same things.
 */
function measureCopies(articles: readonly Article[]): IngestMeasure["copies"] {
  const texts = articles.map(textOf).filter((text) => text.length >= MIN_SENTENCES);
  const prints = texts.map(fingerprintOf);
  const copies = texts.flatMap((text, at) =>
    EDITS.map((edit) => ({ left: prints[at] ?? [], right: fingerprintOf(edit(text, at)) })),
  );
  const others = prints.flatMap((left, at) =>
    prints.slice(at + 1).map((right) => ({ left, right })),
  );
  const found = copies.filter(({ left, right }) => isNearDuplicate(left, right)).length;
  const wrong = others.filter(({ left, right }) => isNearDuplicate(left, right)).length;
  return {
    pairs: copies.length + others.length,
    precision: found / Math.max(1, found + wrong),
    recall: found / Math.max(1, copies.length),
  };
}

const MIN_SENTENCES = 4;

type Edit = (sentences: readonly string[], at: number) => string[];
const EDITS: readonly Edit[] = [
  (sentences) => ["ASTANA, 20 November (Agency).", ...sentences],
  (sentences) => [...sentences, "All rights reserved. Subscribe to our newsletter for more news."],
  (sentences) => sentences.slice(0, -1),
  (sentences) => sentences.slice(1),
  (sentences) => sentences.map((sentence) => sentence.toUpperCase()),
  (sentences, at) =>
    sentences.toSpliced(at % sentences.length, 0, "Read also: other news of today."),
  (sentences) => sentences.map((sentence) => sentence.replace(/\bKazakhstan\b/, "the republic")),
];

function textOf({ facts }: Article): string[] {
  return facts.map(({ en }) => en);
}

function feedOf(articles: readonly Article[]): string {
  const items = Array.from({ length: ENTRIES }, (_, at) => {
    const article = articles[at % articles.length];
    return `<item><guid>${at}</guid><title>${escaped(article?.headline.en ?? "")}</title><link>https://site.example/${at}</link><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate><description>${escaped(article?.facts[0]?.en ?? "")}</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${items.join("")}</channel></rss>`;
}

function pageOf(article: Article): string {
  const paragraphs = textOf(article).map((text) => `<p>${escaped(text)}</p>`);
  return `<!doctype html><html lang="en"><head><title>${escaped(article.headline.en)}</title></head><body><nav><a href="/">Home</a></nav><article>${paragraphs.join("").repeat(3)}</article></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
