/** What a conversation is about, kept in the store so that a restart forgets nothing. */
import { z } from "zod";
import { NEW_THREAD, type Thread } from "../answers/follow-up.ts";
import type { Store } from "../store/store.ts";
import type { Conversation } from "./reply.ts";

export type ConversationMemory = {
  /** What a question may rest on; a new thread where nothing is remembered. */
  thread: (conversation: Conversation) => Promise<Thread>;
  remember: (conversation: Conversation, thread: Thread) => Promise<void>;
  /** Drops what is too old to be taken up again. */
  tidy: () => Promise<void>;
};

const MINUTE_MS = 60_000;
/** Slash questions have no thread; after this pause people have turned to something else. */
const PAUSE_MS = 15 * MINUTE_MS;
const THREAD_MS = 30 * 24 * 60 * MINUTE_MS;
const StoredThread = z.object({ questions: z.array(z.string()), facts: z.array(z.string()) });

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
    thread: async ({ workspace, id, isThread }) => {
      const context = await rows.context({ workspace, id }, ago(isThread ? THREAD_MS : PAUSE_MS));
      return context === null ? NEW_THREAD : StoredThread.parse(JSON.parse(context));
    },
    remember: ({ workspace, id }, thread) =>
      rows.remember({ workspace, id }, JSON.stringify(thread), now()),
    tidy: () => rows.forgetBefore(ago(THREAD_MS)),
  };
}
