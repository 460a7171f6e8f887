/** The tables of what people say of answers, and of what they follow. */
import type { Migration } from "kysely/migration";

export const follows: Migration = {
  up: async (db) => {
    await db.schema
      .createTable("follow")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("filter", "text", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("time_zone", "text")
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("pause_reason", "text")
      .addColumn("began_at", "text", (column) => column.notNull())
      .addUniqueConstraint("follow_key", ["workspace", "person", "filter"])
      .execute();
    await db.schema
      .createTable("follow_news")
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("item", "text", (column) => column.notNull())
      .addColumn("message", "text", (column) => column.notNull())
      .addColumn("told_at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("follow_news_key", ["workspace", "person", "item"])
      .execute();
    await db.schema
      .createIndex("follow_news_by_message")
      .on("follow_news")
      .columns(["message"])
      .execute();
    await db.schema
      .createTable("deal_status")
      .addColumn("deal", "text", (column) => column.primaryKey())
      .addColumn("status", "text", (column) => column.notNull())
      .addColumn("noted_at", "text", (column) => column.notNull())
      .addColumn("was", "text")
      .addColumn("changed_at", "text")
      .execute();
  },
};

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
