/** What commands besides the digest's are given, and how one is run. */
import type { Filter } from "../answers/filter.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";
import { type CommandName, takesName } from "./command-words.ts";
import { readerOf } from "./digest-sources.ts";
import { plainLanguage } from "./filter-reading.ts";
import type { TimeSpan } from "./pages.ts";
import type { AskedOn, Asker, Person } from "./person.ts";
import type { Reader } from "./schedule-words.ts";
import type { Message } from "./text.ts";

/** `text` is what stands behind the command, `filter` what was understood of it. */
export type CommandWish = {
  text: string;
  filter: Filter;
  /** From 0. */
  page: number;
  reader: Reader;
  person: Person;
  surface: AskedOn;
  channel: string;
  /** The time that a page is of, where its button says so. */
  span: TimeSpan | null;
  /** Ids of what was last listed in the conversation, in its order. */
  items: () => Promise<readonly string[]>;
};

export type Command = (wish: CommandWish) => Promise<Message>;

/** A command as it was written; `language` is that of its word. */
type WrittenCommand = {
  name: CommandName;
  language: Language | null;
  text: string;
  filter: Filter;
  page?: number;
  span?: TimeSpan | undefined;
};

/** In a conversation a command may point at what was last listed there. */
export type RunCommand = (
  command: WrittenCommand,
  asker: Asker,
  items: () => Promise<readonly string[]>,
) => Promise<Message>;

/** Runs commands in the language of their words, else in the person's. */
export function createRunCommand({
  commands,
  vocabulary,
  defaultLanguage,
  now,
}: {
  commands: Readonly<Record<CommandName, Command>>;
  vocabulary: Vocabulary;
  defaultLanguage: Language;
  now: () => Date;
}): RunCommand {
  return async ({ name, language, text, filter, page = 0, span = null }, asker, items) => {
    const person = await asker.person();
    // An id is in no language, whatever its words are.
    const word = language ?? (takesName(name) ? null : plainLanguage(text, vocabulary));
    const reader = readerOf({ defaultLanguage, now }, person, word);
    const { surface, channel } = asker;
    return commands[name]({ text, filter, page, reader, person, surface, channel, span, items });
  };
}
