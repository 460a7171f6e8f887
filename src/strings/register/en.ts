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

const dealsIn = (count: number) => counted("en", count, { one: "deal", other: "deals" });

export const en = {
  dealsTitle: "Deals",
  noDeals:
    "The register has no such deal. Try fewer words, for example /kzminerals deals uranium france since 2024.",
  /** Which rows of how many a page shows. */
  place: ({ first, last, count }: { first: number; last: number; count: number }) =>
    `${first}–${last} of ${dealsIn(count)}, newest first`,
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
  labelled: ({ label, count }: { label: string; count: string }) => `${label} ${count}`,
  byStatus: (stages: string) => `By status: ${stages}`,
  byCurrency: (sums: string) => `Amounts told, by currency: ${sums}`,
  amountOf: ({ amount, deals }: { amount: string; deals: number }) =>
    `${amount} in ${dealsIn(deals)}`,
  withoutCurrency: "no currency told",
  withoutAmount: (count: number) => `${dealsIn(count)} without an amount`,
  /** Of rows whose reports tell different amounts. */
  differing: (count: number) =>
    `Reports differ on the amount of ${dealsIn(count)}: what was told last is counted.`,
  deals: dealsIn,
  csv: "Download CSV",
  table: "Table of deals",
  fileTitle: ({ filter, day }: { filter: string; day: string }) => `Deals · ${filter} · ${day}`,
  fileDiffering: (count: number) =>
    `Reports differ on the amount of ${dealsIn(count)}: the file has what was told last.`,
  conflict: ({ name, figures }: { name: string; figures: string }) =>
    `${name}: reports differ on the amount: ${figures}`,
};
