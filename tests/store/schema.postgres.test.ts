/** The two databases hold the same tables. */
import { type Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import { migrate } from "../../src/store/migrate.ts";
import { withDatabase } from "../../src/store/open-database.ts";
import { temporaryDatabase } from "../temporary.ts";

/** What a type of PostgreSQL is called in SQLite, where names differ. */
const NAMES: Record<string, string> = { int4: "integer", int8: "bigint" };

test("tables, columns and their types are the same on SQLite and PostgreSQL", async () => {
  const onPostgres = await withDatabase(await temporaryDatabase("postgres"), columns);
  expect(await withDatabase(await temporaryDatabase("sqlite"), columns)).toEqual(onPostgres);
});

test("every text column of PostgreSQL is in the order of bytes", async () => {
  const others = await withDatabase(await temporaryDatabase("postgres"), async (db) => {
    await migrate(db);
    return sql`select table_name, column_name from information_schema.columns
      where table_schema = 'public' and table_name not like 'kysely%'
        and data_type = 'text' and collation_name is distinct from 'C'`.execute(db);
  });
  expect(others.rows).toEqual([]);
});

async function columns(db: Kysely<unknown>): Promise<string[]> {
  await migrate(db);
  const tables = await db.introspection.getTables();
  return tables
    .flatMap((table) =>
      table.columns.map(({ name, dataType }) => {
        const type = dataType.toLowerCase();
        return `${table.name}.${name} ${NAMES[type] ?? type}`;
      }),
    )
    .toSorted();
}
