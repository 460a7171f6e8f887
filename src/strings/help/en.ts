/** What to write, and what it does. */
type HelpLine = { write: string; does: string };

const commands = {
  deals: {
    write: "deals uranium france",
    does: "the register of deals, as a table and a CSV file",
  },
  latest: { write: "latest lithium", does: "the newest articles" },
  new: { write: "new", does: "what came in since you last asked" },
  timeline: { write: "timeline lithium korea", does: "what happened, in order" },
  matrix: { write: "matrix", does: "partners and minerals with their deals, as a picture" },
  article: {
    write: "article 2",
    does: "one article whole: the second of the last list, or by its address",
  },
  follow: {
    write: "follow titanium france",
    does: "I write to you when something new comes in on it",
  },
  following: { write: "following", does: "what you follow" },
  unfollow: { write: "unfollow titanium france", does: "no more of it" },
  digest: {
    write: "digest",
    does: "this channel's edition as it would go out now, and how to change it; add a day for its week",
  },
  subscribe: {
    write: "subscribe",
    does: "a digest for this channel, when and about what you choose",
  },
  subscriptions: { write: "subscriptions", does: "the digests of the workspace" },
  status: { write: "status", does: "how large and how new the base is, and when digests come" },
  add: {
    write: "add https://example.org/news/1",
    does: "an article is read from its address and proposed for the base",
  },
  feeds: {
    write: "feeds",
    does: "the sources that are watched for new articles, and how they are",
  },
  gaps: { write: "gaps", does: "what could not be answered (for administrators)" },
  help: { write: "help", does: "this page" },
} satisfies Record<string, HelpLine>;

export const en = {
  intro:
    "I answer questions on Kazakhstan's critical minerals from article summaries: each claim with its date, outlet and link, or a plain “I don't know”. English, French and Russian are understood.",
  examplesTitle: "Questions to try",
  waysTitle: "Ways to ask",
  ways: [
    "`/kzminerals` and a question: only you see the answer, and can share it",
    "mention me in a channel: I answer in the thread",
    "write to me directly; my Home tab shows what is new",
    "“Ask kzminerals” in the menu of any message",
  ],
  commandsTitle: "Commands",
  groups: {
    read: "To read",
    follow: "To follow",
    digest: "Digests",
    base: "And",
  },
  commands,
  filters:
    "Filters are minerals, countries, companies, times, stages and kinds: deals uranium france since 2024 signed.",
  examples: [
    "Who signed the critical minerals memorandum with the United States?",
    "How many French companies work in Kazakhstan?",
    "What does France want from Kazakh titanium?",
  ],
};
