export const en = {
  title: "Partners × minerals",
  noDeals:
    "The register has no such deal. Try fewer words, for example /kzminerals matrix france since 2024.",
  counts: (deals: string) => `${deals}; one with several partners or minerals counts for each`,
  partner: "Partner",
  all: "Deals",
  noPartner: "no partner told",
  noMineral: "not said",
  morePartners: (names: string) => `Not shown, partners with fewer deals: ${names}`,
  moreMinerals: (names: string) => `Not shown, minerals with fewer deals: ${names}`,
  restInTable: (count: number) =>
    count === 1 ? "One more partner is in the table." : `${count} more partners are in the table.`,
};
