/** What was asked before in a conversation, kept in the store so that a restart forgets nothing. */
import { z } from "zod";
import type { Store } from "../store/store.ts";
import type { Conversation } from "./reply.ts";

export type ConversationMemory = {
  /** The questions that the last one rested on, oldest first; empty for a new conversation. */
  questions: (conversation: Conversation) => Promise<string[]>;
  /** Replaces them by what the next question may rest on. */
  remember: (conversation: Conversation, questions: readonly string[]) => Promise<void>;
  /** Drops what is too old to be taken up again. */
  tidy: () => Promise<void>;
};

const MINUTE_MS = 60_000;
/** Slash questions have no thread; after this pause people have turned to something else. */
const PAUSE_MS = 15 * MINUTE_MS;
const THREAD_MS = 30 * 24 * 60 * MINUTE_MS;
const Questions = z.array(z.string());

export function createConversationMemory({
  store,
  now,
}: {
  store: Store;
  now: () => Date;
}): ConversationMemory {
  const rows = store.conversations;
  const ago = (ms: number) => new Date(now().getTime() - ms);
  return {
    questions: async ({ workspace, id, isThread }) => {
      const context = await rows.context({ workspace, id }, ago(isThread ? THREAD_MS : PAUSE_MS));
      return context === null ? [] : Questions.parse(JSON.parse(context));
    },
    remember: ({ workspace, id }, questions) =>
      rows.remember({ workspace, id }, JSON.stringify(questions), now()),
    tidy: () => rows.forgetBefore(ago(THREAD_MS)),
  };
}
