/** Things that a person wants to be told of: begun, listed and ended. */
import { type Filter, matchesFilter, parseFilter } from "../answers/filter.ts";
import { localDay } from "../digest/schedule.ts";
import { fingerprint } from "../knowledge/fingerprint.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { Language } from "../model.ts";
import type { Entries } from "../register/entries.ts";
import type { FollowRow } from "../store/follow-queries.ts";
import type { Store } from "../store/store.ts";
import { stringsIn } from "../strings/strings.ts";
import type { Command } from "./commands.ts";
import { filterText } from "./filter-words.ts";
import { filterKey, isEverything, isOver, isUnderstood } from "./follow-filter.ts";
import {
  type FollowAction,
  FollowPress,
  followedMessage,
  followsMessage,
  type NamedFollow,
} from "./follows-message.ts";
import type { Person } from "./person.ts";
import type { Reader } from "./schedule-words.ts";
import { body, bold, type Message, note, type Paragraph } from "./text.ts";

/** More is no selection any more. */
const MAX_FOLLOWS = 50;
/** Before everything that ever entered. */
const BEGINNING = new Date(-1);

export type FollowSources = {
  vocabulary: Vocabulary;
  entries: Pick<Entries, "between">;
  store: Store;
  /** For a person whose clocks are not known. */
  timeZone: string;
  now: () => Date;
};

/** `isNews` where it may take the place of the message that was pressed. */
type Pressed = { message: Message; isNews: boolean };

