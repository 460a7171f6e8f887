/** Sharing an answer: what a button carries, and the message that a channel gets. */
import { z } from "zod";
import type { Answer, Citation } from "../answers/answer.ts";
import { factKey, Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { type BaseSize, baseNote, citationParagraphs } from "./answer-message.ts";
import { buttonValue } from "./button-value.ts";
import { body, type Message } from "./text.ts";

export const SHARE_ACTION = "share";

/** Names the quoted facts, so that a share shows exactly what was answered, after any restart. */
export const SharedAnswer = z.object({
  question: z.string(),
  language: Language,
  facts: z.array(z.string()),
});
export type SharedAnswer = z.infer<typeof SharedAnswer>;

/** What a share button carries; null when there is nothing to share. */
export function shareValue(answer: Answer): string | null {
  if (answer.citations.length === 0) return null;
  const { language, citations } = answer;
  const facts = citations.map(factKey);
  return buttonValue(
    answer.question,
    (question) => ({ question, language, facts }) satisfies SharedAnswer,
  );
}

/** The message for the channel: who asked what, and the answer. */
export function sharedMessage({
  shared: { question, language },
  citations,
  asker,
  base,
}: {
  shared: SharedAnswer;
  citations: readonly Citation[];
  asker: string;
  base: BaseSize;
}): Message {
  return {
    language,
    paragraphs: [
      body({ text: asker, user: asker }, ` ${stringsIn(language).answer.asked} `, {
        text: question,
        italic: true,
      }),
      ...citationParagraphs(citations, language),
      baseNote(base, citations, language),
    ],
  };
}
