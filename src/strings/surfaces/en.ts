import { counted } from "../plural.ts";

type Size = { articles: number; facts: number; newest: string };
type Place = { first: number; last: number; count: number };

export const en = {
  /** Behind the bot's name. */
  working: "is searching the articles…",
  further: {
    title: "Further reading",
    place: ({ first, last, count }: Place) => `${first}–${last} of ${count}`,
    caveat: "on the same things, best fit first; not an answer to the question",
    nothingMore: "The base has nothing more on this.",
  },
  askAbout: {
    title: "Ask kzminerals",
    searching: "Searching the articles…",
    nothingToAsk: "This message has no text to ask about.",
    ofNames: "The message asks nothing by itself. This is what the names in it lead to:",
    cut: "The message is longer; its beginning was read.",
  },
  home: {
    title: "Kazakhstan critical minerals",
    intro:
      "Ask me in the Messages tab, with /kzminerals in any channel, or by mentioning me. I answer from summaries of published articles, each claim with its date, outlet and link.",
    size: ({ articles, facts, newest }: Size) =>
      [
        counted("en", articles, { one: "article", other: "articles" }),
        counted("en", facts, { one: "fact", other: "facts" }),
        `newest ${newest}`,
      ].join(" · "),
    newest: "Newest articles",
    noArticles: "No article of a known day yet.",
    deals: "Deals this week",
    noDeals: "No deal was reported in these days.",
    digests: "Digests",
    moreDigests: (count: number) => `…and ${count} more: /kzminerals subscriptions`,
    youAsked: "You asked:",
    buttons: {
      help: { label: "Help", says: "help" },
      digest: { label: "Digest", says: "digest" },
      register: { label: "Register of deals", says: "deals" },
      latest: { label: "All the latest", says: "latest" },
      allDigests: { label: "All digests", says: "subscriptions" },
      subscribe: "A digest for me…",
    },
  },
};
