import { type DealStatus, dealCounts, type StatusCount } from "./deal-counts.ts";
import { en as fairUse } from "./fair-use/en.ts";
import { en as feedback } from "./feedback/en.ts";
import { en as feeds } from "./feeds/en.ts";
import { en as files } from "./files/en.ts";
import { en as follow } from "./follow/en.ts";
import { en as gaps } from "./gaps/en.ts";
import { en as help } from "./help/en.ts";
import { en as ingest } from "./ingest/en.ts";
import { en as installing } from "./installing/en.ts";
import { en as matrix } from "./matrix/en.ts";
import { counted } from "./plural.ts";
import { en as reading } from "./reading/en.ts";
import { en as reasons } from "./reasons/en.ts";
import { en as register } from "./register/en.ts";
import { en as subscription } from "./subscription/en.ts";
import { en as surfaces } from "./surfaces/en.ts";

const articles = (count: number) => counted("en", count, { one: "article", other: "articles" });

const STATUS: Record<DealStatus, string> = {
  proposed: "proposed",
  negotiating: "under negotiation",
  announced: "announced",
  signed: "signed",
  "in-force": "in force",
  "under-way": "under way",
  completed: "completed",
  cancelled: "cancelled",
};

export const en = {
  answer: {
    readArticle: "read the article",
    dateUnknown: "date unknown",
    dateInferred: (date: string) => `${date} (date inferred)`,
    base: ({ count, newest }: { count: number; newest: string }) =>
      `${articles(count)}, newest ${newest}`,
    emptyBase: "no articles loaded",
    ourSummaries: "sentences are our summaries of the linked articles",
    nothingOn: { before: "Nothing in the base on ", after: " that answers this." },
    nothing: "The base has no answer to this.",
    silentOn: { before: "On this the base has nothing about ", after: "." },
    nothingIn: { before: "The base has nothing that answers this for ", after: "." },
    foreign:
      "I understand English, French and Russian. This is what the names in your question lead to.",
    nearest: "Nearest reading:",
    searched: (base: string) => `Searched ${base}.`,
    earlier: "Earlier reported, since replaced:",
    differs: "Another report differs:",
    mistake: "A mistaken report:",
    snippet: "only an excerpt was seen",
    share: "Share to channel",
    more: "More",
    shared: "Shared to the channel.",
    asked: "asked:",
    andMore: (count: number) => `…and ${count} more`,
    outdatedShare: "The facts of this answer are no longer in the base. Ask again.",
  },
  period: {
    since: (date: string) => `the time since ${date}`,
    before: (date: string) => `the time before ${date}`,
  },
  help,
  digest: {
    title: (period: string) => `Kazakhstan critical minerals · ${period}`,
    newItems: (count: number) => `${count} new`,
    updates: (count: number) => counted("en", count, { one: "update", other: "updates" }),
    /** `1 deal signed`, `3 deals (2 signed, 1 announced)`. */
    deals: (counts: readonly StatusCount[]) =>
      dealCounts("en", counts, {
        one: "deal",
        other: "deals",
        status: ({ status }) => STATUS[status],
        alone: (deals, status) => `${deals} ${status}`,
      }),
    nothingNew: (newest: string) => `No news this time. The newest article is of ${newest}.`,
    nothingAtAll: "No news this time.",
    update: "Update:",
    earlierEdition: "earlier edition",
    earlier: (source: string) => `earlier: ${source}`,
    was: "was",
    now: "now",
    quoted: (text: string) => `“${text}”`,
    or: "or",
    wasStatus: (status: string) => `was ${status}`,
    sources: (count: number) => counted("en", count, { one: "source", other: "sources" }),
    indexed: (date: string) => `indexed ${date}`,
    indexedToday: "indexed today",
    dealsAlso: "Deals:",
    stillOpen: "Still open:",
    toldBefore: (count: number) => `${articles(count)} told in an earlier edition`,
    dealsTitle: "Deals",
    othersTitle: "Other news",
    asOf: (when: string) => `As of ${when}`,
    next: (when: string) => `next ${when}`,
    notUnderstood: (words: string) => `Not understood in the filter: ${words}.`,
    askInThread: "mention me in the thread to ask",
    delayed: (when: string) => `Delayed: this edition was due ${when}.`,
    leftOut: (count: number) => `…and ${count} more: /kzminerals latest`,
    moreInThread: (count: number) => `${count} more in the thread`,
    notADate: (value: string) =>
      `“${value}” is not a date. Write the day as YYYY-MM-DD, for example /kzminerals digest 2024-06-10.`,
  },
  reasons,
  subscription,
  reading,
  ingest,
  installing,
  register,
  feedback,
  fairUse,
  gaps,
  follow,
  feeds,
  files,
  matrix,
  surfaces,
  /** Between a name and what it names. */
  colon: ": ",
  pages: { previous: "← Previous", next: "Next →" },
  status: STATUS,
  notice: {
    parked: {
      before: "I cannot tell whether a message of the digest arrived in ",
      after: ": the connection was lost, and I cannot read what is there.",
    },
    parkedSince: (when: string) => `It was sent ${when}.`,
    parkedAsk:
      "I do not send it again by myself, so that nothing appears twice. Please look, and tell me.",
    isThere: "It is there",
    sendAgain: "Send again",
    paused: {
      before: "I have paused the digest for ",
      after: ": Slack does not let me post there.",
    },
    remedies: {
      choose:
        "The channel was deleted, or it is private and I am not in it: invite me with /invite @kzminerals, or choose another channel.",
      unarchive: "The channel is archived: unarchive it, or choose another one.",
      invite: "I am not in the channel: invite me with /invite @kzminerals.",
      allow:
        "The channel's or the workspace's rules forbid it: ask an administrator to let me post.",
      reinstall:
        "My access to the workspace has ended or does not suffice: ask an administrator to install me again.",
    },
    resume: "After that, resume it with /kzminerals digest in the channel.",
    refused: {
      before: "An edition of the digest could not be posted in ",
      after: ". Its news come with the next one.",
    },
    because: (reason: string) => `Reason: ${reason}`,
    settled: {
      "not-allowed": "Only the digest's owner and administrators decide this.",
      "settled-before": "This is settled already.",
      recorded: "Recorded as sent.",
      "thread-ended":
        "Recorded as sent. I cannot find the message, so the replies of its thread are not sent.",
      "sent-again": "It is sent again.",
    },
  },
  /** Kinds of event, as a filter is read back. */
  events: {
    agreement: "agreements",
    memorandum: "memoranda",
    negotiation: "negotiations",
    visit: "visits",
    discovery: "discoveries",
    investment: "investments",
    project: "projects",
    policy: "policies",
    statistics: "statistics",
    production: "production",
    analysis: "analyses",
  },
  failure: {
    databaseAway:
      "The database cannot be reached just now, so this could not be done. Please try again in a minute.",
    unexpected: (reference: string) =>
      `Something went wrong on our side, and your question was not answered. Please try again; if it happens again, give your administrator the reference ${reference}.`,
    notSaved: (reference: string) =>
      `Something went wrong on our side, and it is not certain that anything was saved. Please look with /kzminerals digest and try again; if it happens again, give your administrator the reference ${reference}.`,
    pressAgain: "That took too long for Slack. Please press the button again.",
    tooLong: ({ length, limit }: { length: string; limit: string }) =>
      `Your question has ${length} characters; at most ${limit} can be read. Please shorten it.`,
    cannotPost: "I cannot post in this channel. Invite me with /invite @kzminerals and try again.",
    notShared: (reason: string) => `The answer was not shared: ${reason}.`,
    shareLater: "Slack is busy. The answer will be shared as soon as it lets me.",
  },
};

export type Strings = typeof en;