export function createFollows(
  { vocabulary, entries, store, timeZone, now }: FollowSources,
  /** Called when something goes on, so that what came meanwhile is told. */
  resumed: () => void,
) {
  const follow: Command = async ({ text, filter, reader, person }) => {
    const { language } = reader;
    const refusal = refusalOf(text, filter, reader);
    if (refusal) return say(refusal, language);
    const followed = await store.follows.add(rowOf({ text, filter, reader, person }), MAX_FOLLOWS);
    if (followed.kind === "full")
      return say(stringsIn(language).follow.full(MAX_FOLLOWS), language);
    if (followed.kind === "resumed") resumed();
    await keepClocks(person);
    const [named] = await withCounts([followed.row], language);
    if (!named) throw new RangeError("A follow without a name");
    const words = wordsFor(followed.row, vocabulary, language);
    return followedMessage(followed.kind, named, { filter, words, language });
  };

  /** Why this cannot be followed, with an example of what can. */
  function refusalOf(text: string, filter: Filter, { language }: Reader): string | null {
    const { follow: strings } = stringsIn(language);
    if (text.trim() === "") return strings.without;
    if (!isUnderstood(filter) && filter.notUnderstood.length > 0)
      return strings.nothingUnderstood(filter.notUnderstood.join(", "));
    if (isEverything(filter, vocabulary)) return strings.everything;
    return isOver(filter, localDay(now(), timeZone)) ? strings.over : null;
  }

  function rowOf({
    text,
    filter,
    reader,
    person,
  }: {
    text: string;
    filter: Filter;
    reader: Reader;
    person: Person;
  }) {
    const key = filterKey(filter);
    const began = now().toISOString();
    return {
      id: fingerprint(person.workspace, person.id, key, began),
      workspace: person.workspace,
      person: person.id,
      filter: key,
      text: text.trim(),
      language: reader.language,
      time_zone: person.timeZone,
      state: "active" as const,
      pause_reason: null,
      began_at: began,
    };
  }

  const following: Command = async ({ page, reader, person }) => {
    await keepClocks(person);
    return listMessage(person, { page, reader });
  };

  /** What is not followed word for word is looked for in the list. */
  const unfollow: Command = async ({ text, filter, reader, person }) => {
    const { follow: strings } = stringsIn(reader.language);
    const mine = await store.follows.of(ownerOf(person));
    const meant = mine.find((row) => row.filter === filterKey(filter));
    if (meant && isUnderstood(filter)) return end(meant, person, reader.language);
    const name = isUnderstood(filter)
      ? filterText(filter, vocabulary, reader.language)
      : filter.notUnderstood.join(", ");
    const { before, after } = strings.notFollowed;
    const above =
      text.trim() === "" || name === ""
        ? body(strings.whichOne)
        : body(before, bold(name), mine.length > 0 ? after : ".");
    return listMessage(person, { page: 0, reader, above: mine.length > 0 || name ? [above] : [] });
  };

  async function end(row: FollowRow, person: Person, language: Language): Promise<Message> {
    const { ended, again, gone } = stringsIn(language).follow;
    const removed = await store.follows.remove(ownerOf(person), row.id);
    if (!removed) return say(gone, language);
    return {
      language,
      paragraphs: [
        body(ended.before, bold(nameOf(row, language)), ended.after),
        note(again(row.text)),
      ],
    };
  }

  async function listMessage(
    person: Person,
    { page, reader, above = [] }: { page: number; reader: Reader; above?: readonly Paragraph[] },
  ): Promise<Message> {
    return followsMessage(await namedOf(person, reader), {
      page,
      above,
      reader,
      timeZone: reader.timeZone ?? timeZone,
    });
  }

  /** Does what a button says, for the one who follows alone. */
  async function press(action: FollowAction, value: string, person: Person): Promise<Pressed> {
    const { id, language, list } = FollowPress.parse(JSON.parse(value));
    const owner = ownerOf(person);
    const row = (await store.follows.of(owner)).find((each) => each.id === id);
    const reader = { language, timeZone: person.timeZone, now: now() };
    if (!row) return { message: say(stringsIn(language).follow.gone, language), isNews: false };
    if (action === "resume") {
      await store.follows.resume(owner, id);
      resumed();
      const message = await listMessage(person, { page: list ?? 0, reader });
      return { message, isNews: list !== null };
    }
    const message = await end(row, person, language);
    if (list === null) return { message, isNews: false };
    const above = message.paragraphs;
    return { message: await listMessage(person, { page: list, reader, above }), isNews: true };
  }

  async function namedOf(person: Person, { language }: Reader): Promise<NamedFollow[]> {
    return withCounts(await store.follows.of(ownerOf(person)), language);
  }

  async function withCounts(
    rows: readonly FollowRow[],
    language: Language,
  ): Promise<NamedFollow[]> {
    const entered = await entries.between({ after: BEGINNING, until: now() });
    return rows.map((row) => {
      const filter = filterOf(row, vocabulary);
      const isIts = ({ article }: (typeof entered)[number]) =>
        matchesFilter(article, filter, vocabulary);
      return { row, name: nameOf(row, language), count: entered.filter(isIts).length };
    });
  }

  function nameOf(row: FollowRow, language: Language): string {
    return filterText(filterOf(row, vocabulary), vocabulary, language);
  }

  async function keepClocks(person: Person): Promise<void> {
    if (person.timeZone !== null) await store.follows.setTimeZone(ownerOf(person), person.timeZone);
  }

  return { commands: { follow, unfollow, following }, press, namedOf };
}

/** What a person meant when they wrote it: words such as "this year" are of that day. */
export function filterOf({ text, began_at }: FollowRow, vocabulary: Vocabulary): Filter {
  return parseFilter({ text, today: began_at.slice(0, "YYYY-MM-DD".length), vocabulary });
}

/** Words that select the same, as a language names things; as they were written where it cannot. */
export function wordsFor(row: FollowRow, vocabulary: Vocabulary, language: Language): string {
  const filter = filterOf(row, vocabulary);
  const words = filterText(filter, vocabulary, language).replaceAll(/ · |, /g, " ");
  const today = row.began_at.slice(0, "YYYY-MM-DD".length);
  const isSame = filterKey(parseFilter({ text: words, today, vocabulary })) === filterKey(filter);
  return isSame ? words : row.text;
}

/** The language in which somebody is told. */
export function languageOf({ language }: FollowRow): Language {
  return Language.parse(language);
}

function ownerOf({ workspace, id }: Person): { workspace: string; person: string } {
  return { workspace, person: id };
}

function say(text: string, language: Language): Message {
  return { language, paragraphs: [body(text)] };
}
