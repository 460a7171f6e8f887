/** Sources: their list, and what administrators do with them. */
import { z } from "zod";
import { parseFilter } from "../answers/filter.ts";
import type { Feeds, NewFeed } from "../ingest/feeds.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import type { Command } from "./commands.ts";
import { readerOf } from "./digest-sources.ts";
import { type FeedAction, feedFaultText, feedsMessage } from "./feeds-message.ts";
import type { Person } from "./person.ts";
import { body, item, type Message, note, type Paragraph } from "./text.ts";

/** The form of a new source as it is filled in. */
export type FeedForm = { url: string; language: string; policy: string; filter: string };

/** What a person was shown of a source before it is watched. */
export const CheckedFeed = z.object({
  url: z.string(),
  title: z.string(),
  language: Language.nullable(),
  filter: z.string(),
  policy: z.enum(["publish", "review"]),
}) satisfies z.ZodType<NewFeed>;

export type FeedCheck =
  | { kind: "again"; message: Message }
  | { kind: "feed"; feed: NewFeed; message: Message };

/** What a form carries has its limits, and so have addresses. */
const MAX_URL_CHARS = 1_000;
/** Of the language that the source itself names. */
export const ANY_LANGUAGE = "any";

export type FeedPresses = ReturnType<typeof createFeedPresses>;

export function createFeedPresses({
  feeds,
  vocabulary,
  adminUsers,
  defaultLanguage,
  timeZone,
  today,
  now,
}: {
  feeds: Feeds;
  vocabulary: Vocabulary;
  adminUsers: readonly string[];
  defaultLanguage: Language;
  /** Of those whose clocks nobody knows. */
  timeZone: string;
  today: () => string;
  now: () => Date;
}) {
  const isAdmin = ({ id, isWorkspaceAdmin }: Person) => isWorkspaceAdmin || adminUsers.includes(id);
  const languageOf = (person: Person) => person.language ?? defaultLanguage;

  async function list(
    person: Person,
    { language, page, mayChange }: { language: Language; page: number; mayChange: boolean },
  ): Promise<Message> {
    const reader = readerOf({ defaultLanguage, now }, person, language);
    return feedsMessage(
      { watched: await feeds.list(), offered: await feeds.offered() },
      { reader: { ...reader, timeZone: reader.timeZone ?? timeZone }, page, mayChange },
    );
  }

  const command: Command = async ({ reader: { language }, person, page, surface }) => {
    // What stands where all can read it is no place for the buttons of a few.
    const mayChange = isAdmin(person) && surface !== "mention";
    const message = await list(person, { language, page, mayChange });
    if (mayChange || !isAdmin(person)) return message;
    return { ...message, closing: [note(stringsIn(language).feeds.inPrivate)] };
  };

  /** What was done, above the list as it is then; only a sentence to those who may not. */
  async function press({
    action,
    id,
    person,
    language = languageOf(person),
  }: {
    action: FeedAction;
    id: string;
    person: Person;
    language?: Language;
  }): Promise<{ message: Message; isAllowed: boolean }> {
    const { feeds: words } = stringsIn(language);
    if (!isAdmin(person)) return { message: say(language, words.forAdmins), isAllowed: false };
    const feed = await act(action, id, person);
    const done = feed ? words.done[action](feed.title) : words.gone;
    const message = await list(person, { language, page: 0, mayChange: true });
    const above: Paragraph[] = [body(done)];
    return {
      message: { ...message, paragraphs: [...above, ...message.paragraphs] },
      isAllowed: true,
    };
  }

  function act(action: FeedAction, id: string, { id: by }: Person) {
    switch (action) {
      case "pause":
        return feeds.setActive(id, false);
      case "resume":
        return feeds.setActive(id, true);
      case "remove":
        return feeds.remove(id);
      case "turn-on":
        return feeds.turnOn(id, by);
    }
  }

  function faultsOf(
    form: FeedForm,
    language: Language,
  ): { [field in keyof FeedForm]?: string } | null {
    const { form: words } = stringsIn(language).feeds;
    const url = form.url.trim();
    if (url === "") return { url: words.noAddress };
    if (url.length > MAX_URL_CHARS) return { url: words.longAddress(MAX_URL_CHARS) };
    const { notUnderstood } = parseFilter({ text: form.filter, today: today(), vocabulary });
    return notUnderstood.length > 0
      ? { filter: words.filterUnknown(notUnderstood.join(", ")) }
      : null;
  }

  /** Fetches what is at the address, and shows what it is. */
  async function check(form: FeedForm, language: Language): Promise<FeedCheck> {
    const { form: words } = stringsIn(language).feeds;
    const look = await feeds.look(withScheme(form.url.trim()));
    if (look.kind === "failed")
      return { kind: "again", message: say(language, feedFaultText(look.fault, language)) };
    if (look.kind === "feed" && look.url.length > MAX_URL_CHARS)
      return { kind: "again", message: say(language, words.longAddress(MAX_URL_CHARS)) };
    if (look.kind === "known")
      return { kind: "again", message: say(language, words.known(look.feed.title)) };
    const feed: NewFeed = {
      url: look.url,
      title: look.title,
      language: Language.safeParse(form.language).data ?? look.language,
      filter: form.filter.trim(),
      policy: form.policy === "publish" ? "publish" : "review",
    };
    const { titles } = look;
    return {
      kind: "feed",
      feed,
      message: {
        language,
        paragraphs: [
          body(
            { text: look.title, bold: true },
            ` · ${stringsIn(language).feeds.policies[feed.policy]}`,
          ),
          body(titles.length > 0 ? words.first : words.empty),
          ...titles.map((title) => item(title)),
          note(words.silence),
        ],
      },
    };
  }

  async function watch(feed: NewFeed, person: Person, language: Language): Promise<Message> {
    const { feeds: words } = stringsIn(language);
    if (!isAdmin(person)) return say(language, words.forAdmins);
    const isNew = await feeds.add(feed, person.id);
    return say(language, isNew ? words.form.added(feed.title) : words.form.known(feed.title));
  }

  return {
    commands: { feeds: command },
    press,
    /** Why a person may not add a source; null where they may. */
    obstacle: (person: Person, language: Language): string | null =>
      isAdmin(person) ? null : stringsIn(language).feeds.forAdmins,
    faultsOf,
    check,
    watch,
  };
}

/** People leave the scheme out. */
function withScheme(address: string): string {
  return /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(address) ? `https://${address}` : address;
}

function say(language: Language, text: string): Message {
  return { language, paragraphs: [body(text)] };
}
