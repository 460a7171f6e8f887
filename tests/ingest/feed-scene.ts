/** A site with a feed and its pages, and whoever watches it. */
import { createPublishApproved } from "../../src/ingest/approved.ts";
import { createBaseSync } from "../../src/ingest/base-sync.ts";
import { openFetching } from "../../src/ingest/fetching.ts";
import { createIngestion } from "../../src/ingest/ingestion.ts";
import { newFeedRow } from "../../src/ingest/new-feed-row.ts";
import { createPollFeeds } from "../../src/ingest/poll-feeds.ts";
import { createLiveBase } from "../../src/live-base.ts";
import { createLog } from "../../src/log.ts";
import type { FeedRow } from "../../src/store/feed-queries.ts";
import { openStore } from "../../src/store/store.ts";
import { vocabulary } from "../answers/base.ts";
import type { Handler } from "./local-site.ts";

export const START = "2026-11-20T04:00:00.000Z";
const DAY = "2026-11-20";

export const feedRow = (url: string, change: Partial<FeedRow> = {}): FeedRow => ({
  ...newFeedRow(
    { id: "gallium", url, title: "Gallium News", language: "en", filter: "", policy: "review" },
    "U1",
    new Date(START),
  ),
  ...change,
});

/** A process that watches the feeds of a database. */
export async function openWatcher({
  databaseUrl,
  allowed,
  now,
}: {
  databaseUrl: string;
  allowed: string;
  now: () => Date;
}) {
  const store = await openStore(databaseUrl);
  const log = createLog("silent");
  const base = await createLiveBase([], vocabulary);
  const { refresh } = createBaseSync({ base, curated: [], store, entered: async () => {}, log });
  await refresh();
  const ingestion = createIngestion({
    base,
    vocabulary,
    store,
    refresh,
    openFetching: async () => openFetching({ allowed: new Set([allowed]), now, pauseMs: 0 }),
    today: () => DAY,
    now,
  });
  const publishApproved = createPublishApproved({ store, ingestion, log });
  const poll = createPollFeeds({
    store,
    ingestion,
    publishApproved,
    vocabulary,
    today: () => DAY,
    latestDay: () => "2026-11-21",
    now,
    random: () => 0.5,
    log,
  });
  return {
    store,
    base,
    poll,
    publishApproved,
    close: async () => {
      await ingestion.close();
      await store.close();
    },
  };
}

export type Item = { id: string; title: string; summary?: string; date?: string; url?: string };

const SUBJECTS = ["gallium", "uranium", "titanium", "lithium", "tungsten", "copper", "beryllium"];
const NUMBERS = ["twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"];

/** An article of its own for each number. */
export function item(number: number): Item {
  const subject = SUBJECTS[number % SUBJECTS.length];
  return { id: `n${number}`, title: `Kazakhstan exports ${subject} to buyer ${number}` };
}

export function pageOf({ title }: Item, number: number): string {
  const subject = SUBJECTS[number % SUBJECTS.length];
  const word = NUMBERS[(number * 3) % NUMBERS.length];
  const paragraphs = [
    `Kazakhstan exported ${number + 10} tonnes of ${subject} to buyer number ${number} in 2025, its ministry of industry said.`,
    `The ${word} trucks of ${subject} number ${number} left the plant in Pavlodar, which has worked for ${number + 3} years on this.`,
    `A second delivery of ${subject} from Kazakhstan, worth ${number + 40} million dollars, goes to customer ${number} next spring.`,
  ];
  return `<!doctype html><html lang="en"><head><meta property="og:title" content="${title}"></head><body><article>${paragraphs.map((each) => `<p>${each}</p>`).join("")}</article></body></html>`;
}

export function rss(items: readonly Item[], host: string): string {
  const entries = items.map(
    ({ id, title, summary = "", date, url = `/${id}` }) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>http://${host}${url}</link><description>${summary}</description>${date ? `<pubDate>${date}</pubDate>` : ""}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Gallium News</title>${entries.join("")}</channel></rss>`;
}

/** A feed as a server that knows versions gives it. */
export function versioned(body: () => string): Handler {
  return (request, response) => {
    const etag = `"${body().length}"`;
    if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { "content-type": "application/rss+xml", etag }).end(body());
  };
}
