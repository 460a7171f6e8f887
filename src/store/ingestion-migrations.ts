/** Steps of the schema that hold articles which did not come as files. */
import type { Migration } from "kysely/migration";

export const ingestedArticles: Migration = {
  up: async (db) => {
    await db.schema
      .createTable("ingested")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("url", "text", (column) => column.notNull().unique())
      .addColumn("article", "text")
      .addColumn("fingerprint", "text", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("rev", "bigint", (column) => column.notNull())
      .execute();
    await db.schema.createIndex("ingested_by_rev").on("ingested").columns(["rev"]).execute();
    await db.schema
      .createTable("ingested_version")
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("article", "text")
      .addColumn("changed_at", "text", (column) => column.notNull())
      .addColumn("changed_by", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("ingested_version_key", ["id", "version"])
      .execute();
    await db.schema
      .createTable("revision")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("rev", "bigint", (column) => column.notNull())
      .execute();
  },
};

export const drafts: Migration = {
  up: async (db) => {
    await db.schema
      .createTable("draft")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("url", "text", (column) => column.notNull())
      .addColumn("draft", "text")
      .addColumn("made_at", "text", (column) => column.notNull())
      .addColumn("verdict", "text")
      .addColumn("reason", "text")
      .addColumn("decided_by", "text")
      .addColumn("decided_at", "text")
      .execute();
    await db.schema.alterTable("ingested").addColumn("paragraphs", "text").execute();
    await db.schema
      .createIndex("draft_by_address")
      .on("draft")
      .columns(["workspace", "url"])
      .execute();
  },
};
