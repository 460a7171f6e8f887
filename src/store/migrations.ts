/** The steps that bring a database to today's schema. A step that was released never changes. */
import type { Migration } from "kysely/migration";
import { feedsAndCandidates } from "./feed-migrations.ts";

import { drafts, ingestedArticles } from "./ingestion-migrations.ts";
import { installations } from "./installation-tables.ts";
import { feedbackAndGaps, follows } from "./people-migrations.ts";

export const MIGRATIONS: Record<string, Migration> = {
  "0001-first-tables": {
    up: async (db) => {
      await db.schema
        .createTable("inbox")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("workspace", "text", (column) => column.notNull())
        .addColumn("body", "text")
        .addColumn("received_at", "text", (column) => column.notNull())
        .addColumn("answered_at", "text")
        .addColumn("attempts", "integer", (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex("inbox_by_answer")
        .on("inbox")
        .columns(["answered_at", "received_at"])
        .execute();
      await db.schema
        .createTable("outbox")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("workspace", "text", (column) => column.notNull())
        .addColumn("channel", "text", (column) => column.notNull())
        .addColumn("thread_of", "text")
        .addColumn("position", "integer", (column) => column.notNull())
        .addColumn("message", "text", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("send_after", "text", (column) => column.notNull())
        .addColumn("leased_until", "text")
        .addColumn("attempts", "integer", (column) => column.notNull())
        .addColumn("unclear_since", "text")
        .addColumn("ts", "text")
        .addColumn("error", "text")
        .execute();
      await db.schema
        .createIndex("outbox_by_due")
        .on("outbox")
        .columns(["state", "send_after"])
        .execute();
      await db.schema.createIndex("outbox_by_thread").on("outbox").columns(["thread_of"]).execute();
      await db.schema
        .createTable("subscription")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("workspace", "text", (column) => column.notNull())
        .addColumn("channel", "text", (column) => column.notNull())
        .addColumn("cron", "text", (column) => column.notNull())
        .addColumn("time_zone", "text", (column) => column.notNull())
        .addColumn("language", "text", (column) => column.notNull())
        .addColumn("next_at", "text", (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex("subscription_by_due")
        .on("subscription")
        .columns(["next_at"])
        .execute();
      await db.schema
        .createTable("delivery")
        .addColumn("subscription", "text", (column) => column.notNull())
        .addColumn("slot", "text", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("window_from", "text", (column) => column.notNull())
        .addColumn("window_to", "text", (column) => column.notNull())
        .addColumn("recorded_at", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("delivery_key", ["subscription", "slot"])
        .execute();
      await db.schema
        .createTable("conversation")
        .addColumn("workspace", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("context", "text", (column) => column.notNull())
        .addColumn("asked_at", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("conversation_key", ["workspace", "id"])
        .execute();
    },
  },
  "0002-subscriptions-of-people": {
    up: async (db) => {
      const subscription = db.schema.alterTable("subscription");
      await subscription.addColumn("owner", "text").execute();
      await subscription
        .addColumn("filter", "text", (column) => column.notNull().defaultTo(""))
        .execute();
      await subscription
        .addColumn("skipped_days", "text", (column) => column.notNull().defaultTo("[]"))
        .execute();
      await subscription
        .addColumn("posts_empty", "integer", (column) => column.notNull().defaultTo(1))
        .execute();
      await subscription
        .addColumn("state", "text", (column) => column.notNull().defaultTo("active"))
        .execute();
      await subscription.addColumn("pause_reason", "text").execute();
      await subscription.addColumn("paused_until", "text").execute();
      await db.schema.alterTable("delivery").addColumn("reason", "text").execute();
      await db.schema.alterTable("outbox").addColumn("subscription", "text").execute();
      await db.schema
        .createTable("edition_item")
        .addColumn("subscription", "text", (column) => column.notNull())
        .addColumn("article", "text", (column) => column.notNull())
        .addColumn("slot", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("edition_item_key", ["subscription", "article", "slot"])
        .execute();
    },
  },
  "0003-inbox-leases": {
    up: async (db) => {
      await db.schema.alterTable("inbox").addColumn("leased_until", "text").execute();
    },
  },
  "0004-outbox-pace": {
    up: async (db) => {
      await db.schema.alterTable("outbox").addColumn("expires_at", "text").execute();
      await db.schema
        .createTable("pace")
        .addColumn("name", "text", (column) => column.primaryKey())
        .addColumn("free_at", "bigint", (column) => column.notNull())
        .execute();
    },
  },
  "0005-outbox-places": {
    up: async (db) => {
      await db.schema
        .createIndex("outbox_by_place")
        .on("outbox")
        .columns(["channel", "ts"])
        .execute();
    },
  },
  "0006-what-is-new": {
    up: async (db) => {
      await db.schema
        .createTable("article_entry")
        .addColumn("article", "text", (column) => column.primaryKey())
        .addColumn("entered_at", "text", (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex("article_entry_by_time")
        .on("article_entry")
        .columns(["entered_at"])
        .execute();
      await db.schema
        .createTable("news_mark")
        .addColumn("workspace", "text", (column) => column.notNull())
        .addColumn("person", "text", (column) => column.notNull())
        .addColumn("filter", "text", (column) => column.notNull())
        .addColumn("shown_from", "text", (column) => column.notNull())
        .addColumn("seen_at", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("news_mark_key", ["workspace", "person", "filter"])
        .execute();
    },
  },
  "0007-follows": follows,
  "0008-feedback-and-gaps": feedbackAndGaps,
  "0009-ingested-articles": ingestedArticles,
  "0010-feeds": feedsAndCandidates,
  "0011-drafts": drafts,
  "0012-installations": installations,
};
