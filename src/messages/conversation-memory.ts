/** What a conversation is about, kept in the store so that a restart forgets nothing. */
import { z } from "zod";
import { NEW_THREAD, type Thread } from "../answers/follow-ups/follow-up.ts";
import type { Store } from "../store/store.ts";
import { type Conversation, placeOfThread } from "./conversation.ts";
import { newest } from "./newest.ts";
import { Message } from "./text.ts";

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
/** More than are led at one time; for them a database that is away is bridged. */
const MAX_IN_MEMORY = 1_000;
const StoredThread = z.object({
  questions: z.array(z.string()),
  facts: z.array(z.string()),
  shown: z.array(z.string()).default([]),
  items: z.array(z.string()).default([]),
});

type Held = { thread: Thread; askedAt: Date; isStored: boolean };

export function createConversationMemory({
  store,
  now,
}: {
  store: Store;
  now: () => Date;
}): ConversationMemory {
  const rows = store.conversations;
  const held = newest<Held>(MAX_IN_MEMORY);
  const ago = (ms: number) => new Date(now().getTime() - ms);

  async function stored({ workspace, id, isThread }: Conversation, since: Date): Promise<Thread> {
    const context = await store.promptly(rows.context({ workspace, id }, since));
    if (context !== null) return StoredThread.parse(JSON.parse(context));
    return isThread ? begunBy({ workspace, id }) : NEW_THREAD;
  }

  /** A thread below a message of ours begins with what that message tells. */
  async function begunBy({ workspace, id }: { workspace: string; id: string }): Promise<Thread> {
    const { channel, ts } = placeOfThread(id);
    const message = await store.promptly(store.outbox.messageAt({ workspace, channel, ts }));
    if (message === null) return NEW_THREAD;
    const read = Message.safeParse(JSON.parse(message));
    return read.success ? threadTelling(read.data) : NEW_THREAD;
  }

  return {
    thread: async (conversation) => {
      const since = ago(conversation.isThread ? THREAD_MS : PAUSE_MS);
      const last = held.get(keyOf(conversation));
      const inMemory = last && last.askedAt >= since ? last.thread : NEW_THREAD;
      if (last && !last.isStored) return inMemory;
      return stored(conversation, since).catch(insteadWhenAway(inMemory));
    },

    remember: async (conversation, thread) => {
      const { workspace, id } = conversation;
      const entry: Held = { thread, askedAt: now(), isStored: false };
      held.set(keyOf(conversation), entry);
      const row = rows.remember({ workspace, id }, JSON.stringify(thread), entry.askedAt);
      entry.isStored = await store
        .promptly(row)
        .then(() => true)
        .catch(insteadWhenAway(false));
    },

    tidy: () => rows.forgetBefore(ago(THREAD_MS)),
  };

  /** Any other failure is thrown on. */
  function insteadWhenAway<Value>(value: Value): (cause: unknown) => Value {
    return (cause) => {
      if (store.isAway(cause)) return value;
      throw cause;
    };
  }
}

/** What a conversation is about once a message has told several things. */
export function threadTelling({ tells = [], lists = tells }: Message): Thread {
  return { ...NEW_THREAD, facts: tells, items: lists };
}

function keyOf({ workspace, id }: Conversation): string {
  return JSON.stringify([workspace, id]);
}
