import { LANGUAGES, type Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { TEXTS_KEPT_DAYS } from "./kept-texts.ts";
import { body, bold, item, note, type Paragraph } from "./text.ts";

/** What can be asked and how; `examples` are questions that the base answers, by language. */
export function helpMessage(
  language: Language,
  examples: Readonly<Record<Language, readonly string[]>>,
): Paragraph[] {
  const { help, follow, feedback, gaps } = stringsIn(language);
  const others = LANGUAGES.filter((each) => each !== language);
  const shown = [...examples[language], ...others.flatMap((each) => examples[each].slice(0, 1))];
  return [
    body(help.intro),
    ...(shown.length > 0 ? [body(bold(help.examplesTitle))] : []),
    ...shown.map((example) => item(example)),
    body(bold(help.waysTitle)),
    ...[...help.ways, follow.way, feedback.way, gaps.way].map((way) => item(...withCode(way))),
    note(gaps.keeping(TEXTS_KEPT_DAYS)),
    note("help · aide · помощь"),
  ];
}

/** Commands are told from the words around them by bold type. */
function withCode(text: string) {
  return text.split("`").map((part, at) => (at % 2 === 1 ? bold(part) : { text: part }));
}
