/** The environment as far as it can be used: one bad variable does not keep the others from being checked. */
import { type OAuthConnection, SLACK_VARIABLES } from "../../src/config/slack-connection.ts";
import { type Config, ConfigError, readConfig } from "../../src/config.ts";
import { type Finding, failing, warning, well } from "./finding.ts";

type Environment = Readonly<Record<string, string | undefined>>;

export type Settings = {
  findings: Finding[];
  /** null where DATABASE_URL, or KNOWLEDGE_DIR, cannot be used. */
  databaseUrl: string | null;
  knowledgeDir: string | null;
  timeZone: string | null;
  slack: SlackSettings;
  /** Where every workspace may install the app, and everything for it is set; else null. */
  oauth: OAuthConnection | null;
};

/** As they are set, whether or not they make a whole; null where one is not what it has to be. */
export type SlackSettings = {
  botToken: string | null;
  appToken: string | null;
  signingSecret: string | null;
  /** undefined: Slack's own. */
  apiUrl: string | null | undefined;
};

const CHECK = "configuration";
const LOOPBACK = /^(127\.|localhost$|::1$)/;

export function readSettings(env: Environment): Settings {
  return {
    findings: configurationFindings(env),
    oauth: oauthOf(env),
    databaseUrl: partOf(env, ["DATABASE_URL"])?.databaseUrl ?? null,
    knowledgeDir: partOf(env, ["KNOWLEDGE_DIR"])?.knowledgeDir ?? null,
    timeZone: partOf(env, ["DIGEST_TIMEZONE"])?.digest.timeZone ?? null,
    slack: {
      botToken: tokenOf(env.SLACK_BOT_TOKEN, "xoxb-"),
      appToken: tokenOf(env.SLACK_APP_TOKEN, "xapp-"),
      signingSecret: set(env.SLACK_SIGNING_SECRET) ?? null,
      apiUrl: partOf(env, ["SLACK_API_URL"]) === null ? null : set(env.SLACK_API_URL),
    },
  };
}

function configurationFindings(env: Environment): Finding[] {
  const advice = ".env.example explains each variable";
  try {
    const config = readConfig({ ...env });
    return [well(CHECK, summaryOf(config)), ...adminFindings(config)];
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    return cause.message.split("\n").map((line) => failing(CHECK, line, advice));
  }
}

function summaryOf({ slack, digest }: Config): string {
  if (!slack) return "no Slack token is set, so npm start serves the preview";
  if (slack.mode === "oauth") return "Slack over HTTP, in every workspace that installs the app";
  const mode = slack.mode === "socket" ? "Socket Mode" : "HTTP";
  const channel = digest.channel ?? "those channels that subscribe";
  return `Slack over ${mode}; the digest goes to ${channel}`;
}

function adminFindings({ admin }: Config): Finding[] {
  if (!admin || LOOPBACK.test(admin.host)) return [];
  return [
    warning(
      "admin port",
      `health and metrics are on ${admin.host}:${admin.port}, which has no password`,
      "let only your monitor reach it, or leave ADMIN_HOST at 127.0.0.1",
    ),
  ];
}

function oauthOf(env: Environment): OAuthConnection | null {
  const slack = partOf(env, Object.keys(SLACK_VARIABLES))?.slack;
  return slack?.mode === "oauth" ? slack : null;
}

/** The configuration from a few of the variables; null where one of them is at fault. */
function partOf(env: Environment, names: readonly string[]): Config | null {
  try {
    return readConfig(Object.fromEntries(names.map((name) => [name, env[name]])));
  } catch (cause) {
    if (cause instanceof ConfigError) return null;
    throw cause;
  }
}

/** Nothing else than a token is sent as one. */
function tokenOf(value: string | undefined, start: string): string | null {
  return value?.startsWith(start) ? value : null;
}

function set(value: string | undefined): string | undefined {
  return value?.trim() === "" ? undefined : value;
}
