/** The words that are commands, in every language, and what may stand behind them. */
import type { Language } from "../model.ts";

/**
 * `alone`: nothing. `filter`: what a filter understands, else it is a question. `subject`: a filter,
 * whether it is understood or not. `name`: one word that names a thing.
 */
type Grammar = "alone" | "filter" | "subject" | "name";

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
  latest: {
    grammar: "filter",
    words: {
      latest: null,
      "latest news": "en",
      news: "en",
      newest: "en",
      actualites: "fr",
      nouvelles: "fr",
      "dernieres nouvelles": "fr",
      "derniers articles": "fr",
      новости: "ru",
      последние: "ru",
      "последние новости": "ru",
      "последние статьи": "ru",
    },
  },
  new: {
    grammar: "filter",
    words: {
      new: null,
      "what is new": "en",
      "what's new": "en",
      nouveautes: "fr",
      nouveau: "fr",
      "quoi de neuf": "fr",
      "quoi de nouveau": "fr",
      новое: "ru",
      новинки: "ru",
      "что нового": "ru",
    },
  },
  timeline: {
    grammar: "filter",
    words: { timeline: null, chronology: "en", chronologie: "fr", хронология: "ru" },
  },
  add: { grammar: "name", words: { add: null, ajouter: "fr", ajoute: "fr", добавить: "ru" } },
  status: {
    grammar: "alone",
    words: { status: null, etat: "fr", statut: "fr", статус: "ru", состояние: "ru" },
  },
  article: {
    grammar: "name",
    words: { article: null, статья: "ru" },
  },
  matrix: {
    grammar: "filter",
    words: { matrix: "en", matrice: "fr", матрица: "ru" },
  },
  follow: {
    grammar: "subject",
    words: {
      follow: "en",
      suivre: "fr",
      следить: "ru",
      "следить за": "ru",
      отслеживать: "ru",
    },
  },
  unfollow: {
    grammar: "subject",
    words: {
      unfollow: "en",
      "stop following": "en",
      "ne plus suivre": "fr",
      "не следить": "ru",
      "не следить за": "ru",
      "больше не следить за": "ru",
      "не отслеживать": "ru",
    },
  },
  following: {
    grammar: "alone",
    words: {
      following: "en",
      suivis: "fr",
      "mes suivis": "fr",
      слежу: "ru",
      "за чем я слежу": "ru",
    },
  },
  feeds: {
    grammar: "alone",
    words: {
      feeds: "en",
      sources: null,
      flux: "fr",
      ленты: "ru",
      источники: "ru",
    },
  },
  gaps: {
    grammar: "alone",
    words: { gaps: "en", lacunes: "fr", пробелы: "ru" },
  },
} as const satisfies Record<string, { grammar: Grammar; words: Words }>;

export type CommandName = keyof typeof COMMANDS;

export const COMMAND_NAMES = Object.keys(COMMANDS) as [CommandName, ...CommandName[]];

/** Whether one word stands behind a command that names a thing. */
export function takesName(name: CommandName): boolean {
  return COMMANDS[name].grammar === "name";
}

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
