/** What an article's page says of itself, and its text. */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { z } from "zod";
import type { Article } from "../model.ts";
import { plainTextOf } from "./html-text.ts";
import { beginningOf, tidied } from "./plain-text.ts";
import { dayOfAddress, dayOfText } from "./publication-date.ts";
import { SAVED_PAGE } from "./saved-page.ts";

/** `paragraphs` are the article's own; `isPaid` where the page says that not all can be read. */
export type Page = {
  /** The article's own address, on the site that it was found on. */
  url: string;
  title: string | null;
  publisher: string;
  /** ISO 639-1. */
  language: string | null;
  published: string | null;
  dateBasis: Article["date_basis"];
  paragraphs: readonly string[];
  isPaid: boolean;
};

const MAX_PARAGRAPHS = 400;
const MAX_TITLE_CHARS = 300;
const MAX_PUBLISHER_CHARS = 100;
/** Readability looks at every element; a page of the field has a few thousand. */
const MAX_ELEMENTS = 60_000;

/** The page is too large to be read. */
class PageTooLargeError extends Error {}

/** Reads a page that was found at `url`. */
export function readPage(html: string, url: string): Page {
  const document = documentOf(html);
  if (document.querySelectorAll("*").length > MAX_ELEMENTS) throw new PageTooLargeError();
  const said = linkedData(document);
  const meta = metaReader(document);
  const title = firstWords(
    [said.headline, meta("og:title", "twitter:title"), document.title],
    MAX_TITLE_CHARS,
  );
  const publisher = firstWords(
    [said.publisher, meta("og:site_name", "application-name")],
    MAX_PUBLISHER_CHARS,
  );
  const day = dateOf(document, said, meta);
  const address = canonicalAddress(document, meta, url);
  const ofAddress = day ? null : dayOfAddress(address);
  return {
    url: address,
    title,
    publisher: publisher ?? hostOf(address),
    language: languageOf(document, said, meta),
    published: day ?? ofAddress,
    dateBasis: day ? "page" : ofAddress ? "url" : "unknown",
    paragraphs: paragraphsOf(document),
    isPaid: said.isFree === false,
  };
}

/** What stands behind it belongs to the body all the same (HTML, section 13.2.6.4.19). */
const BODY_END = /<\/(?:body|html)\s*>/gi;

/** A page may leave out its body, and a text that says it is one may be none: both are put into one. */
function documentOf(html: string): PageDocument {
  const open = html.replace(BODY_END, "");
  const { document } = parseHTML(/<html[\s>]/i.test(open) ? open : "");
  const isWhole =
    document.firstElementChild?.localName === "html" && document.querySelector("html > body");
  return isWhole
    ? document
    : parseHTML(`<!doctype html><html><body>${open}</body></html>`).document;
}

/** The first of several that says something. */
function firstWords(told: readonly (string | null | undefined)[], maxChars: number): string | null {
  const words = told.map((each) => beginningOf(plainTextOf(each ?? ""), maxChars));
  return words.find((each) => each !== "") ?? null;
}

type PageDocument = ReturnType<typeof parseHTML>["document"];
type Meta = (...names: string[]) => string | null;

function metaReader(document: PageDocument): Meta {
  const metas = [...document.querySelectorAll("meta")];
  return (...names) => {
    for (const name of names)
      for (const meta of metas) {
        const key =
          meta.getAttribute("property") ??
          meta.getAttribute("name") ??
          meta.getAttribute("itemprop");
        const content = meta.getAttribute("content")?.trim();
        if (key?.toLowerCase() === name && content) return content;
      }
    return null;
  };
}

/** What of schema.org's article is of use; sites write lists where one is meant. */
const LinkedArticle = z.object({
  "@type": z.union([z.string(), z.array(z.string())]),
  headline: z.string().optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  inLanguage: z.string().optional().catch(undefined),
  isAccessibleForFree: z.union([z.boolean(), z.string()]).optional().catch(undefined),
  publisher: z
    .preprocess(
      (value) => (Array.isArray(value) ? value[0] : value),
      z.object({ name: z.string() }),
    )
    .optional()
    .catch(undefined),
});

type Said = {
  headline?: string;
  publisher?: string;
  published?: string;
  language?: string;
  isFree?: boolean;
};

function linkedData(document: PageDocument): Said {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]'))
    for (const node of nodesOf(parseJson(script.textContent ?? ""))) {
      const article = LinkedArticle.safeParse(node).data;
      if (!article || !/Article|BlogPosting|Report/.test([article["@type"]].flat().join(" ")))
        continue;
      const { headline, publisher, datePublished, inLanguage, isAccessibleForFree: free } = article;
      return {
        ...(headline && { headline }),
        ...(publisher && { publisher: publisher.name }),
        ...(datePublished && { published: datePublished }),
        ...(inLanguage && { language: inLanguage }),
        ...(free !== undefined && { isFree: String(free).toLowerCase() !== "false" }),
      };
    }
  return {};
}

function nodesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== "object" || value === null) return [];
  return [value, ...nodesOf(Reflect.get(value, "@graph"))];
}

function dateOf(document: PageDocument, said: Said, meta: Meta): string | null {
  const time = document.querySelector(
    "article time[datetime], time[pubdate], [itemprop=datePublished]",
  );
  const told = [
    said.published,
    meta(
      "article:published_time",
      "datepublished",
      "date",
      "dc.date",
      "dc.date.issued",
      "dcterms.created",
      "parsely-pub-date",
      "publication_date",
      "mediator_published_time",
    ),
    time?.getAttribute("datetime") ?? time?.getAttribute("content") ?? time?.textContent,
  ];
  return told.flatMap((text) => dayOfText(text ?? "") ?? [])[0] ?? null;
}

/** A page may name its own address, and none of another site. */
function canonicalAddress(document: PageDocument, meta: Meta, url: string): string {
  const link =
    document.querySelector('link[rel~="canonical"]')?.getAttribute("href") ?? meta("og:url");
  const named = link ? URL.parse(link, url) : null;
  if (!named) return url;
  named.hash = "";
  const isBelieved = url === SAVED_PAGE || hostOf(named.href) === hostOf(url);
  const isOurs = /^https?:$/.test(named.protocol) && isBelieved;
  // The start page is no article, whatever the template says.
  return isOurs && (named.pathname !== "/" || new URL(url).pathname === "/") ? named.href : url;
}

function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, "");
}

function languageOf(document: PageDocument, said: Said, meta: Meta): string | null {
  const told =
    document.querySelector("html[lang]")?.getAttribute("lang") ||
    said.language ||
    meta("og:locale", "content-language", "language");
  return /^([a-z]{2})(?![a-z])/i.exec(told ?? "")?.[1]?.toLowerCase() ?? null;
}

function paragraphsOf(document: PageDocument): string[] {
  const article = new Readability(document as unknown as Document, { charThreshold: 200 }).parse();
  if (!article?.content) return [];
  return plainTextOf(article.content)
    .split("\n")
    .map(tidied)
    .filter((line) => line !== "")
    .slice(0, MAX_PARAGRAPHS);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
