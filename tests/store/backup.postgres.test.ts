/** Backups, from each database into each, and all that is no backup. */
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { ColumnMetadata } from "kysely";
import { expect, test } from "vitest";
import { backUp } from "../../src/store/backup.ts";
import { type AnyTables, tablesAfter } from "../../src/store/backup-format.ts";
import { migrate } from "../../src/store/migrate.ts";
import { MIGRATIONS } from "../../src/store/migrations.ts";
import { withDatabase } from "../../src/store/open-database.ts";
import type { NewOutboxRow } from "../../src/store/outbox-rows.ts";
import { restore } from "../../src/store/restore.ts";
import { StoreError } from "../../src/store/store-error.ts";
import { openTestStore, temporaryDatabase, temporaryFolder } from "../temporary.ts";

const NEWEST = Object.keys(MIGRATIONS).toSorted().at(-1) ?? "";
const ODD_TEXTS = [
  "",
  "Қазақстан – литий 😀",
  `'";\\n\n\r\n\u2028\u2029$1`,
  '{"json":[1]}',
  "null",
];
const KINDS = ["sqlite", "postgres"] as const;

test.each([
  ["sqlite", "postgres"],
  ["postgres", "sqlite"],
  ["sqlite", "sqlite"],
  ["postgres", "postgres"],
] as const)("from %s to %s and back nothing is lost or changed", async (from, to) => {
  const source = await temporaryDatabase(from);
  const filled = await fillEveryTable(source);
  const [first, second] = [await newFile(), await newFile()];
  expect(await backUp(source, first)).toEqual(filled);
  const target = await temporaryDatabase(to);
  expect(await restore(target, first)).toEqual(filled);
  await backUp(target, second);
  expect((await linesOf(second)).toSorted()).toEqual((await linesOf(first)).toSorted());
});

test.each(KINDS)("a backup of %s shows one moment, while others write", async (kind) => {
  const source = await temporaryDatabase(kind);
  const store = await openTestStore(source);
  const file = await newFile();
  await store.outbox.add(pair(0));
  const backup = { isUnderWay: true };
  const backingUp = backUp(source, file).finally(() => {
    backup.isUnderWay = false;
  });
  let pairs = 1;
  for (; backup.isUnderWay; pairs += 1) {
    await store.outbox.add(pair(pairs));
    // SQLite answers at once, and would never let the backup have its turn.
    await setImmediate();
  }
  await backingUp;

  const target = await openTestStore(await restored(file));
  const ids = await target.outbox.dueIds(new Date(1), 1_000_000);
  expect(ids.length).toBeGreaterThanOrEqual(2);
  expect(ids.length).toBeLessThan(2 * pairs);
  for (const id of ids) expect(ids).toContain(partner(id));
});

test.each(KINDS)("a program on the new %s goes on where the old one was", async (kind) => {
  const source = await temporaryDatabase();
  await (await openTestStore(source)).outbox.add(pair(1));
  const file = await newFile();
  await backUp(source, file);
  const target = await temporaryDatabase(kind);
  // Somebody started the program before the restore.
  await openTestStore(target);
  await restore(target, file);
  const store = await openTestStore(target);
  const claim = { now: new Date(1), until: new Date(2) };
  expect(await store.outbox.claim({ id: "1a", ...claim })).toMatchObject({ attempts: 1 });
  expect(await store.outbox.claim({ id: "1a", ...claim })).toBeUndefined();
});

test.each(KINDS)("a backup of an earlier program is brought up to date on %s", async (kind) => {
  const source = await temporaryDatabase(kind);
  const row = { workspace: "T1", id: "C1", context: "{}", asked_at: "2026-06-08T04:00:00.000Z" };
  await withDatabase<AnyTables, void>(source, async (db) => {
    await migrate(db, "0001-first-tables");
    await db.insertInto("conversation").values(row).execute();
  });
  const file = await newFile();
  await backUp(source, file);
  const store = await openTestStore(await restored(file, kind));
  expect(await store.conversations.context(row, new Date(0))).toBe("{}");
  expect(await store.digest.deliveries("env", 1)).toEqual([]);
});

test.each(KINDS)("a %s that holds anything is not restored into", async (kind) => {
  const file = await backupOfOnePair();
  const target = await temporaryDatabase(kind);
  const store = await openTestStore(target);
  await store.conversations.remember({ workspace: "T1", id: "C1" }, "{}", new Date());
  expect(await refusalOf(restore(target, file))).toMatch(
    / is not empty \(there are rows in conversation\): set DATABASE_URL to a new database/,
  );
  expect(await store.outbox.find("1a")).toBeUndefined();
});

test.each(KINDS)("a backup whose last row is damaged leaves nothing in %s", async (kind) => {
  const file = await backupOfOnePair();
  const lines = await linesOf(file);
  const changed = lines.map((line) => line.replace('"id":"1b"', '"id":"1c"'));
  await writeFile(file, `${changed.join("\n")}\n`);
  const target = await temporaryDatabase(kind);
  expect(await refusalOf(restore(target, file))).toMatch(/ is damaged .*Nothing was restored/);
  const tables = await withDatabase(target, (db) => db.introspection.getTables());
  expect(tables).toEqual([]);
});

