/** The one door to the database: queries by noun. */
import { Kysely } from "kysely";
import { conversationQueries } from "./conversation-queries.ts";
import { digestQueries } from "./digest-queries.ts";
import { inboxQueries } from "./inbox-queries.ts";
import { migrate } from "./migrations.ts";
import { outboxQueries } from "./outbox-queries.ts";
import type { Database } from "./schema.ts";
import { sqliteDialect } from "./sqlite.ts";

export type Store = Awaited<ReturnType<typeof openStore>>;

/** The database cannot be used; the message says which and what to do. */
export class StoreError extends Error {}

/** Opens `sqlite:FILE` (`sqlite::memory:` for one that is gone at the end) and migrates it. */
export async function openStore(databaseUrl: string) {
  const db = await openDatabase(databaseUrl).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StoreError(
      `Cannot use the database ${databaseUrl} (${reason}): check that its folder can be written to, or set DATABASE_URL.`,
      { cause },
    );
  });
  return {
    inbox: inboxQueries(db),
    outbox: outboxQueries(db),
    digest: digestQueries(db),
    conversations: conversationQueries(db),
    close: () => db.destroy(),
  };
}

async function openDatabase(databaseUrl: string): Promise<Kysely<Database>> {
  const file = databaseUrl.replace(/^sqlite:/, "");
  const db = new Kysely<Database>({ dialect: sqliteDialect(file) });
  await migrate(db);
  return db;
}
