import type { Instrument } from "../../model.ts";
import { counted } from "../plural.ts";

const INSTRUMENTS: Record<Instrument, string> = {
  memorandum: "memorandum",
  agreement: "agreement",
  contract: "contract",
  partnership: "partnership",
  declaration: "declaration",
  roadmap: "roadmap",
  plan: "plan",
  "joint-venture": "joint venture",
  consortium: "consortium",
  purchase: "purchase",
  option: "option",
  supply: "supply",
  investment: "investment",
  loan: "loan",
  licence: "licence",
  "letter-of-interest": "letter of interest",
};

export const en = {
  dealsTitle: "Deals",
  noDeals:
    "The register has no such deal. Try fewer words, for example /kzminerals deals uranium france since 2024.",
  /** Which rows of how many a page shows. */
  place: ({ first, last, count }: { first: number; last: number; count: number }) =>
    `${first}–${last} of ${counted("en", count, { one: "deal", other: "deals" })}, newest first`,
  columns: {
    date: "Date",
    name: "Deal",
    partners: "Partners",
    minerals: "Minerals",
    instrument: "Instrument",
    status: "Status",
    amount: "Amount",
    source: "Source",
  },
  instruments: INSTRUMENTS,
  conflict: ({ name, figures }: { name: string; figures: string }) =>
    `${name}: reports differ on the amount: ${figures}`,
};
