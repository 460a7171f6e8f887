/** Config → knowledge → Slack or preview → shutdown. */
import { config as readEnvFile } from "dotenv";
import { z } from "zod";
import { type SlackConnection, secretsOf } from "./config/slack-connection.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { loadKnowledge } from "./knowledge/load-knowledge.ts";
import { createLog } from "./log.ts";
import type { Running } from "./serve-slack.ts";
import { SlackStartError } from "./slack/start-error.ts";
import { StoreError } from "./store/store-error.ts";
import { RegistryError } from "./workspaces/registry.ts";

/** Supervisors wait about this long before they kill. */
const SHUTDOWN_MS = 10_000;

/** Nobody presses twice as fast. */
const ONE_PRESS_MS = 300;

const ListenError = z.object({
  syscall: z.literal("listen"),
  code: z.string(),
  port: z.number().optional(),
});

readEnvFile({ quiet: true });
const config = configOrExit();
const log = createLog(config.logLevel, config.slack ? secretsOf(config.slack) : []);
process.on("unhandledRejection", (err) => {
  // A supervisor starts again; what was acknowledged is in the inbox.
  if (err instanceof SlackStartError) console.error(err.message);
  else log.fatal({ err }, "an error reached the top");
  process.exit(1);
});

const knowledge = await loadKnowledge(config.knowledgeDir);
for (const problem of knowledge.problems) log.warn(problem);
log.info({ articles: knowledge.articles.length, leftOut: knowledge.leftOut }, "knowledge loaded");

const { slack } = config;
const starting = slack ? startSlack(slack) : startPreview();
let ending: { signal: string; at: number } | null = null;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => end(signal));
await starting.catch(refuseToStart);

// Slack has no need of the large libraries that draw the preview's page.
async function startSlack(slack: SlackConnection): Promise<Running> {
  if (slack.mode === "oauth") {
    const { serveWorkspaces } = await import("./serve-workspaces.ts");
    return serveWorkspaces({ config, slack, knowledge, log });
  }
  const { serveSlack } = await import("./serve-slack.ts");
  return serveSlack({ config, slack, knowledge, log });
}

async function startPreview(): Promise<Running> {
  const { servePreview } = await import("./serve-preview.ts");
  const preview = await servePreview({ config, knowledge, log });
  console.log(`No Slack tokens are set: here is a preview of kzminerals on ${preview.url}`);
  return preview;
}

/**
 * Ends what is under way, a start included, then the process; a second signal ends it at once. Said
 * here, since the first process of a container has no default for signals.
 */
function end(signal: string): void {
  const at = performance.now();
  // From a terminal, Ctrl+C comes twice: to the whole group, and once more passed on by npm.
  if (ending?.signal === signal && at - ending.at < ONE_PRESS_MS) return;
  if (ending) {
    log.warn({ signal }, "ended at once; what was under way is answered after the next start");
    process.exit(1);
  }
  ending = { signal, at };
  log.info({ signal }, "ending; what is under way is finished first");
  const overdue = setTimeout(() => {
    log.error("answers were still under way; they are answered after the next start");
    process.exit(1);
  }, SHUTDOWN_MS);
  const stopped = starting.then((running) => running.stop());
  stopped.then(
    () => {
      clearTimeout(overdue);
      process.exit(0);
    },
    (err: unknown) => {
      log.error({ err }, "the program did not end well");
      process.exit(1);
    },
  );
}

function refuseToStart(cause: unknown): never {
  const isExplained =
    cause instanceof SlackStartError ||
    cause instanceof StoreError ||
    cause instanceof RegistryError;
  const sentence = isExplained ? cause.message : listenFailure(cause);
  if (sentence) console.error(sentence);
  else log.fatal({ err: cause }, "the program could not start");
  process.exit(1);
}

function listenFailure(cause: unknown): string | null {
  const failed = ListenError.safeParse(cause);
  if (!failed.success) return null;
  const { admin } = config;
  const isAdmin = failed.data.port === admin?.port && admin?.port !== config.port;
  const prefix = isAdmin ? "ADMIN_" : "";
  const { host, port } = isAdmin && admin ? admin : config;
  return failed.data.code === "EADDRINUSE"
    ? `Another program listens on port ${port} of ${host}: end it, or set ${prefix}PORT to another one.`
    : `Port ${port} of ${host} cannot be listened on (${failed.data.code}): set ${prefix}HOST and ${prefix}PORT to what this machine has.`;
}

function configOrExit(): Config {
  try {
    return readConfig();
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    console.error(cause.message);
    process.exit(1);
  }
}
