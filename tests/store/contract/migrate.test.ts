/** How a database comes to today's schema. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { type Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { expect, test } from "vitest";
import { executedMigrations, migrate } from "../../../src/store/migrate.ts";
import { MIGRATIONS } from "../../../src/store/migrations.ts";
import { withDatabase } from "../../../src/store/open-database.ts";
import { openStore } from "../../../src/store/store.ts";
import { StoreError } from "../../../src/store/store-error.ts";
import { openTestStore, temporaryDatabase } from "../../temporary.ts";

test("programs that start together bring an empty database up to date once", async () => {
  const url = await temporaryDatabase();
  const programs = Array.from({ length: 4 }, () =>
    fork(new URL("../opening-process.ts", import.meta.url), [url]),
  );
  await Promise.all(programs.map((program) => once(program, "message")));
  const outcomes = programs.map((program) => once(program, "message"));
  const exits = programs.map((program) => once(program, "exit"));
  for (const program of programs) program.send("go");
  expect((await Promise.all(outcomes)).map(([outcome]) => outcome)).toEqual(
    Array(4).fill("opened"),
  );
  // Nothing that they opened keeps them alive.
  expect(await Promise.all(exits)).toEqual(Array(4).fill([0, null]));
  expect(await withDatabase(url, executedMigrations)).toEqual(Object.keys(MIGRATIONS));
});

test("a database of an earlier program keeps its rows", async () => {
  const url = await temporaryDatabase();
  await withDatabase(url, async (db) => {
    await migrate(db, "0001-first-tables");
    await sql`insert into subscription (id, workspace, channel, cron, time_zone, language, next_at)
      values ('env', 'T1', 'C1', '0 9 * * 1', 'Asia/Almaty', 'en', '2026-06-08T04:00:00.000Z')`.execute(
      db,
    );
  });
  const store = await openTestStore(url);
  expect(await store.digest.subscription("env")).toMatchObject({
    cron: "0 9 * * 1",
    owner: null,
    filter: "",
    posts_empty: 1,
    state: "active",
  });
});

test("a database of a newer program is refused, and left as it is", async () => {
  const url = await temporaryDatabase();
  await withDatabase(url, async (db) => {
    await migrate(db);
    await sql`insert into kysely_migration (name, timestamp)
      values ('9999-of-the-future', '2030-01-01T00:00:00.000Z')`.execute(db);
  });
  const refusal = await openStore(url).catch((cause: unknown) => cause);
  expect(refusal).toBeInstanceOf(StoreError);
  expect(String(refusal)).toMatch(
    /written by a newer version of this program \(9999-of-the-future\): start that version/,
  );
});

test("steps of which one fails leave nothing behind", async () => {
  const url = await temporaryDatabase();
  const steps = {
    "0001-good": { up: (db: Kysely<unknown>) => createTable(db, "good") },
    "0002-bad": {
      up: async (db: Kysely<unknown>) => {
        await createTable(db, "half");
        throw new Error("killed");
      },
    },
  };
  await withDatabase(url, async (db) => {
    const { error } = await new Migrator({
      db,
      provider: { getMigrations: async () => steps },
    }).migrateToLatest();
    expect(String(error)).toContain("killed");
    expect(await db.introspection.getTables()).toEqual([]);
  });
});

async function createTable(db: Kysely<unknown>, name: string): Promise<void> {
  await db.schema.createTable(name).addColumn("id", "text").execute();
}
