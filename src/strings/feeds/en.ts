import { counted } from "../plural.ts";

const articles = (count: number) =>
  counted("en", count, { one: "article waits", other: "articles wait" });
const things = (count: number) => counted("en", count, { one: "source", other: "sources" });

/** Sources that are watched, and the articles that come from them. */
export const en = {
  title: "Sources",
  none: "No source is watched yet, so nothing is fetched.",
  offered: "Known outlets that nobody turned on:",
  place: ({ first, last, count }: { first: number; last: number; count: number }) =>
    `${first}–${last} of ${things(count)}`,
  policies: { review: "shown to curators first", publish: "published at once" },
  filter: (text: string) => `only ${text}`,
  lastRead: (moment: string) => `last read ${moment}`,
  notRead: "not read yet",
  paused: "paused",
  failing: ({ since, reason }: { since: string; reason: string }) =>
    `Cannot be read since ${since}. ${reason}`,
  nextTry: (moment: string) => `next try ${moment}`,
  waiting: (count: number) => `${articles(count)} for a curator`,
  foundAt: "where its address was found",
  buttons: {
    add: "Add a source",
    pause: "Pause",
    resume: "Resume",
    remove: "Remove",
    "turn-on": "Turn on",
  },
  removal: {
    title: "Remove this source?",
    text: (title: string) =>
      `${title} is watched no longer. What was published from it stays in the base.`,
    yes: "Remove",
    no: "Keep",
  },
  done: {
    pause: (title: string) => `${title} is paused: nothing is fetched from it.`,
    resume: (title: string) => `${title} is watched again.`,
    remove: (title: string) => `${title} is watched no longer.`,
    "turn-on": (title: string) =>
      `${title} is watched from now on. What it holds today is noted in silence; what is new then comes to the curators.`,
  },
  gone: "This source is not there any more.",
  forAdmins: "Only administrators add, pause and remove sources.",
  inPrivate: "Administrators change sources with /kzminerals feeds.",
  noFeed: "There is no feed at this address (RSS, Atom or JSON Feed).",
  form: {
    title: "Add a source",
    url: "Address of the feed",
    urlHint: "RSS, Atom, RDF or JSON Feed, for example https://astanatimes.com/feed/",
    language: "Language of its articles",
    anyLanguage: "As the source says",
    policy: "Its articles are",
    filter: "Only articles about",
    filterHint: "Blank: everything about Kazakhstan’s minerals.",
    filterExample: "uranium kazatomprom",
    submit: "Check",
    watch: "Watch it",
    close: "Cancel",
    reading: "Reading the feed…",
    first: "The newest entries:",
    empty: "It holds no entries yet.",
    silence: "What it holds now is noted in silence. What is new from now on is read.",
    known: (title: string) => `This source is watched already: ${title}.`,
    noAddress: "Write the address of a feed.",
    longAddress: (limit: number) => `The address is longer than ${limit} characters.`,
    filterUnknown: (words: string) => `This says nothing to me: ${words}`,
    added: (title: string) =>
      `${title} is watched from now on. How it is, /kzminerals feeds tells.`,
  },
  candidate: {
    new: (source: string) => `New from ${source}`,
    why: (concepts: string) => `It is about ${concepts}.`,
    minerals: (names: string) => `Minerals: ${names}`,
    partners: (names: string) => `Partners: ${names}`,
    alsoTold: "The base has this happening from elsewhere:",
    publish: "Publish",
    edit: "Edit",
    reject: "Reject",
    mute: "Mute source",
    muting: {
      title: "Mute this source?",
      text: (title: string) => `Nothing is fetched from ${title} until somebody resumes it.`,
      yes: "Mute",
      no: "Keep",
    },
    decided: { approved: "Published by ", rejected: "Rejected by " },
    muted: "Source muted by ",
    before: {
      approved: "Somebody was faster: it was published by ",
      rejected: "Somebody was faster: it was rejected by ",
      other: "This was decided before.",
    },
    notAllowed: "Only members of the curators’ channel and administrators decide here.",
  },
  failure: {
    title: (source: string) => `${source} has not been readable for a day`,
    hint: "/kzminerals feeds shows all sources; there it can be paused.",
  },
  status: {
    watched: (count: number) => `Watches ${things(count)}`,
    failing: (titles: string) => `not readable now: ${titles}`,
    none: "No source is watched",
  },
  mayLack: (titles: string) =>
    `Nothing new in what could be read. These sources could not: ${titles}.`,
};
