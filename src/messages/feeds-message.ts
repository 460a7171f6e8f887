/** The sources that are watched: how each is, and what can be done with it. */
import type { FeedFault, WatchedFeed } from "../ingest/feed.ts";
import type { ListedFeed } from "../ingest/feeds.ts";
import type { FeedSource, Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { asTitle } from "./format.ts";
import { ingestFaultText } from "./ingest-faults.ts";
import { type Clocked, momentText } from "./moment-text.ts";
import { pageButtons } from "./pages.ts";
import { type Button, body, bold, link, type Message, note, type Paragraph } from "./text.ts";

export const FEED_ACTIONS = {
  pause: "feed-pause",
  resume: "feed-resume",
  remove: "feed-remove",
  "turn-on": "feed-turn-on",
} as const;
export type FeedAction = keyof typeof FEED_ACTIONS;

/** Opens the form of a new source. */
export const ADD_FEED_ACTION = "feed-add";

/** Two buttons each, and those between pages, are as many as Slack takes in a row of buttons. */
const FEEDS_A_PAGE = 6;

type Listed = { kind: "watched"; feed: ListedFeed } | { kind: "offered"; source: FeedSource };

/** One page of all sources; `mayChange`: with the buttons that change them. */
export function feedsMessage(
  { watched, offered }: { watched: readonly ListedFeed[]; offered: readonly FeedSource[] },
  { reader, page, mayChange }: { reader: Clocked; page: number; mayChange: boolean },
): Message {
  const { language } = reader;
  const { feeds: words } = stringsIn(language);
  const all: Listed[] = [
    ...watched.map((feed) => ({ kind: "watched" as const, feed })),
    ...offered.map((source) => ({ kind: "offered" as const, source })),
  ];
  const pages = Math.max(1, Math.ceil(all.length / FEEDS_A_PAGE));
  const shown = Math.min(page, pages - 1);
  const first = shown * FEEDS_A_PAGE;
  const onPage = all.slice(first, first + FEEDS_A_PAGE);
  const firstOffered = onPage.findIndex(({ kind }) => kind === "offered");
  const place = { first: first + 1, last: first + onPage.length, count: all.length };
  return {
    language,
    paragraphs: [
      body(bold(words.title)),
      ...(watched.length === 0 ? [body(words.none)] : []),
      ...onPage.flatMap((each, at) => [
        ...(at === firstOffered ? [body(words.offered)] : []),
        ...listedParagraphs(each, first + at + 1, reader),
      ]),
    ],
    closing: [
      ...(pages > 1 ? [note(words.place(place))] : []),
      ...(mayChange ? [] : [note(words.forAdmins)]),
    ],
    buttons: [
      ...(mayChange
        ? [
            ...onPage.flatMap((each, at) =>
              listedButtons(each, { number: first + at + 1, language }),
            ),
            { action: ADD_FEED_ACTION, label: words.buttons.add, value: language },
          ]
        : []),
      ...pageButtons({ name: "feeds", text: "", language, page: shown, pages }),
    ],
  };
}

/** Why a feed could not be read, as a sentence. */
export function feedFaultText(fault: FeedFault, language: Language): string {
  return fault.kind === "no-feed"
    ? stringsIn(language).feeds.noFeed
    : ingestFaultText(fault, language);
}

/** How a source is, in a line. */
export function healthText(feed: WatchedFeed, reader: Clocked): string {
  const { feeds: words } = stringsIn(reader.language);
  const at = (instant: Date) => momentText(instant, reader);
  const read = feed.succeededAt ? words.lastRead(at(feed.succeededAt)) : words.notRead;
  if (!feed.isActive) return [words.paused, read].join(" · ");
  const { fault, failingSince } = feed;
  const failing =
    fault &&
    words.failing({
      since: at(failingSince ?? feed.nextAt),
      reason: feedFaultText(fault, reader.language),
    });
  return [...(failing ? [failing] : []), read, words.nextTry(at(feed.nextAt))].join(" · ");
}

/** How many sources are watched, and which of them cannot be read. */
export function watchedText(feeds: readonly WatchedFeed[], language: Language): string {
  const { status } = stringsIn(language).feeds;
  const active = feeds.filter(({ isActive }) => isActive);
  if (active.length === 0) return status.none;
  const failing = active.flatMap(({ fault, title }) => (fault ? [title] : []));
  const watched = status.watched(active.length);
  return failing.length > 0 ? `${watched} · ${status.failing(failing.join(", "))}` : watched;
}

function listedParagraphs(each: Listed, number: number, reader: Clocked): Paragraph[] {
  const { language } = reader;
  const { feeds: words } = stringsIn(language);
  const { title, url, language: own, filter } = each.kind === "watched" ? each.feed : each.source;
  const traits = [
    ...(own ? [languageName(own, language)] : []),
    ...(each.kind === "watched" ? [words.policies[each.feed.policy]] : []),
    ...(filter ? [words.filter(filter)] : []),
  ];
  const line = body(
    `${number}. `,
    { ...link(title, url), bold: true },
    ...(traits.length > 0 ? [` · ${traits.join(" · ")}`] : []),
  );
  if (each.kind === "offered") return [line, note(link(words.foundAt, each.source.source))];
  const { waiting } = each.feed;
  const health = healthText(each.feed, reader);
  return [line, note(waiting > 0 ? `${health} · ${words.waiting(waiting)}` : health)];
}

function listedButtons(
  each: Listed,
  { number, language }: { number: number; language: Language },
): Button[] {
  const { feeds: words } = stringsIn(language);
  const { id, title } = each.kind === "watched" ? each.feed : each.source;
  const button = (action: FeedAction): Button => ({
    action: FEED_ACTIONS[action],
    label: `${number} · ${words.buttons[action]}`,
    spoken: `${words.buttons[action]}: ${title}`,
    value: JSON.stringify({ id, language }),
  });
  if (each.kind === "offered") return [button("turn-on")];
  const { removal } = words;
  const confirm = {
    title: removal.title,
    text: removal.text(title),
    yes: removal.yes,
    no: removal.no,
  };
  return [
    button(each.feed.isActive ? "pause" : "resume"),
    { ...button("remove"), style: "danger", confirm },
  ];
}

function languageName(code: string, language: Language): string {
  return asTitle(new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code);
}
