/** The shapes in which outlets write their feeds, each served over HTTP and read through all limits. */
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFetching } from "../../src/ingest/fetching.ts";
import { openSite, text } from "./local-site.ts";

type Shape = {
  file: string;
  type: string;
  entry: { id: string; url: string; title: string; summary: string; published: string | null };
  unreadable?: number;
};

const SHAPES: Shape[] = [
  {
    file: "wordpress.rss.xml",
    type: "application/rss+xml; charset=UTF-8",
    entry: {
      id: "https://one.example/?p=4711",
      url: "https://one.example/2026/11/gallium/",
      title: "Kazakhstan’s gallium & antimony plans",
      summary: "Kazakhstan plans to make gallium in Pavlodar.\nAntimony follows.",
      published: "2026-11-20",
    },
  },
  {
    file: "drupal.rss.xml",
    type: "application/rss+xml",
    entry: {
      id: "12 at https://two.example",
      url: "https://two.example/node/12",
      title: "Le titane du Kazakhstan",
      summary: "Le titane Airbus en achète.",
      published: "2026-11-19",
    },
  },
  {
    file: "blogger.atom.xml",
    type: "application/atom+xml; charset=UTF-8",
    entry: {
      id: "tag:blogger.com,1999:blog-1.post-9",
      url: "https://three.example/2026/11/lithium.html",
      title: "Lithium in the east",
      summary: "KIGAM drills for lithium.",
      published: "2026-11-18",
    },
  },
  {
    file: "slash.rdf.xml",
    type: "application/rdf+xml",
    entry: {
      id: "https://four.example/s/1",
      url: "https://four.example/s/1",
      title: "Uranium output falls",
      summary: "Kazatomprom cuts.",
      published: "2026-11-17",
    },
  },
  {
    file: "jsonfeed.json",
    type: "application/feed+json",
    unreadable: 1,
    entry: {
      id: "https://five.example/1",
      url: "https://five.example/1",
      title: "Вольфрам Казахстана",
      summary: "Рудник Богуты.",
      published: "2026-11-16",
    },
  },
  {
    file: "yandex.rss.xml",
    type: "text/xml",
    entry: {
      id: "https://six.example/news/6",
      url: "https://six.example/news/6",
      title: "Казахстан увеличил добычу хрома",
      summary: "Добыча хрома выросла.",
      published: "2026-11-15",
    },
  },
  {
    file: "old.rss.xml",
    type: "text/xml",
    entry: {
      id: "SITE/articles/7",
      url: "SITE/articles/7",
      title: "Copper & zinc",
      summary: "Kazzinc sells.",
      published: null,
    },
  },
  {
    file: "bitrix.rss.xml",
    type: "text/xml; charset=utf-8",
    unreadable: 1,
    entry: {
      id: "http://eight.example/press/news/8/",
      url: "http://eight.example/press/news/8/",
      title: "Подписан меморандум о редкоземельных металлах",
      summary: "Меморандум подписан в Астане — министерство",
      published: "2026-11-14",
    },
  },
];

let site: Awaited<ReturnType<typeof openSite>>;
let fetching: ReturnType<typeof openFetching>;
beforeAll(async () => {
  const files = await Promise.all(
    SHAPES.map(async ({ file, type }) => {
      const body = await readFile(new URL(`feeds/${file}`, import.meta.url));
      return [`/${file}`, text(type, body, { etag: `"${file}"` })] as const;
    }),
  );
  site = await openSite(Object.fromEntries(files));
  fetching = openFetching({ allowed: new Set([site.host]), now: () => new Date(), pauseMs: 0 });
});
afterAll(async () => {
  await fetching.close();
  await site.close();
});

test.each(SHAPES)("$file", async ({ file, type, entry, unreadable = 0 }) => {
  const { url, headers, body } = await fetching.fetchPolitely({
    url: site.url(`/${file}`),
    types: [type.split(";")[0] ?? ""],
  });
  const feed = await fetching.reader.feed({
    bytes: body,
    contentType: headers["content-type"] ?? "",
    url,
  });
  const here = (address: string) => address.replace("SITE", site.url(""));
  expect(feed).toMatchObject({ unreadable, leftOut: 0 });
  expect(feed.entries).toEqual([{ ...entry, id: here(entry.id), url: here(entry.url) }]);
});
