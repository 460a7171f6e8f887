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

/** Opens `sqlite:FILE` (`sqlite::memory:` for one that is gone at the end) and migrates it. */
export async function openStore(databaseUrl: string) {
  const db = new Kysely<Database>({ dialect: sqliteDialect(databaseUrl.replace(/^sqlite:/, "")) });
  await migrate(db);
  return {
    inbox: inboxQueries(db),
    outbox: outboxQueries(db),
    digest: digestQueries(db),
    conversations: conversationQueries(db),
    close: () => db.destroy(),
  };
}
