/** What can be asked and how, with every command by its purpose. */
import { LANGUAGES, type Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import type { CommandName } from "./command-words.ts";
import { TEXTS_KEPT_DAYS } from "./kept-texts.ts";
import { body, bold, item, note, type Paragraph } from "./text.ts";

/** Commands that are no questions to the register. */
type OwnCommand = "digest" | "subscribe" | "subscriptions" | "help";
type Group = "read" | "follow" | "digest" | "base";

/** In the order in which they are told. */
const GROUPS: Record<CommandName | OwnCommand, Group> = {
  deals: "read",
  latest: "read",
  new: "read",
  timeline: "read",
  matrix: "read",
  article: "read",
  follow: "follow",
  following: "follow",
  unfollow: "follow",
  digest: "digest",
  subscribe: "digest",
  subscriptions: "digest",
  status: "base",
  add: "base",
  feeds: "base",
  gaps: "base",
  help: "base",
};

/** `examples` are questions that the base answers, by language. */
export function helpMessage(
  language: Language,
  examples: Readonly<Record<Language, readonly string[]>>,
): Paragraph[] {
  const { help, feedback, gaps } = stringsIn(language);
  const others = LANGUAGES.filter((each) => each !== language);
  const shown = [...examples[language], ...others.flatMap((each) => examples[each].slice(0, 1))];
  return [
    body(help.intro),
    ...(shown.length > 0 ? [body(bold(help.examplesTitle))] : []),
    ...shown.map((example) => item(example)),
    body(bold(help.waysTitle)),
    ...[...help.ways, feedback.way].map((way) => item(...withCode(way))),
    body(bold(help.commandsTitle)),
    ...commandLines(language),
    note(help.filters),
    note(gaps.keeping(TEXTS_KEPT_DAYS)),
    note("help · aide · помощь"),
  ];
}

/** Each group with its commands; what one may write stands out. */
function commandLines(language: Language): Paragraph[] {
  const { groups, commands } = stringsIn(language).help;
  const groupOf = new Map<string, string>(Object.entries(GROUPS));
  const named = Object.entries(commands).map(([name, line]) => ({ name, ...line }));
  return Object.entries(groups).flatMap(([group, title]) => [
    note({ text: title, italic: true }),
    ...named
      .filter(({ name }) => groupOf.get(name) === group)
      .map(({ write, does }) => item(bold(`/kzminerals ${write}`), ` · ${does}`)),
  ]);
}

/** Commands are told from the words around them by bold type. */
function withCode(text: string) {
  return text.split("`").map((part, at) => (at % 2 === 1 ? bold(part) : { text: part }));
}
