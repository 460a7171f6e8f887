import { Client } from "pg";
import { z } from "zod";
import type { DatabaseState } from "./database.ts";
import { PATIENCE_MS } from "./finding.ts";
import { INSTALLATIONS, Installations } from "./installations.ts";

const OLDEST_VERSION = 15;

const Row = z.object({
  version: z.string(),
  bytes: z.coerce.number(),
  ms: z.number(),
  read_only: z.string(),
  may_create: z.boolean(),
  has_steps: z.boolean(),
  has_subscriptions: z.boolean(),
  has_installations: z.boolean(),
});

export async function lookAtServer({
  url,
  schema,
}: {
  url: string;
  schema: string | null;
}): Promise<DatabaseState> {
  const client = new Client({
    connectionString: url,
    application_name: "kzminerals doctor",
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  // A connection that is lost between two queries is told by the second one.
  client.on("error", () => {});
  try {
    await client.connect();
    if (schema !== null) await client.query(`set search_path = "${schema}"`);
    const askedAt = Date.now();
    const { rows } = await client.query(`
      select current_setting('server_version') as version,
        pg_database_size(current_database()) as bytes,
        cast(extract(epoch from clock_timestamp()) * 1000 as double precision) as ms,
        current_setting('transaction_read_only') as read_only,
        coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) as may_create,
        to_regclass('kysely_migration') is not null as has_steps,
        to_regclass('subscription') is not null as has_subscriptions,
        to_regclass('installation') is not null as has_installations`);
    const halfway = (askedAt + Date.now()) / 2;
    const row = Row.parse(rows[0]);
    const column = async (isThere: boolean, name: string, table: string) =>
      isThere
        ? z
            .array(z.object({ value: z.string() }))
            .parse((await client.query(`select distinct ${name} as value from ${table}`)).rows)
            .map(({ value }) => value)
        : [];
    return {
      version: `PostgreSQL ${row.version}`,
      isOldVersion: Number.parseInt(row.version, 10) < OLDEST_VERSION,
      sizeBytes: row.bytes,
      unwritable: whyUnwritable(row),
      steps: await column(row.has_steps, "name", "kysely_migration"),
      timeZones: await column(row.has_subscriptions, "time_zone", "subscription"),
      installations: row.has_installations
        ? Installations.parse((await client.query(INSTALLATIONS)).rows)
        : [],
      aheadMs: halfway - row.ms,
    };
  } finally {
    await client.end().catch(() => {});
  }
}

function whyUnwritable({ read_only, may_create }: z.infer<typeof Row>): string | null {
  if (read_only === "on") return "it is read-only, perhaps a standby";
  return may_create ? null : "its user may not create tables";
}
