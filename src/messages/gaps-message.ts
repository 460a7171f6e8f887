/** What could not be answered, as administrators read it: the list of what to read up on. */
import { capitalised, plainName } from "../knowledge/concept-name.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { stringsIn } from "../strings/strings.ts";
import type { GapGroup } from "./gap-groups.ts";
import { TEXTS_KEPT_DAYS } from "./kept-texts.ts";
import { dayText, type Reader } from "./schedule-words.ts";
import { body, bold, type Message, note, type Paragraph } from "./text.ts";

export const GAPS_A_PAGE = 10;
/** What shows how it was asked. */
const MAX_EXAMPLES = 3;
const MAX_EXAMPLE_CHARS = 160;

/** A group with its questions and what was written of their answers, as far as that is kept still. */
export type WordedGap = {
  group: GapGroup;
  questions: readonly string[];
  remarks: readonly string[];
};

type Telling = { reader: Reader; timeZone: string; vocabulary: Vocabulary };

/** Below a title, the groups of one page, and what stands below them. */
export function gapsMessage(
  title: string,
  { gaps, below }: { gaps: readonly WordedGap[]; below: readonly string[] },
  telling: Telling,
): Message {
  const { language } = telling.reader;
  const { none, privacy } = stringsIn(language).gaps;
  return {
    language,
    paragraphs: [
      body(bold(title)),
      ...(gaps.length === 0 ? [body(none)] : []),
      ...gaps.flatMap((gap) => gapParagraphs(gap, telling)),
    ],
    closing: [...below.map((text) => note(text)), note(privacy(TEXTS_KEPT_DAYS))],
  };
}

function gapParagraphs({ group, questions, remarks }: WordedGap, telling: Telling): Paragraph[] {
  const { quoted, remarked } = stringsIn(telling.reader.language).gaps;
  const name = nameOf(group, questions, telling);
  const examples = examplesOf(questions).filter((text) => text !== name);
  const told = examplesOf(remarks);
  const notes = [
    examples.map(quoted).join(" · "),
    told.length > 0 ? remarked(told.map(quoted).join(" · ")) : "",
  ];
  return [
    body(bold(name), ` · ${countsOf(group, telling)}`),
    ...notes.flatMap((text) => (text === "" ? [] : [note(text)])),
  ];
}

function countsOf({ unanswered: count, corrections, lastAt }: GapGroup, telling: Telling): string {
  const { reader, timeZone } = telling;
  const { unanswered, corrected, kinds, last } = stringsIn(reader.language).gaps;
  const wrong = [...new Set(corrections)].map((kind) => kinds[kind]).join(", ");
  return [
    ...(count > 0 ? [unanswered(count)] : []),
    ...(corrections.length > 0 ? [corrected({ count: corrections.length, kinds: wrong })] : []),
    last(dayText(new Date(lastAt), timeZone, reader)),
  ].join(" · ");
}

/** Each once; those that differ in capitals alone are one. */
function examplesOf(texts: readonly string[]): string[] {
  const byText = new Map(texts.toReversed().map((text) => [text.toLowerCase(), text]));
  return [...byText.values()].toReversed().slice(0, MAX_EXAMPLES).map(shortened);
}

/**
 * A question where nothing particular is missing; else what is, words as they were written and
 * concepts in the reader's language.
 */
function nameOf(group: GapGroup, questions: readonly string[], telling: Telling): string {
  const { isMissing, subjects } = group;
  const { reader, vocabulary } = telling;
  const { language } = reader;
  const [example] = questions;
  if (!isMissing && example) return shortened(example);
  const names = subjects.map((subject) =>
    vocabulary.concepts.has(subject) ? plainName(vocabulary, subject, language) : subject,
  );
  if (names.length === 0) return stringsIn(language).gaps.forgotten;
  return capitalised([...new Set(names)].join(", "), language);
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > MAX_EXAMPLE_CHARS
    ? `${characters.slice(0, MAX_EXAMPLE_CHARS).join("").trimEnd()}…`
    : text;
}
