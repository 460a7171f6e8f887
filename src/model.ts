/** The nouns of the product. Stored names are snake_case as in the knowledge files. */
import { z } from "zod";

export const LANGUAGES = ["en", "fr", "ru"] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** A time zone that the machine knows, by its IANA name. */
export const TimeZone = z.string().refine(isTimeZone, "is a time zone such as Asia/Almaty");

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const Day = z
  .string()
  .refine((text) => DAY.test(text) && exists(text), { error: "use an existing day, YYYY-MM-DD" });

/** A date as exact as its source: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
const PartialDate = z.preprocess(
  // A bare year is a number in YAML.
  (value) => (typeof value === "number" ? String(value) : value),
  z.string().refine((text) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) && exists(firstDay(text)), {
    error: "use YYYY-MM-DD, YYYY-MM or YYYY",
  }),
);

/** The first day that a partial date can mean, so that dates of any precision sort together. */
export function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** Whether a date names one day, and not a whole month or year. */
function isDay(date: string | null): date is string {
  return date !== null && DAY.test(date);
}

function exists(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

const Sentence = z.string().trim().min(1, "write the text");
const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case letters, digits and -");

/** One text in every language that the product speaks. */
export const Translated = z.strictObject({ en: Sentence, fr: Sentence, ru: Sentence });
export type Translated = z.infer<typeof Translated>;

/** Words and short phrases with a comma between; what they are looked up for tells the numbers. */
const SearchTerms = Sentence.regex(/^\D*$/, "leave the numbers to the fact");

const Fact = Translated.extend({
  id: Slug,
  /** What a person may look the fact up by that it does not say itself. */
  search_terms: z.strictObject({ en: SearchTerms, fr: SearchTerms, ru: SearchTerms }).optional(),
  on: PartialDate.optional(),
  /** Set where the source is plainly wrong; a `contradicts` relation names the right fact. */
  mistake: z.literal(true).optional(),
});
type Fact = z.infer<typeof Fact>;

export const DealStatus = z.enum([
  "proposed",
  "negotiating",
  "announced",
  "signed",
  "in-force",
  "under-way",
  "completed",
  "cancelled",
]);

/** The legal form of a deal. */
const INSTRUMENTS = [
  "memorandum",
  "agreement",
  "contract",
  "partnership",
  "declaration",
  "roadmap",
  "plan",
  "joint-venture",
  "consortium",
  "purchase",
  "option",
  "supply",
  "investment",
  "loan",
  "licence",
  "letter-of-interest",
] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

const Deal = z.strictObject({
  id: Slug,
  name: Translated,
  /** Country codes (ISO 3166-1 alpha-2, EU for the European Union), or ids of organisations. */
  parties: z.array(z.string()).min(1),
  /** Ids of minerals; blank unless a fact of the article says what the deal is on. */
  minerals: z.array(z.string()).min(1).optional(),
  /** Blank unless a fact of the article says it. */
  instrument: z.enum(INSTRUMENTS).optional(),
  date: PartialDate.nullable(),
  status: DealStatus,
  amount: z.number().positive().nullable(),
  /** ISO 4217. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "use an ISO 4217 code")
    .nullable(),
  note: Sentence.optional(),
});
export type Deal = z.infer<typeof Deal>;

/** `to` is an article id for `follows`, and `article/fact` for the other two. */
const Relation = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("follows"), to: Slug, note: Sentence.optional() }),
  z.strictObject({
    type: z.enum(["supersedes", "contradicts"]),
    fact: Slug,
    to: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, "use article/fact"),
    note: Sentence.optional(),
  }),
]);

/** One published piece that we summarise; field names are those of its knowledge file. */
export const Article = z.strictObject({
  id: Slug,
  url: z.url({ protocol: /^https?$/, error: "use an http or https address" }),
  other_copies: z.array(z.url({ protocol: /^https?$/ })).optional(),
  publisher: Sentence,
  title: Sentence.nullable(),
  title_basis: z.enum(["page", "url", "none"]),
  /** ISO 639-1 code of the language that the article is written in. */
  language: z.string().regex(/^[a-z]{2}$/, "use an ISO 639-1 code"),
  published: PartialDate.nullable(),
  date_basis: z.enum(["page", "url", "inferred", "unknown"]),
  date_note: Sentence.optional(),
  /** The day it became news here, where that is not the day of publication. */
  added: Day.optional(),
  evidence_confidence: z.enum(["high", "low"]),
  evidence_text: z.enum(["full", "long-excerpt", "snippet"]),
  /**
   * Set where the sentences are the article's own words, in this language, and not ours: every
   * language then holds the same.
   */
  excerpts: Language.optional(),
  event_type: z.enum([
    "agreement",
    "memorandum",
    "negotiation",
    "visit",
    "discovery",
    "investment",
    "project",
    "policy",
    "statistics",
    "production",
    "analysis",
  ]),
  countries: z.array(z.string()),
  minerals: z.array(z.string()),
  organisations: z.array(z.string()),
  people: z.array(z.strictObject({ id: z.string(), role: Translated })),
  headline: Translated,
  facts: z.array(Fact).min(1, "write at least one fact"),
  deals: z.array(Deal),
  not_stated: z.array(Sentence).optional(),
  relations: z.array(Relation),
});
export type Article = z.infer<typeof Article>;

/** The day on which the article became news here; null where no day is known. */
export function addedDay(article: Article): string | null {
  return article.added ?? (isDay(article.published) ? article.published : null);
}

/** The newest publication date among articles, as exact as it is known; null where none is. */
export function newestDate(articles: readonly Article[]): string | null {
  const dates = articles.flatMap(({ published }) => published ?? []);
  return dates.toSorted().at(-1) ?? null;
}

/** A fact with the article it stands in. */
export type ArticleFact = { article: Article; fact: Fact };

/** The name of a fact across the whole base: `article/fact`. */
export function factKey({ article, fact }: ArticleFact): string {
  return `${article.id}/${fact.id}`;
}

/** An outlet that can be watched; `source` is the public page that names the feed's address. */
export const FeedSource = z.strictObject({
  id: Slug,
  title: Sentence.max(120, "use at most 120 characters"),
  url: z.url({ protocol: /^https?$/, error: "use an http or https address" }),
  /** Of its entries; where they are of several, leave it out. */
  language: Language.optional(),
  /** As a person writes it: what of the field is taken. */
  filter: Sentence.optional(),
  source: z.url({ protocol: /^https?$/, error: "use the address of a public page" }),
});
export type FeedSource = z.infer<typeof FeedSource>;
