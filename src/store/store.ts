/** The one door to the database: queries by noun. */
import type { Log } from "../log.ts";
import { conversationQueries } from "./conversation-queries.ts";
import { digestQueries } from "./digest-queries.ts";
import { inboxQueries } from "./inbox-queries.ts";
import { openDatabase } from "./open-database.ts";
import { outboxQueries } from "./outbox-queries.ts";
import { DatabaseAwayError } from "./store-error.ts";

export type Store = Awaited<ReturnType<typeof openStore>>;

/**
 * Opens `sqlite:FILE` (`sqlite::memory:` for one that is gone at the end) or `postgres://…`, and
 * migrates it. Throws StoreError when it cannot be used.
 */
export async function openStore(databaseUrl: string, log?: Log) {
  const db = await openDatabase(databaseUrl, log);
  return {
    inbox: inboxQueries(db),
    outbox: outboxQueries(db),
    digest: digestQueries(db),
    conversations: conversationQueries(db),
    /** Whether something failed only because the database cannot be used just now. */
    isAway: (cause: unknown): boolean => cause instanceof DatabaseAwayError,
    close: () => db.destroy(),
  };
}
