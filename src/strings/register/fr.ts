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

export const fr: typeof en = {
  dealsTitle: "Accords",
  noDeals:
    "Le registre ne contient pas d’accord de ce genre. Essayez avec moins de mots, par exemple /kzminerals accords uranium france depuis 2024.",
  place: ({ first, last, count }) =>
    `${first}–${last} sur ${counted("fr", count, { one: "accord", other: "accords" })}, du plus récent au plus ancien`,
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
  conflict: ({ name, figures }) => `${name} : les sources divergent sur le montant : ${figures}`,
};
