/** Adding articles from pages: drafted, compared with what is there, published by a person. */

import { z } from "zod";
import { createEvents } from "../answers/events/events.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { LiveBase } from "../live-base.ts";
import { Article } from "../model.ts";
import type { Store } from "../store/store.ts";
import { type DraftFault, draftArticle } from "./draft.ts";
import { FetchError, type FetchFault } from "./fetch-error.ts";
import type { Fetching } from "./fetching.ts";
import { type Fingerprint, fingerprintOf, isNearDuplicate } from "./fingerprint.ts";
import { plainAddress } from "./plain-address.ts";
import { type Received, UnreadableError } from "./reader.ts";
import { type Replacement, replacedFigures } from "./replaced-figures.ts";
import { SAVED_PAGE } from "./saved-page.ts";
import { webAddress } from "./web-address.ts";

type Draft = {
  article: Article;
  fingerprint: Fingerprint;
  /** The concepts by which it is of the field. */
  reasons: readonly string[];
  /** The page's own text, from which further sentences can be quoted. */
  paragraphs: readonly string[];
  /** Articles of the base that tell of the same happening. */
  alsoTold: readonly string[];
  /** Older figures that it may replace. */
  replacements: readonly Replacement[];
};

type Published = {
  article: Article;
  fingerprint: Fingerprint;
  paragraphs: readonly string[];
  version: number;
};

/** Why a page is not drafted. */
export type IngestFault = FetchFault | DraftFault | { kind: "unreadable" } | { kind: "no-address" };

/** `known`: the base has it, under this id; `copy`: nearly the same text. */
export type DraftOutcome =
  | { kind: "draft"; draft: Draft }
  | { kind: "known"; id: string }
  | { kind: "copy"; id: string }
  | { kind: "failed"; fault: IngestFault };

export type Ingestion = {
  /** Fetches, reads and drafts what is at an address. */
  draft: (url: string) => Promise<DraftOutcome>;
  /** The same of a saved page; `url` is where it was published, if its page does not say. */
  draftSaved: (bytes: Uint8Array, url: string | null) => Promise<DraftOutcome>;
  /** Publishes an article, unless its address was published meanwhile; its id. */
  publish: (
    draft: Pick<Draft, "article" | "fingerprint"> & Partial<Pick<Draft, "paragraphs">>,
    by: string,
  ) => Promise<{ id: string; isNew: boolean }>;
  /** A published article as it stands, with its page's text; null where none has this id. */
  published: (id: string) => Promise<Published | null>;
  /** Puts another wording in the place of one, or removes it; false when it was changed meanwhile. */
  correct: (
    change: { id: string; version: number; article: Article | null },
    by: string,
  ) => Promise<boolean>;
  /** What fetches, for whoever fetches something else. */
  fetching: () => Promise<Fetching>;
  close: () => Promise<void>;
};

const PAGE_TYPES = ["text/html", "application/xhtml+xml", "text/plain"];
const StoredFingerprint = z.array(z.number());
const StoredParagraphs = z.array(z.string()).nullable();

