/** What an edition holds, before any words are made of it. */
import type { Article, Deal, Instrument, Language } from "../model.ts";
import type { DealRow } from "../register/deals.ts";
import type { EditionWindow } from "./schedule.ts";

/** Where something stands. */
export type EditionSource = {
  article: string;
  url: string;
  publisher: string;
  published: string | null;
  dateBasis: Article["date_basis"];
  /** The language of the article's own words, where its texts are those and not ours. */
  excerpts: Language | null;
};

/** A statement with its source. */
export type EditionStatement = EditionSource & { text: string };

/** A deal of the register that is new or changed. */
export type EditionDeal = {
  /** The article that told it last. */
  article: string;
  /** Id of its row. */
  id: string;
  name: string;
  /** The language of the name where it is an article's own sentence, and not ours. */
  excerpts: Language | null;
  status: Deal["status"];
  /** The status told before the window; null for a deal that is new. */
  was: Deal["status"] | null;
  date: string | null;
  amount: number | null;
  currency: string | null;
  partners: readonly string[];
  minerals: readonly string[];
  instrument: Instrument | null;
  /** Ids of all articles that tell it. */
  articles: readonly string[];
  /** Who tells it in the window. */
  sources: readonly EditionSource[];
  /** Every amount that is told, where they differ; else empty. */
  conflicts: readonly { amount: number; currency: string | null; sources: EditionSource[] }[];
};

type Why = { kind: "deal"; deal: EditionDeal } | { kind: "fact"; text: string };

/** One happening, as the article that tells it best for this reader. */
export type EditionItem = EditionSource & {
  /** What the item is about, in the reader's language: what the filter asks for, else a partner or a mineral. */
  subject: string | null;
  /** Our headline. */
  text: string;
  /** A fact that says more than the headline; null where none does. */
  detail: string | null;
  /** The deal that was made or changed. */
  deal: EditionDeal | null;
  /** Why it matters here: what the deal is worth or was before, or a fact. */
  why: Why | null;
  /** The earlier article of the same story, told or known before the window. */
  updateOf: string | null;
  /** Where that stands: the edition that told it, where its address is known, else the article. */
  earlier: (EditionSource & { edition: string | null }) | null;
  /** Facts that replace others. */
  replaced: readonly { was: EditionStatement; now: EditionStatement }[];
  /** The day it was indexed, where that is later than its publication. */
  added: string | null;
  /** Every article that tells of it, this one first. */
  sources: readonly EditionSource[];
};

export type EditionSection = { title: string | null; items: EditionItem[] };

type OpenDeal = Pick<EditionDeal, "name" | "excerpts" | "status">;

export type Edition = EditionWindow & {
  language: Language;
  /** Titles of sources that could not be read in the window, where that was looked at. */
  unread?: readonly string[];
  /** Happenings that open a story, and those that carry one on. */
  newItems: number;
  updates: number;
  /** The best few, for the first message. */
  headlines: EditionItem[];
  /** Every item once, grouped. */
  sections: EditionSection[];
  deals: EditionDeal[];
  /** Every deal of the register that the filter selects, as it was known then. */
  register: readonly Pick<DealRow, "partners" | "minerals">[];
  /** Deals of the last weeks that are not concluded, and how many more there are. */
  stillOpen: { deals: OpenDeal[]; more: number };
  /** Happenings that did not fit. */
  leftOut: number;
  /** Articles of the window that the channel was told before. */
  toldBefore: number;
  /** Words of the filter that mean nothing to it, as they were written. */
  notUnderstood: readonly string[];
  /** Publication date of the newest article of the base, in and outside the window. */
  newest: string | null;
};
