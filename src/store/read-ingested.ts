/** Published articles for a command that needs nothing else of the database. */
import { existsSync } from "node:fs";
import { readDatabaseUrl } from "./database-url.ts";
import type { IngestedRow } from "./ingested-queries.ts";
import type { Database } from "./schema.ts";

/** Nothing where there is no database yet, or one from before articles were published. */
export async function readIngested(databaseUrl: string): Promise<IngestedRow[]> {
  const address = readDatabaseUrl(databaseUrl);
  if (address.kind === "sqlite" && !existsSync(address.file)) return [];
  const { withDatabase } = await import("./open-database.ts");
  return withDatabase<Database, IngestedRow[]>(databaseUrl, async (db) => {
    const tables = await db.introspection.getTables();
    if (!tables.some(({ name }) => name === "ingested")) return [];
    return db.selectFrom("ingested").selectAll().orderBy("rev").execute();
  });
}
