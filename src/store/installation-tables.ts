/** Workspaces that installed the app, where it serves several; each has its data in a database of its own. */
import type { Migration } from "kysely/migration";

export type InstallationTable = {
  /** Slack's id of the workspace. */
  team: string;
  name: string;
  enterprise: string | null;
  bot_user: string;
  /** Separated by commas, as Slack grants them. */
  scopes: string;
  /** The bot's token, encrypted; null once it was removed. */
  sealed_token: string | null;
  installed_by: string;
  installed_at: string;
  /** When it was uninstalled, or its token revoked. */
  removed_at: string | null;
};

/** A state that came back from Slack, which is heard once. */
export type UsedStateTable = {
  fingerprint: string;
  used_at: string;
};

export const installations: Migration = {
  up: async (db) => {
    await db.schema
      .createTable("installation")
      .addColumn("team", "text", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("enterprise", "text")
      .addColumn("bot_user", "text", (column) => column.notNull())
      .addColumn("scopes", "text", (column) => column.notNull())
      .addColumn("sealed_token", "text")
      .addColumn("installed_by", "text", (column) => column.notNull())
      .addColumn("installed_at", "text", (column) => column.notNull())
      .addColumn("removed_at", "text")
      .execute();
    await db.schema
      .createTable("used_state")
      .addColumn("fingerprint", "text", (column) => column.primaryKey())
      .addColumn("used_at", "text", (column) => column.notNull())
      .execute();
  },
};
