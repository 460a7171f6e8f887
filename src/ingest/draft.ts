/** A page as an article of the base: its own sentences, and what the vocabulary recognises in them. */
import { createHash } from "node:crypto";
import { detectLanguage } from "../answers/question/language.ts";
import { readPeriods } from "../answers/time/period.ts";
import { inEveryLanguage } from "../knowledge/excerpts.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { type Article, Language } from "../model.ts";
import { dealsOf } from "./draft-deals.ts";
import { eventTypeOf } from "./event-type.ts";
import { excerptsOf } from "./excerpts.ts";
import { conceptsIn, idsOf, mentionsOf, subjectsOf } from "./mentions.ts";
import { beginningOf } from "./plain-text.ts";
import type { Page } from "./read-page.ts";
import { type Relevance, relevanceOf } from "./relevance.ts";

/** Why there is no draft of a page, besides that it could not be fetched or read. */
export type DraftFault =
  | { kind: "no-text" }
  | { kind: "paid" }
  | { kind: "foreign"; language: string }
  | { kind: "irrelevant" }
  | { kind: "nothing-to-quote" };

export type Drafted =
  | { kind: "draft"; article: Article; relevance: Relevance }
  | { kind: "none"; fault: DraftFault };

/** Less is a teaser, or a page that needs a browser. */
const MIN_CHARS = 300;
const HOME = "KZ";
const MAX_HEADLINE_CHARS = 200;
const FULL_CHARS = 1_500;

/** Drafts an article; `today` (YYYY-MM-DD) is the day on which it becomes news here. */
export function draftArticle(
  page: Page,
  { vocabulary, today }: { vocabulary: Vocabulary; today: string },
): Drafted {
  const text = page.paragraphs.join("\n");
  if (text.length < MIN_CHARS) return none({ kind: page.isPaid ? "paid" : "no-text" });
  const language = languageOf(page, text, vocabulary);
  if (!language) return none({ kind: "foreign", language: page.language ?? "?" });
  const mentions = mentionsOf(page, language, vocabulary);
  const relevance = relevanceOf(mentions, vocabulary);
  if (!relevance.isRelevant) return none({ kind: "irrelevant" });
  const quotes = excerptsOf(page, { language, vocabulary });
  if (quotes.length === 0) return none({ kind: "nothing-to-quote" });
  const dated = quotes.map((quote) => ({ text: quote, on: dateIn(quote, language, today) }));
  const deals = dealsOf(dated, { language, vocabulary });
  const quoted = quotes.flatMap((quote) => conceptsIn(quote, language, vocabulary));
  const parties = deals.flatMap((deal) => deal.parties);
  const article: Article = {
    id: idOf(page),
    url: page.url,
    publisher: page.publisher,
    title: page.title,
    title_basis: page.title === null ? "none" : "page",
    language,
    published: page.published,
    date_basis: page.dateBasis,
    added: today,
    evidence_confidence: "high",
    evidence_text: page.isPaid || text.length < FULL_CHARS ? "long-excerpt" : "full",
    excerpts: language,
    event_type: eventTypeOf(mentions),
    // A country that is named once is background; a mineral or a company is what a reader looks for.
    countries: distinct([...subjectsOf(mentions, "country"), ...parties.filter(isCountry)]).filter(
      (code) => code !== HOME,
    ),
    minerals: distinct([...subjectsOf(mentions, "mineral"), ...idsOf(quoted, "mineral")]),
    organisations: distinct([
      ...subjectsOf(mentions, "organisation"),
      ...idsOf(quoted, "organisation"),
    ]),
    people: [],
    headline: inEveryLanguage(beginningOf(page.title ?? quotes[0] ?? "", MAX_HEADLINE_CHARS)),
    facts: dated.map(({ text: quote, on }, at) => ({
      id: `excerpt-${at + 1}`,
      ...(on && { on }),
      ...inEveryLanguage(quote),
    })),
    deals,
    relations: [],
  };
  return { kind: "draft", article, relevance };
}

/** Organisations have longer ids. */
function isCountry(party: string): boolean {
  return /^[A-Z]{2}$/.test(party);
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

function none(fault: DraftFault): Drafted {
  return { kind: "none", fault };
}

/** What the page says counts, unless its letters say otherwise; null for what nobody here reads. */
function languageOf({ language }: Page, text: string, vocabulary: Vocabulary): Language | null {
  const said = Language.safeParse(language).data ?? null;
  if (language !== null && said === null) return null;
  const detected = detectLanguage(text.slice(0, 2_000), vocabulary);
  if (/[әғқңөұүһі]/i.test(text.slice(0, 500))) return null;
  return said === "ru" || detected === "ru" ? detected : (said ?? detected);
}

/** The time that a sentence names, where it names one alone. */
function dateIn(text: string, language: Language, today: string): string | undefined {
  const [only, ...others] = readPeriods(text, language, today).filter(({ period }) =>
    isToldWhole(period, text),
  );
  const { from, to } = only?.period ?? { from: null, to: null };
  if (!from || !to || others.length > 0) return undefined;
  const days = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
  if (days === 1) return from;
  if (days <= 31) return from.endsWith("-01") ? from.slice(0, 7) : undefined;
  return days >= 365 && days <= 366 && from.endsWith("-01-01") ? from.slice(0, 4) : undefined;
}

/** "On Monday" and "last year" are relative to a day that the reader does not see. */
function isToldWhole({ from }: { from: string | null }, text: string): boolean {
  return from !== null && text.includes(from.slice(0, 4));
}

/** Where it was published and when, and a mark of its address. */
function idOf({ url, published }: Page): string {
  const host = new URL(url).hostname
    .replace(/^www\./, "")
    .split(".")
    .slice(0, -1)
    .join("-");
  const mark = createHash("sha256").update(url).digest("hex").slice(0, 8);
  const name = host
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return [name || "page", ...(published ? [published] : []), mark].join("-");
}
