import { expect, test } from "vitest";
import { openTestStore, temporaryDatabase } from "../temporary.ts";
import { examine } from "./examine.ts";

test("PostgreSQL is looked at, and left as it is", async () => {
  const url = await temporaryDatabase("postgres");
  for (const _ of ["first look", "second look"]) {
    const { stateOf, code } = await examine({ DATABASE_URL: url });
    expect(stateOf("database")).toMatch(/^ok: PostgreSQL at .*: PostgreSQL 1\d.*MB/);
    expect(stateOf("schema")).toMatch(/^ok: it is empty; the next start makes its tables/);
    expect(stateOf("clock")).toMatch(/^ok: it agrees with that of the database/);
    expect(code).toBe(0);
  }
  await openTestStore(url);
  expect((await examine({ DATABASE_URL: url })).stateOf("schema")).toMatch(/^ok: it is up to date/);
  const readOnly = new URL(url);
  readOnly.searchParams.set("options", "-c default_transaction_read_only=on");
  const found = await examine({ DATABASE_URL: readOnly.href });
  expect(found.stateOf("database")).toMatch(/^failing: .*cannot be written to \(it is read-only/);
  const wrong = new URL(url);
  wrong.password = "wrong-password";
  const refused = await examine({ DATABASE_URL: wrong.href });
  expect(refused.stateOf("database")).toMatch(/^failing: .*password authentication failed/);
  expect(refused.output).not.toContain("wrong-password");
});
