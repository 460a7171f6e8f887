import { afterAll, describe, expect, test } from "vitest";
import { createReader, UnreadableError } from "../../src/ingest/reader.ts";

const reader = createReader();
afterAll(() => reader.close());

const FEED = { contentType: "application/rss+xml", url: "https://site.example/rss" };
const PAGE = { contentType: "text/html", url: "https://site.example/2024/05/06/titan" };
const bytes = (text: string) => new TextEncoder().encode(text);
const rss = (items: string) =>
  `<rss version="2.0"><channel><title>Feed</title>${items}</channel></rss>`;
const ITEM = "<item><title>Titanium</title><link>https://site.example/1</link></item>";

describe("a feed", () => {
  test.each([
    ["RSS 2.0", `<?xml version="1.0"?>${rss(ITEM)}`],
    [
      "RSS 1.0 (RDF)",
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
       <channel rdf:about="https://site.example/"><title>Feed</title></channel>
       <item rdf:about="https://site.example/1"><title>Titanium</title><link>https://site.example/1</link></item></rdf:RDF>`,
    ],
    [
      "Atom",
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title><entry><id>https://site.example/1</id>
       <title>Titanium</title><link rel="self" href="x"/><link href="/1"/></entry></feed>`,
    ],
    [
      "JSON Feed",
      `{"version":"https://jsonfeed.org/version/1.1","title":"Feed","items":[{"id":"https://site.example/1","url":"https://site.example/1","title":"Titanium"}]}`,
    ],
  ])("of format %s", async (_, text) => {
    const feed = await reader.feed({ ...FEED, bytes: bytes(text) });
    expect(feed).toMatchObject({ title: "Feed", leftOut: 0, unreadable: 0 });
    expect(feed.entries).toEqual([
      {
        id: "https://site.example/1",
        url: "https://site.example/1",
        title: "Titanium",
        summary: "",
        published: null,
      },
    ]);
  });

  test.each([
    [
      "cut off in the middle",
      `<rss version="2.0"><channel>${ITEM}<item><title>Uranium</title><link>https://site.example/2</li`,
      2,
    ],
    ["with signs that are not escaped", rss(ITEM.replace("Titanium", "Ti & Zr <5 %")), 1],
    ["with entities of HTML", rss(ITEM.replace("Titanium", "Am&eacute;lie &nbsp; x")), 1],
    ["with an entry that has no address", rss(`${ITEM}<item><title>nowhere</title></item>`), 1],
    ["with the same entry twice", rss(ITEM + ITEM), 1],
    ["with space before its declaration", `\n\n <?xml version="1.0"?>${rss(ITEM)}`, 1],
  ])("%s is read as far as it goes", async (_, text, count) => {
    expect((await reader.feed({ ...FEED, bytes: bytes(text) })).entries).toHaveLength(count);
  });

  test("of 100,000 entries is read up to a limit, and says what it left out", async () => {
    const items = Array.from({ length: 100_000 }, (_, at) => ITEM.replace("/1<", `/${at}<`));
    const feed = await reader.feed({ ...FEED, bytes: bytes(rss(items.join(""))) });
    expect(feed.entries).toHaveLength(500);
    expect(feed.leftOut).toBe(99_500);
  });

  test.each([
    ["2024-05-06T23:30:00+05:00", "2024-05-06"],
    ["Mon, 06 May 2024 23:30:00 GMT", "2024-05-06"],
    ["6 мая 2024", "2024-05-06"],
    ["yesterday", null],
    ["31 Feb 2024", null],
    ["", null],
  ])("dates an entry of %j on %s", async (date, expected) => {
    const item = ITEM.replace("</title>", `</title><pubDate>${date}</pubDate>`);
    const { entries } = await reader.feed({ ...FEED, bytes: bytes(rss(item)) });
    expect(entries[0]?.published).toBe(expected);
  });

  test.each(["", "<html><body>Welcome</body></html>", "{}", "null", "\u0000\u0001"])(
    "%j is none",
    async (text) => {
      await expect(reader.feed({ ...FEED, bytes: bytes(text) })).rejects.toThrow(UnreadableError);
    },
  );
});

