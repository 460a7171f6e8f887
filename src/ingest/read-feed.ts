/** Feeds of every format as one list of entries, as far as they can be read. */
import { parseFeed } from "feedsmith";
import { DOMParser } from "linkedom";
import { plainTextOf } from "./html-text.ts";
import { beginningOf } from "./plain-text.ts";
import { dayOfText } from "./publication-date.ts";

/** An entry as received; `id` is the feed's own name for it, else its address. */
type FeedEntry = {
  id: string;
  url: string;
  title: string;
  /** Plain text; empty where the feed has none. */
  summary: string;
  /** `YYYY-MM-DD`, the day as the feed writes it; null where it is not understood. */
  published: string | null;
};

/** `leftOut` counts entries beyond the limit, `unreadable` those without an address or a title. */
export type Feed = {
  title: string;
  language: string | null;
  entries: readonly FeedEntry[];
  leftOut: number;
  unreadable: number;
};

/** What arrived is no feed in any format. */
class NotAFeedError extends Error {}

/** More is an archive; what is new stands first in every feed of the field. */
const MAX_ENTRIES = 500;
const MAX_TITLE_CHARS = 500;
const MAX_SUMMARY_CHARS = 5_000;

/** Dates stay as they are written. */
const AS_WRITTEN = { parseDateFn: (date: string) => date };

type Parsed = ReturnType<typeof parseFeed<string>>;

/** Reads a feed that was found at `url`; throws NotAFeedError. */
export function readFeed(text: string, url: string): Feed {
  const parsed = parse(withoutDoctype(text));
  const { title, language, items } = normalised(parsed);
  const entries = new Map<string, FeedEntry>();
  let unreadable = 0;
  for (const item of items) {
    const entry = entryOf(item, url);
    if (!entry) unreadable += 1;
    else if (!entries.has(entry.id)) entries.set(entry.id, entry);
  }
  const kept = [...entries.values()].slice(0, MAX_ENTRIES);
  return {
    title: beginningOf(plainTextOf(title ?? ""), MAX_TITLE_CHARS),
    language: language ?? null,
    entries: kept,
    leftOut: entries.size - kept.length,
    unreadable,
  };
}

/** Declarations of entities are of no use to feeds, and of much to those who attack readers. */
function withoutDoctype(text: string): string {
  return text.trimStart().replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/i, "");
}

function parse(text: string): Parsed {
  try {
    return parseFeed(text, AS_WRITTEN);
  } catch (cause) {
    if (!/<(rss|feed|rdf:RDF|channel)\b/i.test(text)) throw new NotAFeedError("no feed", { cause });
  }
  try {
    return parseFeed(repaired(text), AS_WRITTEN);
  } catch (cause) {
    throw new NotAFeedError("a feed that cannot be read", { cause });
  }
}

/** Read as forgivingly as a browser reads, and written down again: ends are closed, signs escaped. */
function repaired(text: string): string {
  const escaped = text.replace(/<(?![a-z/!?])/gi, "&lt;");
  return new DOMParser().parseFromString(escaped, "text/xml").toString();
}

/** What all formats have, under the names of RSS. */
type Item = {
  id?: string | undefined;
  links: readonly (string | undefined)[];
  title?: string | undefined;
  summaries: readonly (string | undefined)[];
  dates: readonly (string | undefined)[];
};

function normalised(parsed: Parsed): {
  title?: string | undefined;
  language?: string | undefined;
  items: Item[];
} {
  switch (parsed.format) {
    case "rss": {
      const { title, language, items = [] } = parsed.feed;
      return {
        title,
        language,
        items: items.map((item) => ({
          id: item.guid?.value,
          links: [item.link, asAddress(item.guid?.value)],
          title: item.title,
          summaries: [item.content?.encoded, item.description],
          dates: [item.pubDate, ...(item.dc?.dates ?? [])],
        })),
      };
    }
    case "rdf": {
      const { title, dc, items = [] } = parsed.feed;
      return {
        title,
        language: dc?.languages?.[0],
        items: items.map((item) => ({
          id: item.rdf?.about,
          links: [item.link, asAddress(item.rdf?.about)],
          title: item.title,
          summaries: [item.content?.encoded, item.description],
          dates: item.dc?.dates ?? [],
        })),
      };
    }
    case "atom": {
      const { title, xml, entries = [] } = parsed.feed;
      return {
        title: title?.value,
        language: xml?.lang,
        items: entries.map(({ id, links = [], title, content, summary, published, updated }) => ({
          id,
          links: [
            links.find(({ rel = "alternate" }) => rel === "alternate")?.href,
            links[0]?.href,
            asAddress(id),
          ],
          title: title?.value,
          summaries: [content?.value, summary?.value],
          dates: [published, updated],
        })),
      };
    }
    case "json": {
      const { title, language, items = [] } = parsed.feed;
      return {
        title,
        language,
        items: items.map((item) => ({
          id: item.id,
          links: [item.url, item.external_url, asAddress(item.id)],
          title: item.title ?? item.summary ?? item.content_text,
          summaries: [item.content_text, item.content_html, item.summary],
          dates: [item.date_published, item.date_modified],
        })),
      };
    }
  }
}

/** Names are often addresses; one that is none must not be read as a path of the site. */
function asAddress(id: string | undefined): string | undefined {
  return id && /^\s*https?:/i.test(id) ? id : undefined;
}

function entryOf({ id, links, title, summaries, dates }: Item, feedUrl: string): FeedEntry | null {
  const url = links.flatMap((link) => addressOf(link, feedUrl) ?? [])[0];
  const name = beginningOf(plainTextOf(title ?? ""), MAX_TITLE_CHARS);
  if (!url || name === "") return null;
  const summary = summaries.find((each) => each !== undefined && each.trim() !== "") ?? "";
  const published = dates.flatMap((date) => dayOfText(date ?? "") ?? [])[0] ?? null;
  return {
    id: id?.trim() || url,
    url,
    title: name,
    summary: beginningOf(plainTextOf(summary.slice(0, MAX_SUMMARY_CHARS * 4)), MAX_SUMMARY_CHARS),
    published,
  };
}

function addressOf(link: string | undefined, base: string): string | null {
  const url = link?.trim() ? URL.parse(link.trim(), base) : null;
  // A name such as tag:example.org,2024:1 parses too, and leads nowhere.
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}
