/** Questions within conversations: what was asked before is remembered and may be leant on. */
import type { Answer, Answers } from "../answers/answer.ts";
import { NEW_THREAD } from "../answers/follow-ups/follow-up.ts";
import type { Conversation } from "./conversation.ts";
import type { ConversationMemory } from "./conversation-memory.ts";

/** Answers a question within its conversation; `today` (YYYY-MM-DD) is this day unless given. */
export type Ask = (question: {
  text: string;
  conversation: Conversation | null;
  today?: string;
}) => Promise<Answer>;

export function createAsk({
  answers,
  conversations,
  today,
}: {
  answers: Pick<Answers, "ask">;
  conversations: Pick<ConversationMemory, "thread" | "remember">;
  today: () => string;
}): Ask {
  return async ({ text, conversation, today: day = today() }) => {
    const previous = conversation ? await conversations.thread(conversation) : NEW_THREAD;
    const answer = answers.ask({ text, today: day, previous });
    if (conversation) await conversations.remember(conversation, answer.thread);
    return answer;
  };
}