describe("a hostile feed does no harm", () => {
  const bomb = Array.from(
    { length: 12 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  ).join("");
  test("entities that multiply stay as they are written", async () => {
    const text = `<!DOCTYPE r [<!ENTITY l0 "boom">${bomb}]>${rss(ITEM.replace("Titanium", "&l12;"))}`;
    const { entries } = await reader.feed({ ...FEED, bytes: bytes(text) });
    expect(entries[0]?.title).toBe("&l12;");
  });

  test("entities that name files open none", async () => {
    const text = `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>${rss(ITEM.replace("Titanium", "&x;"))}`;
    const { entries } = await reader.feed({ ...FEED, bytes: bytes(text) });
    expect(entries[0]?.title).toBe("&x;");
  });

  test("an address longer than any costs its entry alone", async () => {
    const long = ITEM.replace("https://site.example/1", `https://${"Xy".repeat(12_000)}/`);
    const feed = await reader.feed({ ...FEED, bytes: bytes(rss(long + ITEM)) });
    expect(feed).toMatchObject({ unreadable: 1, entries: [{ title: "Titanium" }] });
  });

  test.each([
    ["nested without end", `<rss version="2.0"><channel>${"<a>".repeat(50_000)}`],
    ["of one tag that never ends", `<rss version="2.0"><channel ${"a ".repeat(500_000)}`],
  ])("%s is refused, and the next one is read", async (_, text) => {
    await expect(reader.feed({ ...FEED, bytes: bytes(text) })).rejects.toThrow(UnreadableError);
    expect((await reader.feed({ ...FEED, bytes: bytes(rss(ITEM)) })).entries).toHaveLength(1);
  });
});

describe("an encoding", () => {
  const russian = rss(ITEM.replace("Titanium", "Титан Казахстана"));
  const inWindows1251 = (text: string) =>
    Uint8Array.from(
      [...text].map((sign) => {
        const code = sign.codePointAt(0) ?? 0;
        return code < 0x80 ? code : code - 0x410 + 0xc0;
      }),
    );

  test.each([
    ["named by its sender", inWindows1251(russian), "text/xml; charset=windows-1251"],
    [
      "named by itself",
      inWindows1251(`<?xml version="1.0" encoding="windows-1251"?>${russian}`),
      "text/xml",
    ],
    [
      "named by nobody",
      inWindows1251(rss(ITEM.replace("Titanium", "Титан Казахстана".repeat(20)))),
      "text/xml",
    ],
    ["named wrongly", bytes(russian), "text/xml; charset=windows-1251"],
    ["nobody knows", bytes(russian), "text/xml; charset=klingon"],
    ["with a mark", bytes(`\ufeff${russian}`), "text/xml"],
  ])("%s is read", async (_, sent, contentType) => {
    const { entries } = await reader.feed({ ...FEED, contentType, bytes: sent });
    expect(entries[0]?.title).toMatch(/^(Титан Казахстана)+$/);
  });
});

describe("a page", () => {
  const SENTENCE =
    "Kazakhstan mined 25,000 tonnes of uranium in 2024, the company said on Monday in Astana. ";
  const page = (head: string, body = `<article>${`<p>${SENTENCE}</p>`.repeat(8)}</article>`) =>
    `<!doctype html><html lang="en-GB"><head><title>Title of the tab</title>${head}</head><body><nav>Home</nav>${body}</body></html>`;
  const read = (html: string, url = PAGE.url) => reader.page({ ...PAGE, url, bytes: bytes(html) });

  test("tells its title, outlet, day, language and text", async () => {
    const said = {
      "@type": "NewsArticle",
      headline: "Uranium &amp; more",
      datePublished: "2024-05-07T01:00:00+05:00",
    };
    const head = `<meta property="og:site_name" content="The Outlet"><script type="application/ld+json">${JSON.stringify({ "@graph": [said] })}</script>`;
    const { paragraphs, ...rest } = await read(page(head));
    expect(rest).toEqual({
      url: PAGE.url,
      title: "Uranium & more",
      publisher: "The Outlet",
      language: "en",
      published: "2024-05-07",
      dateBasis: "page",
      isPaid: false,
    });
    expect(paragraphs[0]).toBe(SENTENCE.trim());
  });

  test("that names itself and its outlet with blanks is named otherwise", async () => {
    const said = { "@type": "NewsArticle", headline: " ", publisher: { name: "\u0000" } };
    const head = `<script type="application/ld+json">${JSON.stringify(said)}</script>`;
    expect(await read(page(head))).toMatchObject({
      title: "Title of the tab",
      publisher: "site.example",
    });
  });

  test("that leaves out its body, as HTML allows, is read with its language", async () => {
    const html = page("").replace(/<\/?(head|body)>/g, "");
    const { paragraphs, language } = await read(html);
    expect(paragraphs[0]).toBe(SENTENCE.trim());
    expect(language).toBe("en");
  });

  test("whose body ends too early is read to its end", async () => {
    const html = page("").replace("<article>", "</body></html><article>");
    expect((await read(html)).paragraphs[0]).toBe(SENTENCE.trim());
  });

  test("whose title is cut ends with a whole sign, and its lines may end as they like", async () => {
    const html = page("").replace(
      "Title of the tab",
      "\ud83d\ude00".repeat(200).padStart(401, "x"),
    );
    const { title } = await read(html);
    expect(title?.isWellFormed()).toBe(true);
    expect(await read(page("").replace("Title of", "Title\rof"))).toMatchObject({
      title: "Title\nof the tab",
    });
  });

  test("without a date is dated by its address, or not at all", async () => {
    expect(await read(page(""))).toMatchObject({ published: "2024-05-06", dateBasis: "url" });
    expect(await read(page(""), "https://site.example/titan")).toMatchObject({
      published: null,
      dateBasis: "unknown",
    });
  });

  test.each([
    ["https://site.example/article", "https://site.example/article"],
    ["https://www.site.example/article#top", "https://www.site.example/article"],
    ["https://elsewhere.example/article", PAGE.url],
    ["javascript:alert(1)", PAGE.url],
    ["/", PAGE.url],
    ["http://[", PAGE.url],
  ])("names its address %j", async (named, expected) => {
    expect((await read(page(`<link rel="canonical" href="${named}">`))).url).toBe(expected);
  });

  test("that is not free says so", async () => {
    const said = { "@type": ["NewsArticle"], isAccessibleForFree: "False" };
    expect(
      (await read(page(`<script type="application/ld+json">${JSON.stringify(said)}</script>`)))
        .isPaid,
    ).toBe(true);
  });

  test.each([
    ["without text", page("", "<div id=app></div>")],
    ["that is empty", ""],
    ["of broken data", page('<script type="application/ld+json">{"@type": </script>')],
    ["of tags out of place", '<link></html>ame=x><<!doctype html><html lang="fr">'],
    ["of binary", "\u0000\u0001\u0002PK"],
  ])("%s is no error", async (_, html) => {
    expect(await read(html)).toMatchObject({ isPaid: false });
  });

  test.each([
    ["nested without end", `<html><body>${"<div>".repeat(50_000)}`],
    ["of too many elements", `<html><body>${"<i></i>".repeat(100_000)}`],
  ])("%s is refused, and the next one is read", async (_, html) => {
    await expect(read(html)).rejects.toThrow(UnreadableError);
    expect((await read(page(""))).paragraphs.length).toBeGreaterThan(0);
  });
});

test("what takes too long or too much memory is ended", async () => {
  const hasty = createReader({ timeMs: 1, memoryMb: 256 });
  await expect(hasty.feed({ ...FEED, bytes: bytes(rss(ITEM)) })).rejects.toThrow(/more than 1 ms/);
  await hasty.close();
  const small = createReader({ timeMs: 20_000, memoryMb: 16 });
  await expect(small.feed({ ...FEED, bytes: bytes(rss(ITEM.repeat(100_000))) })).rejects.toThrow(
    UnreadableError,
  );
  await small.close();
});
