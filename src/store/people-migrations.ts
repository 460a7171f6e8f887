/** The tables of what people say of answers, and of what they follow. */
import type { Migration } from "kysely/migration";

export const feedbackAndGaps: Migration = {
  up: async (db) => {
    await db.schema
      .createTable("feedback")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("person", "text")
      .addColumn("question", "text")
      .addColumn("answer", "text", (column) => column.notNull())
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("surface", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("text", "text")
      .addColumn("index_version", "text", (column) => column.notNull())
      .addColumn("words_key", "text")
      .addColumn("subjects", "text", (column) => column.notNull())
      .addColumn("given_at", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex("feedback_by_time")
      .on("feedback")
      .columns(["workspace", "given_at"])
      .execute();
    await db.schema
      .createTable("unanswered")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("question", "text")
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("surface", "text", (column) => column.notNull())
      .addColumn("missing_key", "text")
      .addColumn("words_key", "text", (column) => column.notNull())
      .addColumn("subjects", "text", (column) => column.notNull())
      .addColumn("asked_at", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex("unanswered_by_time")
      .on("unanswered")
      .columns(["workspace", "asked_at"])
      .execute();
  },
};
