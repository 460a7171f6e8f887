/** What a person follows, as they read it, and the buttons that end it. */
import { z } from "zod";
import type { Filter } from "../answers/filter.ts";
import { Language } from "../model.ts";
import type { FollowRow } from "../store/follow-queries.ts";
import { stringsIn } from "../strings/strings.ts";
import { notUnderstood } from "./not-understood.ts";
import { pageButtons } from "./pages.ts";
import { dayText, type Reader } from "./schedule-words.ts";
import { type Button, body, bold, item, type Message, note, type Paragraph } from "./text.ts";

/** What the buttons of things that are followed do. */
export const FOLLOW_ACTIONS = { unfollow: "unfollow", resume: "follow-resume" } as const;
export type FollowAction = keyof typeof FOLLOW_ACTIONS;

/** `list` is the page (from 0) of the list that the button stands below; null for another message. */
export const FollowPress = z.object({
  id: z.string(),
  language: Language,
  list: z.int().nonnegative().nullable(),
});
type FollowPress = z.infer<typeof FollowPress>;

/** So that the buttons of a page and those to other pages stand in one row. */
const FOLLOWS_A_PAGE = 10;
/** Slack takes 75 characters, the words around the name included. */
const MAX_NAME_CHARS = 50;

/** A follow with its name in the reader's language, and how many articles match it today. */
export type NamedFollow = { row: FollowRow; name: string; count: number };

/** That something is followed from now on, or was before; `words` select it in a command. */
export function followedMessage(
  kind: "added" | "there" | "resumed",
  { row, name, count }: NamedFollow,
  { filter, words, language }: { filter: Filter; words: string; language: Language },
): Message {
  const { follow } = stringsIn(language);
  const { before, after } = follow[kind];
  return {
    language,
    paragraphs: [
      body(before, bold(name), after, " ", follow.promise),
      note(`${follow.today(count)} · ${follow.readToday(words)}`),
      ...notUnderstood(filter, language),
    ],
    buttons: [unfollowButton({ id: row.id, language, list: null }, follow.unfollow)],
  };
}

/** One page (from 0) of what a person follows, below what has just happened to it. */
export function followsMessage(
  follows: readonly NamedFollow[],
  {
    page,
    above = [],
    reader,
    timeZone,
  }: { page: number; above?: readonly Paragraph[]; reader: Reader; timeZone: string },
): Message {
  const { language } = reader;
  const { follow } = stringsIn(language);
  if (follows.length === 0) return { language, paragraphs: [...above, body(follow.nothing)] };
  const pages = Math.ceil(follows.length / FOLLOWS_A_PAGE);
  const list = Math.min(page, pages - 1);
  const first = list * FOLLOWS_A_PAGE + 1;
  const shown = follows.slice(first - 1, first - 1 + FOLLOWS_A_PAGE);
  const place = { first, last: first + shown.length - 1, count: follows.length };
  return {
    language,
    paragraphs: [
      ...above,
      body(bold(follow.title(follows.length))),
      ...shown.map(({ row, name, count }) => {
        const since = follow.since(dayText(new Date(row.began_at), timeZone, reader));
        const paused = row.state === "paused" ? ` · ${follow.paused(row.pause_reason ?? "?")}` : "";
        return item(bold(name), ` · ${follow.today(count)} · ${since}${paused}`);
      }),
    ],
    closing: [...(pages > 1 ? [note(follow.place(place))] : []), note(follow.promise)],
    buttons: [
      ...shown.flatMap(({ row, name }) => rowButtons(row, { name, language, list })),
      ...pageButtons({ name: "following", text: "", language, page: list, pages }),
    ],
  };
}

function rowButtons(
  { id, state }: FollowRow,
  { name, language, list }: { name: string; language: Language; list: number },
): Button[] {
  const { unfollowOne, resume } = stringsIn(language).follow;
  const value = JSON.stringify({ id, language, list } satisfies FollowPress);
  return [
    unfollowButton({ id, language, list }, unfollowOne(shortened(name))),
    ...(state === "paused" ? [{ action: FOLLOW_ACTIONS.resume, label: resume, value }] : []),
  ];
}

export function unfollowButton(press: FollowPress, label: string): Button {
  return { action: FOLLOW_ACTIONS.unfollow, label, value: JSON.stringify(press) };
}

function shortened(name: string): string {
  const characters = [...name];
  return characters.length > MAX_NAME_CHARS
    ? `${characters.slice(0, MAX_NAME_CHARS - 1).join("")}…`
    : name;
}
