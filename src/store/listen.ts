/** Hints from PostgreSQL that something changed: heard within milliseconds, and never to be relied on. */
import { Client } from "pg";
import type { Log } from "../log.ts";
import { reasonOf } from "./store-error.ts";
import { pauseAfter } from "./watch-connection.ts";

export type Listening = { stop: () => Promise<void> };

const CONNECT_TIMEOUT_MS = 3_000;
const KEEP_ALIVE_MS = 5_000;

/** Calls `onHint` at each notice, and whenever it listens anew, since notices may have been missed. */
export function listen(
  url: string,
  { channel, onHint, log }: { channel: string; onHint: () => void; log: Log | undefined },
): Listening {
  let client: Client | null = null;
  let isStopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const opened = new Client({
      connectionString: url,
      application_name: "kzminerals",
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    });
    client = opened;
    opened
      .on("notification", onHint)
      .on("error", () => again(opened))
      .on("end", () => again(opened));
    try {
      await opened.connect();
      await opened.query(`listen ${channel}`);
      failures = 0;
      onHint();
    } catch (cause) {
      if (failures === 0) log?.debug({ reason: reasonOf(cause) }, "changes are not heard of");
      again(opened);
    }
  }

  function again(lost: Client): void {
    if (lost !== client || isStopped) return;
    client = null;
    failures += 1;
    void lost.end().catch(() => {});
    timer = setTimeout(connect, pauseAfter(failures)).unref();
  }

  void connect();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
