/** What SQLite cannot do is told in a sentence, and answers go on without it. */
import { mkdir, truncate, writeFile } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { createInbox } from "../../src/messages/inbox.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { sqliteDialect } from "../../src/store/sqlite.ts";
import { StoreError } from "../../src/store/store-error.ts";
import { openTestStore, temporaryDatabase } from "../temporary.ts";

test.each<[string, (file: string) => Promise<unknown>, RegExp]>([
  ["garbage", (file) => writeFile(file, "garbage ".repeat(999)), /file is not a database/],
  ["a folder", (file) => mkdir(file), /unable to open database file/],
])("a file that is %s is refused and left as it is", async (_, make, reason) => {
  const url = await temporaryDatabase("sqlite");
  await make(url.replace("sqlite:", ""));
  const refusal = await openDatabase(url).catch((cause: unknown) => cause);
  expect(refusal).toBeInstanceOf(StoreError);
  expect(String(refusal)).toMatch(reason);
  expect(String(refusal)).toMatch(/Cannot use the database sqlite:.*test\.db \(.*\): check /);
});

test("a database that is damaged while it is in use keeps nobody from being heard", async () => {
  const url = await temporaryDatabase("sqlite");
  const store = await openTestStore(url);
  const file = url.replace("sqlite:", "");
  const other = new DatabaseSync(file);
  other.exec("pragma wal_checkpoint(truncate)");
  other.close();
  await truncate(file, 4096);
  const inbox = createInbox({ store, now: () => new Date(), log: createLog("silent") });
  const event = { id: "T1:Ev1", workspace: "T1", body: {} };
  expect(await inbox.admit(event)).toBe(true);
  expect(await inbox.admit(event)).toBe(false);
  const failure = await store.outbox.find("a").catch((cause: unknown) => cause);
  expect(store.isAway(failure)).toBe(true);
});

test("a disk that is full is said to be full, although the transaction is over by then", async () => {
  const url = await temporaryDatabase("sqlite");
  const db = new Kysely<unknown>({ dialect: sqliteDialect(url.replace("sqlite:", "")) });
  await sql`create table note (text text)`.execute(db);
  await sql`pragma max_page_count = 8`.execute(db);
  const full = await db
    .transaction()
    .execute(async (transaction) => {
      await sql`insert into note values (${"x".repeat(99_999)})`.execute(transaction);
    })
    .catch((cause: unknown) => cause);
  expect(String(full)).toMatch(/database or disk is full/);
  await db.destroy();
});
