import type { en } from "./en.ts";

export const fr: typeof en = {
  title: "Partenaires × minerais",
  noDeals:
    "Le registre ne contient pas d’accord de ce genre. Essayez avec moins de mots, par exemple /kzminerals matrice france depuis 2024.",
  counts: (deals) => `${deals} ; chacun compte pour tous ses partenaires et tous ses minerais`,
  partner: "Partenaire",
  all: "Accords",
  noPartner: "sans partenaire cité",
  noMineral: "non précisé",
  morePartners: (names) => `Autres partenaires, non affichés : ${names}`,
  moreMinerals: (names) => `Autres minerais, non affichés : ${names}`,
  inWords: ({ name, deals, cells }) => `${name} (${deals}) : ${cells}.`,
  restInTable: (count) =>
    count === 1
      ? "Un autre partenaire figure dans le tableau."
      : `${count} autres partenaires figurent dans le tableau.`,
};
