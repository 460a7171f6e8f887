/** The tables of what is watched, and of the entries that come from it. */
import type { Migration } from "kysely/migration";

export const feedsAndCandidates: Migration = {
  up: async (db) => {
    await db.schema
      .createTable("feed")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("url", "text", (column) => column.notNull().unique())
      .addColumn("title", "text", (column) => column.notNull())
      .addColumn("language", "text")
      .addColumn("filter", "text", (column) => column.notNull())
      .addColumn("policy", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("etag", "text")
      .addColumn("last_modified", "text")
      .addColumn("baseline_at", "text")
      .addColumn("succeeded_at", "text")
      .addColumn("error", "text")
      .addColumn("failures", "integer", (column) => column.notNull())
      .addColumn("failing_since", "text")
      .addColumn("failure_told_at", "text")
      .addColumn("fetch_at", "text", (column) => column.notNull())
      .addColumn("next_at", "text", (column) => column.notNull())
      .addColumn("leased_until", "text")
      .addColumn("added_by", "text", (column) => column.notNull())
      .addColumn("added_at", "text", (column) => column.notNull())
      .execute();
    await db.schema.createIndex("feed_by_due").on("feed").columns(["state", "next_at"]).execute();
    await db.schema
      .createTable("candidate")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("feed", "text", (column) => column.notNull())
      .addColumn("entry", "text", (column) => column.notNull())
      .addColumn("url", "text", (column) => column.notNull())
      .addColumn("address", "text", (column) => column.notNull())
      .addColumn("title", "text", (column) => column.notNull())
      .addColumn("published", "text")
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("reason", "text")
      .addColumn("draft", "text")
      .addColumn("fingerprint", "text")
      .addColumn("article", "text")
      .addColumn("seen_at", "text", (column) => column.notNull())
      .addColumn("told_at", "text")
      .addColumn("decided_at", "text")
      .addColumn("decided_by", "text")
      .addColumn("attempts", "integer", (column) => column.notNull())
      .addColumn("next_at", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex("candidate_by_state")
      .on("candidate")
      .columns(["state", "feed", "next_at"])
      .execute();
    await db.schema
      .createIndex("candidate_by_address")
      .on("candidate")
      .columns(["address"])
      .execute();
  },
};