test.each<[string, (lines: string[]) => string, RegExp]>([
  ["cut between lines", (lines) => `${lines.slice(0, -1).join("\n")}\n`, /is cut short/],
  [
    "cut within a line",
    (lines) => lines.join("\n").slice(0, 200),
    /is cut short: it ends in line 2/,
  ],
  ["without anything but its header", (lines) => `${lines[0]}\n`, /is cut short/],
  [
    "with a line in between that is no JSON",
    ([first, ...more]) => [first, "?", ...more].join("\n"),
    /is damaged \(line 2 /,
  ],
  [
    "with a table that is not ours",
    (lines) => lines.join("\n").replace('"outbox"', '"users"'),
    /is damaged \(line 2 /,
  ],
  [
    "with a column that is not ours",
    (lines) => lines.join("\n").replace('"attempts"', '"retries"'),
    /is damaged \(line 2 /,
  ],
  ["with a row less", ([first, , ...more]) => [first, ...more].join("\n"), /is damaged \(line 3 /],
  [
    "that goes on after its end",
    (lines) => `${lines.join("\n")}\n${lines[1]}\n`,
    /is damaged \(line 4 /,
  ],
  [
    "of a newer format",
    (lines) => lines.join("\n").replace('"version":1', '"version":2'),
    /newer version of this program \(format 2/,
  ],
  [
    "of a newer database",
    (lines) => lines.join("\n").replace(NEWEST, "9999-of-the-future"),
    /newer version of this program \(format 1, 9999-of-the-future\)/,
  ],
  ["of another program", () => '{"format":"other"}\n', /is not a backup of this program/],
  ["that is empty", () => "", /is not a backup of this program/],
  ["that is garbage", () => "\0\x01\xff".repeat(9_999), /is not a backup of this program/],
])("a file %s is refused", async (_, change, expected) => {
  const file = await backupOfOnePair();
  await writeFile(file, change(await linesOf(file)));
  const target = await temporaryDatabase("sqlite");
  expect(await refusalOf(restore(target, file))).toMatch(expected);
});

test("a backup appears when it is whole, for its owner's eyes only", async () => {
  const file = await backupOfOnePair();
  expect(await readdir(dirname(file))).toEqual(["backup.jsonl"]);
  expect((await stat(file)).mode & 0o077).toBe(0);
  const missing = join(dirname(file), "missing", "backup.jsonl");
  const source = await temporaryDatabase("sqlite");
  await openTestStore(source);
  expect(await refusalOf(backUp(source, missing))).toMatch(/cannot be written \(ENOENT/);
});

test("a database that is not there is not created to be backed up", async () => {
  const source = await temporaryDatabase("sqlite");
  const file = await newFile();
  expect(await refusalOf(backUp(source, file))).toMatch(/^There is no database sqlite:/);
  expect(await readdir(dirname(source.replace("sqlite:", "")))).toEqual([]);
  const empty = await temporaryDatabase("postgres");
  expect(await refusalOf(backUp(empty, file))).toMatch(/holds nothing to back up/);
});

/** Rows with odd texts and nulls in every table there is; returns how many. */
async function fillEveryTable(url: string): Promise<Record<string, number>> {
  await withDatabase<AnyTables, void>(url, async (db) => {
    await migrate(db);
    for (const { name, columns } of await db.introspection.getTables()) {
      const rows = ODD_TEXTS.map((text, index) =>
        Object.fromEntries(
          columns.map((column, at) => [column.name, oddValue(column, { text, index, at })]),
        ),
      );
      await db.insertInto(name).values(rows).execute();
    }
  });
  const tables = [...(await tablesAfter(NEWEST)).keys()];
  return Object.fromEntries(tables.toSorted().map((name) => [name, ODD_TEXTS.length]));
}

function oddValue(
  { name, dataType, isNullable }: ColumnMetadata,
  { text, index, at }: { text: string; index: number; at: number },
): string | number | null {
  if (/int/i.test(dataType)) return index * 1_000_003;
  // The first column is of the key on every table.
  if (at === 0) return `${index} ${text}`;
  return isNullable && index % 2 === 0 && name !== "id" ? null : text;
}

/** Two rows that are stored together or not at all. */
function pair(number: number): NewOutboxRow[] {
  return ["a", "b"].map((part) => ({
    id: `${number}${part}`,
    workspace: "T1",
    channel: "C1",
    threadOf: null,
    position: 0,
    message: "{}",
    subscription: null,
    sendAfter: new Date(0),
  }));
}

function partner(id: string): string {
  return id.endsWith("a") ? id.replace("a", "b") : id.replace("b", "a");
}

async function backupOfOnePair(): Promise<string> {
  const source = await temporaryDatabase("sqlite");
  await (await openTestStore(source)).outbox.add(pair(1));
  const file = await newFile();
  await backUp(source, file);
  return file;
}

async function restored(file: string, kind: (typeof KINDS)[number] = "sqlite"): Promise<string> {
  const target = await temporaryDatabase(kind);
  await restore(target, file);
  return target;
}

async function newFile(): Promise<string> {
  return join(await temporaryFolder(), "backup.jsonl");
}

async function linesOf(file: string): Promise<string[]> {
  return (await readFile(file, "utf8")).trimEnd().split("\n");
}

/** The sentence with which something is refused. */
async function refusalOf(work: Promise<unknown>): Promise<string> {
  const cause = await work.then(
    () => "It was done.",
    (error: unknown) => error,
  );
  if (cause instanceof StoreError) return cause.message;
  throw cause;
}
