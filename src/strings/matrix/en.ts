export const en = {
  title: "Partners × minerals",
  noDeals:
    "The register has no such deal. Try fewer words, for example /kzminerals matrix france since 2024.",
  counts: (deals: string) => `${deals}; one with several partners or minerals counts for each`,
  partner: "Partner",
  all: "Deals",
  noPartner: "no partner told",
  noMineral: "not said",
  morePartners: (names: string) => `Further partners, not shown: ${names}`,
  moreMinerals: (names: string) => `Further minerals, not shown: ${names}`,
  inWords: ({ name, deals, cells }: { name: string; deals: string; cells: string }) =>
    `${name} (${deals}): ${cells}.`,
  restInTable: (count: number) =>
    count === 1 ? "One more partner is in the table." : `${count} more partners are in the table.`,
};
