import { createAnswers } from "../src/answers/create-answers.ts";
import { NEW_THREAD, type Thread } from "../src/answers/follow-ups/follow-up.ts";
import { languageOf } from "../src/answers/question/question.ts";
import { localDay } from "../src/digest/schedule.ts";
import { type BaseSize, baseSize } from "../src/messages/answer-message.ts";
import { type Ask, createAsk } from "../src/messages/ask.ts";
import { LANGUAGES } from "../src/model.ts";
import { openKnowledge } from "./open-knowledge.ts";

/** More conversations than this at once are no test of ours; the one longest unused is forgotten. */
const MAX_CONVERSATIONS = 10_000;

/**
 * Questions as the product answers them; without a store, which alone takes a tenth of a second.
 * Where only one question comes, the base is indexed in its language alone.
 */
export async function openAsking(only: string | null): Promise<{ ask: Ask; base: BaseSize }> {
  const { knowledge, digest } = await openKnowledge();
  const { articles, vocabulary } = knowledge;
  const languages = only === null ? LANGUAGES : [languageOf(only, vocabulary)];
  const ask = createAsk({
    answers: await createAnswers(articles, vocabulary, languages),
    conversations: passingMemory(),
    today: () => localDay(new Date(), digest.timeZone),
  });
  return { ask, base: baseSize(articles) };
}

function passingMemory(): Parameters<typeof createAsk>[0]["conversations"] {
  const threads = new Map<string, Thread>();
  return {
    thread: async ({ id }) => threads.get(id) ?? NEW_THREAD,
    remember: async ({ id }, thread) => {
      threads.delete(id);
      threads.set(id, thread);
      const [oldest = ""] = threads.keys();
      if (threads.size > MAX_CONVERSATIONS) threads.delete(oldest);
    },
  };
}
