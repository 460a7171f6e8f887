import { counted } from "../plural.ts";

const articles = (count: number) => counted("en", count, { one: "article", other: "articles" });
const EXAMPLE = "for example /kzminerals follow titanium france";

export const en = {
  added: { before: "You now follow ", after: "." },
  there: { before: "You follow this already: ", after: "." },
  resumed: { before: "I go on with this: ", after: "." },
  promise:
    "I write to you in our direct message when something new on it enters the base, or a deal's status changes.",
  today: (count: number) => `${articles(count)} today`,
  readToday: (words: string) => `What there is today: /kzminerals latest ${words}`,
  without: `Say what to follow, ${EXAMPLE}.`,
  nothingUnderstood: (words: string) =>
    `I do not know what to follow: “${words}” is no mineral, country, organisation or person of the base. Try other words, ${EXAMPLE}.`,
  everything: `That would be everything, which the digest tells: /kzminerals subscribe. Follow something in particular, ${EXAMPLE}.`,
  over: `That time is over, so nothing new can come of it. Leave it out, ${EXAMPLE}.`,
  full: (limit: number) =>
    `You follow ${limit} things, and more is not possible. Stop one of them: /kzminerals following`,
  title: (count: number) => `You follow ${counted("en", count, { one: "thing", other: "things" })}`,
  nothing: `You follow nothing yet. Begin with something in particular, ${EXAMPLE}.`,
  place: ({ first, last, count }: { first: number; last: number; count: number }) =>
    `${first}–${last} of ${count}`,
  since: (day: string) => `since ${day}`,
  paused: (reason: string) => `paused: Slack does not let me write to you (“${reason}”)`,
  whichOne: "Which one do you want to follow no longer?",
  notFollowed: { before: "You do not follow ", after: ". These are the things that you follow:" },
  ended: { before: "You no longer follow ", after: "." },
  again: (words: string) => `To follow it again: /kzminerals follow ${words}`,
  gone: "You do not follow this (any more).",
  unfollow: "Unfollow",
  unfollowOne: (name: string) => `Unfollow ${name}`,
  resume: "Go on",
  newsTitle: "New on what you follow",
  dealChanged: ({ name, was, status }: { name: string; was: string; status: string }) =>
    `${name}: was ${was}, now ${status}`,
  more: ({ count, words }: { count: number; words: string }) =>
    `…and ${count} more: /kzminerals latest ${words}`,
  homeTitle: "What you follow",
  home: { label: "All that I follow", says: "following" },
  asOf: (when: string) => `As of ${when}`,
};
