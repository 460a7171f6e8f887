/** A PostgreSQL that goes away and comes back: nothing hangs, and nobody has to start again. */
import { Client } from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { type PostgresServer, startPostgres } from "../../scripts/postgres/start-postgres.ts";
import { planDue } from "../../src/digest/planner.ts";
import { plainSubscription } from "../../src/digest/subscription.ts";
import { syncSubscription } from "../../src/digest/sync-subscription.ts";
import { createLog } from "../../src/log.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { DatabaseAwayError } from "../../src/store/store-error.ts";
import { listeningLog } from "../listening-log.ts";
import { temporaryDatabase } from "../temporary.ts";
import { throughBlackHole } from "./black-hole.ts";

const AWAY = "the database cannot be reached";
const BACK = "the database is reachable again";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());

test("a server that is stopped fails every query at once, and serves again when it is started", async () => {
  const { store, wrote } = await openListening(server.url);
  await store.outbox.find("a");
  await server.stop();
  await expect(store.outbox.find("a")).rejects.toThrow(DatabaseAwayError);
  await wrote(AWAY);
  await expect(store.inbox.markAnswered("a", new Date())).rejects.toThrow(DatabaseAwayError);
  await server.start();
  await wrote(BACK);
  expect(await store.outbox.find("a")).toBeUndefined();
});

test("a network that swallows everything is noticed, whoever asks fails, and it heals", async () => {
  const way = await throughBlackHole(await temporaryDatabase());
  const { store, wrote } = await openListening(way.url);
  await store.outbox.find("a");
  way.setSwallowing(true);
  await expect(store.promptly(store.outbox.find("a"))).rejects.toThrow(DatabaseAwayError);
  await expect(store.outbox.find("a")).rejects.toThrow(DatabaseAwayError);
  await wrote(AWAY);
  way.setSwallowing(false);
  await wrote(BACK);
  expect(await store.outbox.find("a")).toBeUndefined();
});

test("a network that swallows everything is noticed though nobody asks any more", async () => {
  const way = await throughBlackHole(await temporaryDatabase());
  const { store, wrote } = await openListening(way.url);
  await store.outbox.find("a");
  way.setSwallowing(true);
  await wrote(AWAY);
});

test("connections that the server ends, idle or in a transaction, end nothing else", async () => {
  const url = await temporaryDatabase();
  const store = await openStore(url);
  onTestFinished(() => store.close());
  const db = await openDatabase(url);
  onTestFinished(() => db.destroy());
  await store.outbox.find("idle from now on");
  const interrupted = db.transaction().execute(async (transaction) => {
    await transaction.selectFrom("outbox").selectAll().execute();
    await endConnections(url);
    await transaction.selectFrom("outbox").selectAll().execute();
  });
  await expect(interrupted).rejects.toThrow(DatabaseAwayError);
  // Who takes a connection in the moment of its end may still meet that end.
  expect(await vi.waitFor(() => store.outbox.find("a"))).toBeUndefined();
});

test("a slot that is due while the database is away is planned when it is back", async () => {
  const { store, wrote } = await openListening(server.url);
  const weekly = { cron: "0 9 * * 1", timeZone: "Asia/Almaty", language: "en" } as const;
  await syncSubscription({
    store,
    subscription: { ...plainSubscription(weekly), id: "a", workspace: "T1", channel: "C1" },
    now: new Date("2026-06-07T00:00:00.000Z"),
  });
  await server.stop();
  await expect(plan(store)).rejects.toThrow(DatabaseAwayError);
  await server.start();
  await wrote(BACK);
  expect(await plan(store)).toBe(1);
  expect(await plan(store)).toBe(0);
});

function plan(store: Store): Promise<number> {
  return planDue({
    store,
    now: new Date("2026-06-08T04:00:00.000Z"),
    compose: () => ({ messages: ["lead"], articles: [], isEmpty: false }),
    permalink: () => null,
    log: createLog("silent"),
  });
}

async function openListening(url: string) {
  const { log, wrote } = listeningLog();
  const store = await openStore(url, log);
  onTestFinished(() => store.close());
  return { store, wrote };
}

/** Ends every connection to a database but its own. */
async function endConnections(url: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await client.end();
}
