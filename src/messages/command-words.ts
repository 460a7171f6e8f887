/** The words that are commands, in every language, and what may stand behind them. */
import type { Language } from "../model.ts";

/** `alone`: nothing. `filter`: what a filter understands. */
type Grammar = "alone" | "filter";

/** A word's language; null where it belongs to several. Without accents, in lower case. */
type Words = Readonly<Record<string, Language | null>>;

const COMMANDS = {
  deals: {
    grammar: "filter",
    words: {
      deals: null,
      register: "en",
      accords: "fr",
      contrats: "fr",
      registre: "fr",
      сделки: "ru",
      соглашения: "ru",
      реестр: "ru",
    },
  },
} as const satisfies Record<string, { grammar: Grammar; words: Words }>;

export type CommandName = keyof typeof COMMANDS;

export const COMMAND_NAMES = Object.keys(COMMANDS) as [CommandName, ...CommandName[]];

type CommandWord = { name: CommandName; grammar: Grammar; language: Language | null };

/** Every word, the longest first: `what is new` before `what is`. */
const WORDS: readonly (CommandWord & { words: readonly string[] })[] = Object.entries(COMMANDS)
  .flatMap(([name, { grammar, words }]) =>
    Object.entries<Language | null>(words).map(([text, language]) => ({
      name: name as CommandName,
      grammar,
      language,
      words: text.split(" "),
    })),
  )
  .toSorted((left, right) => right.words.length - left.words.length);

/** The command that words begin with, and how many of them it takes; they are folded. */
export function commandAt(words: readonly string[]): (CommandWord & { length: number }) | null {
  const found = WORDS.find((each) => each.words.every((word, at) => words[at] === word));
  return found
    ? {
        name: found.name,
        grammar: found.grammar,
        language: found.language,
        length: found.words.length,
      }
    : null;
}
