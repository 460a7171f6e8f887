import { tmpdir } from "node:os";
import { join } from "node:path";
import { SIGNING_SECRET } from "./deliveries.ts";
import type { Environment } from "./program.ts";
import { APP_TOKEN, BOT_TOKEN, CLIENT } from "./slack-stand-in.ts";

export const MODES = ["socket", "http"] as const;
export type Mode = (typeof MODES)[number];

/** What serves every workspace that installs the app. */
export const OAUTH_ENVIRONMENT: Environment = {
  SLACK_BOT_TOKEN: "",
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  SLACK_CLIENT_ID: CLIENT.id,
  SLACK_CLIENT_SECRET: CLIENT.secret,
  SLACK_STATE_SECRET: "state-secret-of-the-tests",
  TOKEN_ENCRYPTION_KEYS: "0f".repeat(32),
};

/** Whole, so that neither the developer's environment nor an .env file has a say. */
export function environmentOf(mode: Mode): Environment {
  return {
    PATH: process.env.PATH ?? "",
    // Dozens of starts compile the same files.
    NODE_COMPILE_CACHE: join(tmpdir(), "kzminerals-compiled"),
    NODE_ENV: "",
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: mode === "socket" ? APP_TOKEN : "",
    SLACK_SIGNING_SECRET: mode === "http" ? SIGNING_SECRET : "",
    HOST: "127.0.0.1",
    DIGEST_CHANNEL: "",
    DIGEST_CRON: "",
    DIGEST_TIMEZONE: "",
    DIGEST_LANGUAGE: "",
    ADMIN_USERS: "",
    LOG_LEVEL: "info",
  };
}
