import { counted } from "../plural.ts";

const items = (count: number) => counted("en", count, { one: "news item", other: "news items" });

export const en = {
  latestTitle: "Latest",
  newTitle: "New in the base",
  nothingSuch:
    "The base has no such article. Try fewer words, for example /kzminerals latest uranium since 2025.",
  /** Which items of how many a page shows. */
  place: ({ first, last, count }: { first: number; last: number; count: number }) =>
    `${first}–${last} of ${items(count)}, newest first`,
  later: ({ count, day }: { count: number; day: string }) =>
    `${counted("en", count, { one: "article", other: "articles" })} dated after ${day} not shown`,
  /** Before what holds instead of something said earlier. */
  now: "Now:",
  updateOf: "Update of:",
  sources: (count: number) => counted("en", count, { one: "source", other: "sources" }),
  /** Read aloud for the button with an item's number or letter. */
  open: ({ sign, headline }: { sign: string; headline: string }) => `Open ${sign}: ${headline}`,
  openHint: "Press a number to read an article whole.",
  firstTime: (days: number) =>
    `You have not asked for this before. This entered the base in the last ${days} days:`,
  sinceLast: (when: string) => `Entered the base since you last asked, ${when}:`,
  inPeriod: (period: string) => `Entered the base: ${period}`,
  shownBefore: ({ from, to }: { from: string; to: string }) =>
    `Entered the base between ${from} and ${to}:`,
  nothingSince: (when: string) => `Nothing new has entered the base since ${when}.`,
  nothingInDays: (days: number) =>
    `You have not asked for this before. In the last ${days} days nothing entered the base.`,
  nothingIn: (period: string) => `Nothing entered the base in this time: ${period}`,
  newestThereIs: "The newest there is:",
  showAgain: "Show the last list again",
  article: {
    facts: "What it says",
    deals: "Deals",
    people: "People",
    follows: "It follows",
    followedBy: "Followed by",
    notStated: (what: string) => `Not stated: ${what}.`,
    title: (title: string) => `Original title: ${title}`,
    writtenIn: (language: string) => `in ${language}`,
    dateBasis: {
      page: "date from the page",
      url: "date from the address",
    },
    id: (id: string) => `Article ${id}. Sentences are our summaries.`,
    page: ({ page, pages }: { page: number; pages: number }) => `Page ${page} of ${pages}`,
    usage:
      "Write the article's id, its address, or its number in the last list, for example /kzminerals article korea-lithium-2024.",
    unknown: (name: string) => `The base has no article “${name}”.`,
    nearest: "The nearest ids:",
    noNumber: ({ number, count }: { number: number; count: number }) =>
      count === 0
        ? `Nothing was listed here lately, so there is no number ${number}. Ask /kzminerals latest first, or write the article's id, for example /kzminerals article korea-lithium-2024.`
        : `The last list here has no number ${number}: it goes to ${count}.`,
  },
  timeline: {
    deals: (named: string) => `In the register: ${named}`,
    title: "Timeline",
    place: ({ first, last, count }: { first: number; last: number; count: number }) =>
      `${first}–${last} of ${counted("en", count, { one: "event", other: "events" })}, oldest first`,
    reported: (day: string) => `reported ${day}`,
    undated: (count: number) =>
      `${counted("en", count, { one: "article without a date is", other: "articles without a date are" })} not in it.`,
    /** Of all events a picture shows when they were, of some also what. */
    pictured: ({ shown, count }: { shown: number; count: number }) => {
      const events = counted("en", count, { one: "event", other: "events" });
      return shown < count ? `${events} by when they were, ${shown} of them in words` : events;
    },
    restInText: "The others are in the text of the timeline.",
    nothing:
      "The base tells of no such event. Try fewer words, for example /kzminerals timeline lithium korea.",
  },
  card: {
    kinds: {
      mineral: "mineral",
      country: "partner",
      organisation: "organisation",
      person: "person",
      place: "place",
    },
    several: (names: string) => `This name stands for several things: ${names}.`,
    of: (name: string) => `${name}:`,
    inBase: "In the base:",
    counts: ({ articles, deals }: { articles: number; deals: number }) =>
      [
        counted("en", articles, { one: "article", other: "articles" }),
        ...(deals > 0 ? [counted("en", deals, { one: "deal", other: "deals" })] : []),
      ].join(", "),
    newest: "Newest:",
    partners: "Most often with these partners:",
    minerals: "Most often with these minerals:",
    organisations: "Most often with these organisations:",
    moreDeals: (count: number) =>
      `…and ${counted("en", count, { one: "more deal", other: "more deals" })}`,
    allDeals: "All deals",
    latest: "Latest news",
    timeline: "Timeline",
  },
  status: {
    title: "Status",
    base: ({ articles, facts, deals }: Record<"articles" | "facts" | "deals", number>) =>
      [
        counted("en", articles, { one: "article", other: "articles" }),
        counted("en", facts, { one: "fact", other: "facts" }),
        counted("en", deals, { one: "deal", other: "deals" }),
      ].join(" · "),
    newest: "Newest article:",
    languages: (languages: string) => `Languages of the articles: ${languages}`,
    readAt: (when: string) => `Base read ${when}`,
    version: (version: string) => `version ${version}`,
    digests: ({ here, all }: { here: number; all: number }) =>
      here === 0
        ? `This channel has no digest (in the workspace: ${all}). To set one up: /kzminerals subscribe`
        : `${counted("en", here, { one: "digest", other: "digests" })} in this channel (in the workspace: ${all}):`,
    you: ({
      language,
      clocks,
      now,
      isKnown,
    }: Record<"language" | "clocks" | "now", string> & { isKnown: boolean }) =>
      `You: ${language}, ${clocks}${isKnown ? "" : " (the digest's clocks, since Slack does not tell yours)"}, now ${now}`,
  },
};
