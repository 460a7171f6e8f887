/** What is stored comes back as it was, in one order, on every database. */
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../../src/store/open-database.ts";
import { openTestStore, temporaryDatabase } from "../../temporary.ts";

const KEY = { workspace: "T1", id: "C1" };
const NOW = new Date("2026-06-08T04:00:00.000Z");

test.each([
  ["an empty text", ""],
  ["several scripts and signs", "Қазақстан – литий 😀 é ﷽"],
  ["quotes, backslashes and ends of lines", `'";\\n\n\r\n\t\u2028$1 ?%`],
  ["a long text", "литий ".repeat(20_000)],
])("%s comes back as it was", async (_, text) => {
  const store = await openTestStore(await temporaryDatabase());
  await store.conversations.remember(KEY, text, NOW);
  expect(await store.conversations.context(KEY, NOW)).toBe(text);
});

test("what no database can hold is replaced by the sign for it", async () => {
  const store = await openTestStore(await temporaryDatabase());
  await store.conversations.remember(KEY, "a\0b\ud800c", NOW);
  expect(await store.conversations.context(KEY, NOW)).toBe("a\uFFFDb\uFFFDc");
});

test("text is ordered and compared by its bytes, whatever the language of the database", async () => {
  const db = await opened();
  const ids = ["a", "B", "_", "é", "-a", "a-b", "ab", "Z", "я"];
  const row = { workspace: "T1", context: "{}", asked_at: NOW.toISOString() };
  await db
    .insertInto("conversation")
    .values(ids.map((id) => ({ ...row, id })))
    .execute();
  const query = db.selectFrom("conversation").select("id").orderBy("id");
  const byBytes = ids.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  expect((await query.execute()).map(({ id }) => id)).toEqual(byBytes);
  expect(await query.where("id", ">", "_").where("id", "<", "ab").execute()).toEqual([
    { id: "a" },
    { id: "a-b" },
  ]);
});

test("counts and sums are numbers", async () => {
  const db = await opened();
  const row = { workspace: "T1", context: "{}", asked_at: NOW.toISOString() };
  await db
    .insertInto("conversation")
    .values(["a", "b"].map((id) => ({ ...row, id })))
    .execute();
  const { count, sum } = await db
    .selectFrom("conversation")
    .select([(is) => is.fn.countAll().as("count"), sql<number>`sum(length(workspace))`.as("sum")])
    .executeTakeFirstOrThrow();
  expect([count, sum]).toEqual([2, 4]);
});

test("a transaction that fails leaves nothing behind", async () => {
  const db = await opened();
  const failing = db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("conversation")
      .values({ ...KEY, context: "{}", asked_at: NOW.toISOString() })
      .execute();
    throw new Error("killed");
  });
  await expect(failing).rejects.toThrow("killed");
  expect(await db.selectFrom("conversation").selectAll().execute()).toEqual([]);
});

async function opened() {
  const db = await openDatabase(await temporaryDatabase());
  onTestFinished(() => db.destroy());
  return db;
}
