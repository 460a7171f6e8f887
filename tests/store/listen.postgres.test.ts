/** A change is heard of by every process on the server, also after the connection was lost. */
import { Client } from "pg";
import { expect, test } from "vitest";
import { openTestStore, temporaryDatabase } from "../temporary.ts";

const CHANGE = { changedBy: "U1", now: new Date("2026-06-08T04:00:00.000Z") };
const row = (id: string) => ({
  id,
  url: `https://site.example/${id}`,
  fingerprint: "[]",
  paragraphs: null,
  article: "{}",
});

test("each process hears of what another one publishes", async () => {
  const url = await temporaryDatabase();
  const [here, there] = [await openTestStore(url), await openTestStore(url)];
  let hints = 0;
  const { stop } = await there.listen(() => {
    hints += 1;
  });
  await expect.poll(() => hints).toBe(1);
  await here.ingested.publish(row("one"), CHANGE);
  await expect.poll(() => hints).toBe(2);
  await endConnections(url);
  await expect.poll(() => hints, { timeout: 10_000 }).toBe(3);
  await here.ingested
    .publish(row("two"), CHANGE)
    .catch(() => here.ingested.publish(row("two"), CHANGE));
  await expect.poll(() => hints, { timeout: 10_000 }).toBe(4);
  await stop();
});

/** As an administrator would, or a server that restarts. */
async function endConnections(url: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query ilike 'listen%'",
  );
  await client.end();
}
