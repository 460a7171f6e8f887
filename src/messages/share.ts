/** Sharing an answer: what a button carries, and the message that a channel gets. */
import { z } from "zod";
import type { Answer, Answers, Citation } from "../answers/answer.ts";
import { factKey, Language } from "../model.ts";
import type { Store } from "../store/store.ts";
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
function sharedMessage({
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

/** Whoever shares an answer waits no longer. */
const PATIENCE_MS = 60 * 60 * 1000;

export type Sharing = ReturnType<typeof createSharing>;

export function createSharing({
  answers,
  base,
  store,
  now,
}: {
  answers: Pick<Answers, "quote">;
  base: () => BaseSize;
  store: Pick<Store, "outbox">;
  now: () => Date;
}) {
  return {
    /** The message that shares an answer; null when its facts are gone. */
    share: ({ facts, language, question }: SharedAnswer, asker: string): Message | null => {
      const citations = answers.quote(facts, language, question);
      const shared = { facts, language, question };
      return citations.length > 0
        ? sharedMessage({ shared, citations, asker, base: base() })
        : null;
    },

    /** Queues an answer for a channel, once for each `id`. */
    queueShare: async ({
      id,
      workspace,
      channel,
      message,
    }: {
      id: string;
      workspace: string;
      channel: string;
      message: Message;
    }): Promise<void> => {
      const at = now();
      await store.outbox.add([
        {
          id,
          workspace,
          channel,
          threadOf: null,
          position: 0,
          message: JSON.stringify(message),
          subscription: null,
          sendAfter: at,
          expiresAt: new Date(at.getTime() + PATIENCE_MS),
        },
      ]);
    },
  };
}