export function createIngestion({
  base,
  vocabulary,
  store,
  openFetching,
  refresh,
  today,
  now,
}: {
  base: Pick<LiveBase, "articles">;
  vocabulary: Vocabulary;
  store: Pick<Store, "ingested">;
  /** Called when something is fetched for the first time. */
  openFetching: () => Promise<Fetching>;
  /** Reads what was published. */
  refresh: () => Promise<void>;
  /** `YYYY-MM-DD`. */
  today: () => string;
  now: () => Date;
}): Ingestion {
  let opened: Promise<Fetching> | null = null;
  const fetching = () => {
    opened ??= openFetching();
    return opened;
  };

  async function received(url: string): Promise<Received> {
    const { fetchPolitely, mayRead } = await fetching();
    const { href, host } = webAddress(url);
    if (!(await mayRead(href))) throw new FetchError({ kind: "forbidden-by-robots", host });
    const { url: found, headers, body } = await fetchPolitely({ url: href, types: PAGE_TYPES });
    return { bytes: body, contentType: headers["content-type"] ?? "", url: found };
  }

  async function drafted(page: Received): Promise<DraftOutcome> {
    if (Buffer.from(page.bytes.subarray(0, 5)).toString("latin1") === "%PDF-")
      return failed({ kind: "wrong-type", type: "application/pdf" });
    const { reader } = await fetching();
    const read = await reader.page(page);
    if (read.url.startsWith(SAVED_PAGE)) return failed({ kind: "no-address" });
    const known = knownBy(read.url);
    if (known) return { kind: "known", id: known };
    const fingerprint = fingerprintOf(read.paragraphs);
    const copied = await copyOf(fingerprint, read.url);
    if (copied) return copied;
    const outcome = draftArticle(read, { vocabulary, today: today() });
    if (outcome.kind === "none") return failed(outcome.fault);
    const { article, relevance } = outcome;
    const alsoTold = toldBy(article);
    const replacements = replacedFigures(article, base.articles(), vocabulary);
    const { paragraphs } = read;
    return {
      kind: "draft",
      draft: {
        article,
        fingerprint,
        reasons: relevance.reasons,
        paragraphs,
        alsoTold,
        replacements,
      },
    };
  }

  function knownBy(url: string): string | null {
    const address = plainAddress(url);
    const found = base
      .articles()
      .find((each) =>
        [each.url, ...(each.other_copies ?? [])].some((own) => plainAddress(own) === address),
      );
    return found?.id ?? null;
  }

  async function copyOf(fingerprint: Fingerprint, url: string): Promise<DraftOutcome | null> {
    for (const row of await store.ingested.changedAfter(0)) {
      if (row.article === null) continue;
      if (row.url === url) return { kind: "known", id: row.id };
      const other = StoredFingerprint.safeParse(JSON.parse(row.fingerprint));
      if (other.success && isNearDuplicate(fingerprint, other.data))
        return { kind: "copy", id: row.id };
    }
    return null;
  }

  function toldBy(article: Article): string[] {
    const articles = base.articles();
    const groups = createEvents(articles, vocabulary).cluster([...articles, article]);
    const group = groups.find((ids) => ids.includes(article.id)) ?? [];
    return group.filter((id) => id !== article.id);
  }

  async function orFault(draft: () => Promise<DraftOutcome>): Promise<DraftOutcome> {
    try {
      return await draft();
    } catch (cause) {
      if (cause instanceof FetchError) return failed(cause.fault);
      if (cause instanceof UnreadableError) return failed({ kind: "unreadable" });
      throw cause;
    }
  }

  return {
    draft: (url) => orFault(async () => drafted(await received(withScheme(url)))),
    draftSaved: (bytes, url) =>
      orFault(() =>
        drafted({ bytes, contentType: "", url: url === null ? SAVED_PAGE : webAddress(url).href }),
      ),
    publish: async ({ article, fingerprint, paragraphs }, by) => {
      const row = {
        id: article.id,
        url: article.url,
        article: JSON.stringify(Article.parse(article)),
        fingerprint: JSON.stringify(fingerprint),
        paragraphs: paragraphs ? JSON.stringify(paragraphs) : null,
      };
      const published = await store.ingested.publish(row, { changedBy: by, now: now() });
      await refresh();
      return published;
    },
    published: async (id) => {
      const row = await store.ingested.find(id);
      if (!row || row.article === null) return null;
      const article = Article.parse(JSON.parse(row.article));
      const paragraphs = StoredParagraphs.parse(JSON.parse(row.paragraphs ?? "null"));
      return {
        article,
        fingerprint: StoredFingerprint.parse(JSON.parse(row.fingerprint)),
        // Of an article whose page was not kept, only what it quotes can be quoted.
        paragraphs: paragraphs ?? article.facts.map((fact) => fact[article.excerpts ?? "en"]),
        version: row.version,
      };
    },
    correct: async ({ id, version, article }, by) => {
      const text = article === null ? null : JSON.stringify(Article.parse(article));
      const change = { changedBy: by, now: now() };
      const isDone = await store.ingested.change({ id, version, article: text }, change);
      await refresh();
      return isDone;
    },
    fetching,
    close: async () => {
      if (opened) await (await opened).close();
    },
  };
}

function failed(fault: IngestFault): DraftOutcome {
  return { kind: "failed", fault };
}

/** People leave the scheme out, and so does Slack where it made a link of a name. */
function withScheme(address: string): string {
  return /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(address.trim())
    ? `https://${address.trim()}`
    : address;
}
