import {
  type Arbitrary,
  array,
  constantFrom,
  nat,
  oneof,
  option,
  record,
  tuple,
  uint8Array,
} from "fast-check";
import { expect } from "vitest";
import { decodeText } from "../../src/ingest/decode-text.ts";
import { plainTextOf } from "../../src/ingest/html-text.ts";
import { beginningOf, tidied } from "../../src/ingest/plain-text.ts";
import { readFeed } from "../../src/ingest/read-feed.ts";
import { Day } from "../../src/model.ts";
import { property } from "./property.ts";
import { damaged, day, text } from "./texts.ts";

const ADDRESS = "https://outlet.example/feed/";

type Entry = { at: number; title: string; summary: string; day: string };

const entry: Arbitrary<Entry> = record({ at: nat(50), title: text, summary: text, day });
const entries = array(entry, { maxLength: 6 });

/** XML 1.0 has no word for control characters and half signs. */
function xml(written: string): string {
  return written
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** HTML in XML, as feeds have it. */
function html(written: string): string {
  return xml(xml(written));
}

const url = ({ at }: Entry) => `https://outlet.example/${at}`;
const FORMATS: Record<string, (all: readonly Entry[]) => string> = {
  rss: (all) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>One</title>${all
      .map(
        (each) =>
          `<item><title>${html(each.title)}</title><link>${url(each)}</link><pubDate>${each.day}T10:00:00Z</pubDate><description><![CDATA[${xml(each.summary)}]]></description></item>`,
      )
      .join("\n")}</channel></rss>`,
  atom: (all) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Two</title>${all
      .map(
        (each) =>
          `<entry><id>${url(each)}</id><title type="html">${html(each.title)}</title><link href="${url(each)}"/><published>${each.day}T10:00:00Z</published><summary>${html(each.summary)}</summary></entry>`,
      )
      .join("\n")}</feed>`,
  rdf: (all) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Four</title></channel>${all
      .map(
        (each) =>
          `<item rdf:about="${url(each)}"><title>${html(each.title)}</title><link>${url(each)}</link><dc:date>${each.day}</dc:date><description>${html(each.summary)}</description></item>`,
      )
      .join("\n")}</rdf:RDF>`,
  json: (all) =>
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Five",
      items: all.map((each) => ({
        id: url(each),
        url: url(each),
        title: xml(each.title),
        content_html: xml(each.summary),
        date_published: `${each.day}T10:00:00Z`,
      })),
    }),
};
const format = constantFrom(...Object.keys(FORMATS));

function written(name: string, all: readonly Entry[]): string {
  return FORMATS[name]?.(all) ?? "";
}

property(
  "a feed is read as it was written, in every format",
  { of: tuple(format, entries), runs: 120 },
  ([name, all]) => {
    const told = all.filter(({ title }) => tidied(xml(title)) !== "");
    if (told.length === 0) return;
    const { entries: read } = readFeed(written(name, all), ADDRESS);
    expectEntries(read);
    const first = new Map(told.toReversed().map((each) => [url(each), each]));
    expect(read.map((each) => each.url).toSorted()).toEqual([...first.keys()].toSorted());
    for (const each of read) {
      const source = first.get(each.url);
      expect(each.title).toBe(beginningOf(plainTextOf(xml(source?.title ?? "")), 500));
      expect(each.published).toBe(source?.day);
    }
  },
);

property(
  "a damaged feed is read as far as it goes, or is none",
  {
    of: tuple(
      tuple(format, entries).chain(([name, all]) => damaged(written(name, all))),
      option(text),
    ),
    runs: 250,
  },
  ([broken, added]) => {
    expectFeedOrNone(broken + (added ?? ""));
  },
);

property(
  "any text is a feed or none",
  {
    of: oneof(
      text,
      tuple(constantFrom("<rss>", "<feed>", "{", "<!DOCTYPE x [", "<rdf:RDF", "<?xml?>"), text).map(
        (two) => two.join(""),
      ),
    ),
    runs: 150,
  },
  expectFeedOrNone,
);

function expectFeedOrNone(given: string): void {
  try {
    const { title, entries: read, leftOut, unreadable } = readFeed(given, ADDRESS);
    expectEntries(read);
    expectPlain(title, 500);
    expect(leftOut >= 0 && unreadable >= 0).toBe(true);
  } catch (cause) {
    expect(cause instanceof Error && cause.constructor.name, String(cause)).toBe("NotAFeedError");
  }
}

function expectEntries(read: ReturnType<typeof readFeed>["entries"]): void {
  expect(read.length).toBeLessThanOrEqual(500);
  expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
  for (const each of read) {
    expect(new URL(each.url).protocol).toMatch(/^https?:$/);
    expect(each.title).not.toBe("");
    expectPlain(each.title, 500);
    expectPlain(each.summary, 5_000);
    if (each.published !== null) expect(Day.safeParse(each.published).success).toBe(true);
  }
}

function expectPlain(read: string, maxChars: number): void {
  expect(read.length).toBeLessThanOrEqual(maxChars);
  expect(read).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(read.isWellFormed(), JSON.stringify(read)).toBe(true);
}

const ENCODINGS: Record<string, (content: string) => Uint8Array> = {
  "utf-8": (content) => Buffer.from(content),
  "utf-8 with its mark": (content) => Buffer.from(`\ufeff${content}`),
  "utf-16le": (content) => Buffer.from(`\ufeff${content}`, "utf16le"),
  "utf-16be": (content) => Buffer.from(`\ufeff${content}`, "utf16le").swap16(),
};

property(
  "a text is decoded from what it was encoded in, whatever its sender says",
  {
    of: tuple(
      constantFrom(...Object.keys(ENCODINGS)),
      text,
      constantFrom(
        "",
        "text/html; charset=utf-8",
        "text/html; charset=windows-1251",
        "charset=nonsense",
        "text/xml; charset=",
      ),
    ),
    runs: 300,
  },
  ([encoding, content, contentType]) => {
    const whole = content.toWellFormed().replace(/^\ufeff+/, "");
    const bytes = ENCODINGS[encoding]?.(whole) ?? new Uint8Array();
    expect(decodeText(bytes, contentType)).toBe(whole);
  },
);

property(
  "any bytes are some text",
  { of: tuple(uint8Array({ maxLength: 3_000 }), text), runs: 150 },
  ([bytes, contentType]) => {
    expect(decodeText(bytes, contentType).isWellFormed()).toBe(true);
  },
);

property("a tidy text stays as it is", { of: text, runs: 200 }, (given) => {
  expect(tidied(tidied(given))).toBe(tidied(given));
  expectPlain(plainTextOf(given), given.length * 4);
});
