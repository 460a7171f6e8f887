/** Further reading behind an answer, page by page: what a button carries, and what a page says. */
import { z } from "zod";
import type { Answer, Asked, Further } from "../answers/answer.ts";
import { NEW_THREAD, type Thread } from "../answers/follow-ups/follow-up.ts";
import { stringsIn } from "../strings/strings.ts";
import { citationParagraphs } from "./answer-message.ts";
import { type Button, body, bold, MAX_BUTTON_VALUE, type Message, note } from "./text.ts";

/** Shows the first page below the answer. */
export const MORE_ACTION = "more";
/** Shows another page in the place of this one. */
export const FURTHER_ACTION = "further";

/** As much as one screen shows. */
const FACTS_A_PAGE = 5;

const Texts = z.array(z.string()).readonly();

/** The question is asked again when the button is pressed, so that it works after any restart. */
const FurtherPage = z.object({
  text: z.string(),
  today: z.iso.date(),
  previous: z.object({ questions: Texts, facts: Texts, shown: Texts, items: Texts }),
  page: z.int().nonnegative(),
});
type FurtherPage = z.infer<typeof FurtherPage>;

/** What a button to further reading carries; null where there is no answer to read on behind. */
export function moreValue({ citations, asked }: Answer): string | null {
  return citations.length > 0 ? valueFor(asked, 0) : null;
}

/** The page that a button asks for; throws where the value is not one of ours. */
export function furtherPage(value: string, read: FindPage): Message {
  const { page, ...asked } = FurtherPage.parse(JSON.parse(value));
  const from = page * FACTS_A_PAGE;
  return furtherMessage(read(asked, { from, to: from + FACTS_A_PAGE }), { asked, page });
}

type FindPage = (asked: Asked, page: { from: number; to: number }) => Further;

function furtherMessage(
  { language, citations, count }: Further,
  { asked, page }: { asked: Asked; page: number },
): Message {
  const { further } = stringsIn(language).surfaces;
  const first = page * FACTS_A_PAGE + 1;
  const last = Math.min(first + FACTS_A_PAGE - 1, count);
  const title = body(bold(further.title), " · ", { text: asked.text, italic: true });
  if (first > count) return { language, paragraphs: [title, body(further.nothingMore)] };
  return {
    language,
    paragraphs: [
      title,
      note(`${further.place({ first, last, count })} · ${further.caveat}`),
      ...citationParagraphs(citations, language),
    ],
    closing: last === count ? [note(further.nothingMore)] : [],
    buttons: [
      ...(page > 0 ? pageButton(asked, page - 1, stringsIn(language).pages.previous) : []),
      ...(last < count ? pageButton(asked, page + 1, stringsIn(language).pages.next) : []),
    ],
  };
}

function pageButton(asked: Asked, page: number, label: string): Button[] {
  const value = valueFor(asked, page);
  return value === null ? [] : [{ action: FURTHER_ACTION, label, value }];
}

/** With as much of the conversation as there is room for; what was said last matters most. */
function valueFor({ text, today, previous }: Asked, page: number): string | null {
  const values = shortened(previous).map((each) =>
    JSON.stringify({ text, today, previous: each, page } satisfies FurtherPage),
  );
  return values.find((value) => value.length <= MAX_BUTTON_VALUE) ?? null;
}

/** Ever less of a conversation. */
function shortened(thread: Thread): Thread[] {
  const last = thread.questions.slice(-1);
  return [
    { ...thread, shown: [] },
    { ...thread, shown: [], items: [] },
    { ...NEW_THREAD, questions: thread.questions, facts: thread.facts.slice(0, 3) },
    { ...NEW_THREAD, questions: last, facts: thread.facts.slice(0, 3) },
    { ...NEW_THREAD, questions: last },
  ];
}
