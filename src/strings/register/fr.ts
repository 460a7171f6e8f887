import type { Instrument } from "../../model.ts";
import { counted } from "../plural.ts";
import type { en } from "./en.ts";

const INSTRUMENTS: Record<Instrument, string> = {
  memorandum: "mémorandum",
  agreement: "accord",
  contract: "contrat",
  partnership: "partenariat",
  declaration: "déclaration",
  roadmap: "feuille de route",
  plan: "plan",
  "joint-venture": "coentreprise",
  consortium: "consortium",
  purchase: "achat",
  option: "option",
  supply: "fourniture",
  investment: "investissement",
  loan: "prêt",
  licence: "licence",
  "letter-of-interest": "lettre d’intérêt",
};

const dealsIn = (count: number) => counted("fr", count, { one: "accord", other: "accords" });

export const fr: typeof en = {
  dealsTitle: "Accords",
  noDeals:
    "Le registre ne contient pas d’accord de ce genre. Essayez avec moins de mots, par exemple /kzminerals accords uranium france depuis 2024.",
  place: ({ first, last, count }) =>
    `${first}–${last} sur ${dealsIn(count)}, du plus récent au plus ancien`,
  columns: {
    date: "Date",
    name: "Accord",
    partners: "Partenaires",
    minerals: "Minerais",
    instrument: "Forme",
    status: "État",
    amount: "Montant",
    source: "Source",
  },
  instruments: INSTRUMENTS,
  labelled: ({ label, count }) => `${label} ${count}`,
  byStatus: (stages) => `Par état : ${stages}`,
  byCurrency: (sums) => `Montants cités, par monnaie : ${sums}`,
  amountOf: ({ amount, deals }) => `${amount} pour ${dealsIn(deals)}`,
  withoutCurrency: "sans monnaie indiquée",
  withoutAmount: (count) => `${dealsIn(count)} sans montant`,
  differing: (count) =>
    `Montant différent selon les sources pour ${dealsIn(count)} : le dernier chiffre publié est compté.`,
  deals: dealsIn,
  csv: "Télécharger en CSV",
  table: "Tableau des accords",
  fileTitle: ({ filter, day }) => `Accords · ${filter} · ${day}`,
  fileDiffering: (count) =>
    `Montant différent selon les sources pour ${dealsIn(count)} : le fichier donne le dernier chiffre publié.`,
  conflict: ({ name, figures }) => `${name} : les sources divergent sur le montant : ${figures}`,
};
