/** The environment, read once and checked whole: every bad variable is reported together. */
import { Cron } from "croner";
import { z } from "zod";
import {
  readConnection,
  SLACK_VARIABLES,
  type SlackConnection,
} from "./config/slack-connection.ts";
import { Language, TimeZone } from "./model.ts";

export type Config = {
  /** null without tokens: the preview workspace is served instead. */
  slack: SlackConnection | null;
  host: string;
  port: number;
  /** Where health and metrics can be asked for; null: nowhere. */
  admin: { host: string; port: number } | null;
  databaseUrl: string;
  knowledgeDir: string;
  digest: {
    /** null: nothing is posted by itself. */
    channel: string | null;
    cron: string;
    timeZone: string;
    language: Language;
  };
  /** Slack ids of those who may change every digest. */
  adminUsers: readonly string[];
  /** `host:port` pairs that may be read although they are not on the public internet. */
  ingestAllow: readonly string[];
  /** Where articles of feeds wait for curators; null: administrators are asked themselves. */
  curatorsChannel: string | null;
  /** Of all processes on the database together. */
  postsPerSecond: number;
  /** Of one person, by each process. */
  questionsPerMinute: number;
  /** Of all people of a workspace together, by each process. */
  workspaceQuestionsPerMinute: number;
  logLevel: string;
};

/** The environment cannot be used; the message has a line for each fault. */
export class ConfigError extends Error {}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const Port = z.coerce
  .number("is a number")
  .int("is a whole number")
  .min(0, "is 0 to 65535")
  .max(65_535, "is 0 to 65535");

const ChannelId = z
  .string()
  .regex(/^[CG][A-Z0-9]+$/, "is a channel's id, such as C0123456789 (not its name)");

const PerMinute = z.coerce
  .number("is a number")
  .int("is a whole number")
  .min(1, "is 1 to 100000")
  .max(100_000, "is 1 to 100000");

const Environment = z.object({
  ...SLACK_VARIABLES,
  HOST: z.string().default("127.0.0.1"),
  PORT: Port.default(3000),
  ADMIN_HOST: z.string().default("127.0.0.1"),
  ADMIN_PORT: Port.optional(),
  DATABASE_URL: z
    .string()
    .refine(
      isDatabaseUrl,
      "is sqlite: and the path of a file, or postgres://user:password@host:port/database",
    )
    .default("sqlite:data/kzminerals.db"),
  KNOWLEDGE_DIR: z.string().default("knowledge"),
  DIGEST_CHANNEL: ChannelId.optional(),
  DIGEST_CRON: z.string().default("0 9 * * 1").superRefine(checkCron),
  DIGEST_TIMEZONE: TimeZone.default("Asia/Almaty"),
  DIGEST_LANGUAGE: Language.default("en"),
  ADMIN_USERS: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter((id) => id !== ""))
    .pipe(
      z.array(
        z
          .string()
          .regex(/^[UW][A-Z0-9]+$/, "is a list of members' ids, such as U0123456789,U9876543210"),
      ),
    ),
  INGEST_ALLOW: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter((pair) => pair !== ""))
    .pipe(
      z.array(
        z
          .string()
          .toLowerCase()
          .regex(
            /^([a-z0-9.-]+|\[[0-9a-f:.]+\]):\d{1,5}$/,
            "is a list of hosts with their ports, such as intranet.example:80,10.0.0.5:8080",
          ),
      ),
    ),
  CURATORS_CHANNEL: ChannelId.optional(),
  POSTS_PER_SECOND: z.coerce
    .number("is a number")
    .min(0.1, "is 0.1 to 50")
    .max(50, "is 0.1 to 50")
    .default(10),
  QUESTIONS_PER_MINUTE: PerMinute.default(30),
  // Some seconds of one core's work: whoever is let in waits no longer.
  WORKSPACE_QUESTIONS_PER_MINUTE: PerMinute.default(300),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
});

const SECRET = /TOKEN|SECRET|URL|KEYS/;
/** Slack's tokens and signing secrets, which may be pasted into a wrong variable. */
const SECRET_VALUE = /xox[a-z]-|xapp-|^[0-9a-f]{32}$/;

/** Reads the configuration; throws ConfigError. An empty or blank variable counts as unset. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ""));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) throw new ConfigError(faults(parsed.error, set));
  const values = parsed.data;
  const slack = readConnection(values, (name) => set[name] !== undefined);
  if (slack.faults) throw new ConfigError(slack.faults.join("\n"));
  return {
    slack: slack.connection,
    host: values.HOST,
    port: values.PORT,
    admin:
      values.ADMIN_PORT === undefined ? null : { host: values.ADMIN_HOST, port: values.ADMIN_PORT },
    databaseUrl: values.DATABASE_URL,
    knowledgeDir: values.KNOWLEDGE_DIR,
    digest: {
      channel: values.DIGEST_CHANNEL ?? null,
      cron: values.DIGEST_CRON,
      timeZone: values.DIGEST_TIMEZONE,
      language: values.DIGEST_LANGUAGE,
    },
    adminUsers: values.ADMIN_USERS,
    ingestAllow: values.INGEST_ALLOW,
    curatorsChannel: values.CURATORS_CHANNEL ?? null,
    postsPerSecond: values.POSTS_PER_SECOND,
    questionsPerMinute: values.QUESTIONS_PER_MINUTE,
    workspaceQuestionsPerMinute: values.WORKSPACE_QUESTIONS_PER_MINUTE,
    logLevel: values.LOG_LEVEL,
  };
}

function faults(error: z.ZodError, set: Record<string, string | undefined>): string {
  return error.issues
    .map((issue) => {
      const name = String(issue.path[0]);
      const isSecret = SECRET.test(name) || SECRET_VALUE.test(set[name] ?? "");
      const value = isSecret ? "has a value" : `is "${set[name]}"`;
      const rule =
        issue.code === "invalid_value" ? `is one of ${issue.values.join(", ")}` : issue.message;
      return `${name} ${value}; a usable one ${rule}.`;
    })
    .join("\n");
}

function isDatabaseUrl(value: string): boolean {
  return (
    /^sqlite:.+/.test(value) || (/^postgres(ql)?:\/\//.test(value) && URL.parse(value) !== null)
  );
}

function checkCron(pattern: string, context: z.RefinementCtx): void {
  try {
    if (new Cron(pattern, { paused: true, mode: "5-part" }).nextRun() !== null) return;
    context.addIssue("fires some day; this one never does");
  } catch {
    context.addIssue("is a cron expression of five fields, such as 0 9 * * 1");
  }
}
