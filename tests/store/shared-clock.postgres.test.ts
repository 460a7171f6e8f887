import { expect, test } from "vitest";
import { migrate } from "../../src/store/migrate.ts";
import { withDatabase } from "../../src/store/open-database.ts";
import type { Database } from "../../src/store/schema.ts";
import { createSharedClock } from "../../src/store/shared-clock.ts";
import { temporaryDatabase } from "../temporary.ts";

const HOUR_MS = 60 * 60 * 1000;

test("replicas whose clocks differ by hours go by one time", async () => {
  await withDatabase<Database, void>(await temporaryDatabase("postgres"), async (db) => {
    await migrate(db);
    const clocks = [-5 * HOUR_MS, 0, 24 * HOUR_MS].map((aheadMs) =>
      createSharedClock(db, { isShared: true, localNow: () => Date.now() + aheadMs }),
    );
    await Promise.all(clocks.map((clock) => clock.sync()));
    const times = clocks.map((clock) => clock.now().getTime());
    // What they differ by is how long the database took to answer.
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(5_000);
    expect(Math.abs((times[0] ?? 0) - Date.now())).toBeLessThan(5_000);
  });
});

test("a program that has the database to itself goes by its own clock", async () => {
  await withDatabase<Database, void>(await temporaryDatabase("sqlite"), async (db) => {
    await migrate(db);
    const clock = createSharedClock(db, { isShared: false, localNow: () => 1_000 });
    await clock.sync();
    expect(clock.now()).toEqual(new Date(1_000));
  });
});
