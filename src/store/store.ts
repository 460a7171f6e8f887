/** The one door to the database: queries by noun. */
import type { PostgresPool } from "kysely";
import type { Log } from "../log.ts";
import { candidateQueries } from "./candidate-queries.ts";
import { conversationQueries } from "./conversation-queries.ts";
import { readDatabaseUrl } from "./database-url.ts";
import { dealStatusQueries } from "./deal-status-queries.ts";
import { digestQueries } from "./digest-queries.ts";
import { draftQueries } from "./draft-queries.ts";
import { entryQueries } from "./entry-queries.ts";
import { feedQueries } from "./feed-queries.ts";
import { feedbackQueries } from "./feedback-queries.ts";
import { followQueries } from "./follow-queries.ts";
import { gapQueries } from "./gap-queries.ts";
import { healthQueries } from "./health-queries.ts";
import { inboxQueries } from "./inbox-queries.ts";
import { BASE_CHANNEL, ingestedQueries } from "./ingested-queries.ts";
import { INSTALLATIONS_CHANNEL, installationQueries } from "./installation-queries.ts";
import type { Listening } from "./listen.ts";
import { newsMarkQueries } from "./news-mark-queries.ts";
import { openDatabase } from "./open-database.ts";
import { outboxQueries } from "./outbox-queries.ts";
import { paceQueries } from "./pace-queries.ts";
import { createSharedClock } from "./shared-clock.ts";
import { DatabaseAwayError } from "./store-error.ts";

/** What can be listened to. */
const CHANNELS = { base: BASE_CHANNEL, installations: INSTALLATIONS_CHANNEL };

/** Half of Slack's patience, which is three seconds. */
const PROMPT_MS = 1_500;

export type Store = Awaited<ReturnType<typeof openStore>>;

/**
 * Opens `sqlite:FILE` (`sqlite::memory:` for one that is gone at the end) or `postgres://…`, and
 * migrates it. Throws StoreError when it cannot be used. `pool` are connections shared with others.
 */
export async function openStore(databaseUrl: string, log?: Log, pool?: PostgresPool) {
  const db = await openDatabase(databaseUrl, { log, pool });
  const isShared = readDatabaseUrl(databaseUrl).kind === "postgres";
  const clock = createSharedClock(db, { isShared });
  // One that is away tells the time when it is back: the jobs ask every minute.
  await clock.sync().catch(() => {});
  return {
    inbox: inboxQueries(db),
    outbox: outboxQueries(db),
    digest: digestQueries(db),
    pace: paceQueries(db),
    conversations: conversationQueries(db),
    entries: entryQueries(db),
    newsMarks: newsMarkQueries(db),
    follows: followQueries(db),
    dealStatuses: dealStatusQueries(db),
    feedback: feedbackQueries(db),
    drafts: draftQueries(db),
    ingested: ingestedQueries(db, { isShared }),
    feeds: feedQueries(db),
    candidates: candidateQueries(db),
    /** Calls back soon after another process changed the base, where such a thing can be heard. */
    listen: async (onHint: () => void, to: keyof typeof CHANNELS = "base"): Promise<Listening> => {
      const address = readDatabaseUrl(databaseUrl);
      if (address.kind !== "postgres") return { stop: async () => {} };
      const { listen } = await import("./listen.ts");
      return listen(address.url, { channel: CHANNELS[to], onHint, log });
    },
    installations: installationQueries(db, { isShared }),
    gaps: gapQueries(db),
    health: healthQueries(db),
    /** Whether something failed only because the database cannot be used just now. */
    isAway: (cause: unknown): boolean => cause instanceof DatabaseAwayError,
    /** The work's result, or a failure as if the database were away when it takes too long. */
    promptly: <T>(work: Promise<T>): Promise<T> => within(PROMPT_MS, work),
    /** Whether other processes may work with the same database. */
    isShared,
    /** The time that all of them go by. */
    clock,
    close: () => db.destroy(),
  };
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const overdue = setTimeout(
      () => reject(new DatabaseAwayError(`The database did not answer within ${ms} ms.`)),
      ms,
    );
    work.then(resolve, reject).finally(() => clearTimeout(overdue));
  });
}
