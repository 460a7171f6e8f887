/** A program that serves a Slack in this process, as `npm start` runs it. */
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../src/store/store.ts";
import { newsArticle, subscribe } from "../chaos/subscribers.ts";
import { type Deliver, overHttp, overSocket, WORKSPACE } from "../stand-in/deliveries.ts";
import { environmentOf, type Mode } from "../stand-in/environment.ts";
import { freePort, type Program, runProgram } from "../stand-in/program.ts";
import { type Call, openSlackStandIn, type SlackStandIn } from "../stand-in/slack-stand-in.ts";
import { startCommand } from "../stand-in/start-command.ts";

export type Serving = {
  slack: SlackStandIn;
  deliver: Deliver;
  program: Program;
  /** From the start of the process until it serves. */
  readyMs: number;
  close: () => Promise<void>;
};

/** What is measured is how much can be answered, not how little is let through. */
const WITHOUT_LIMITS = {
  QUESTIONS_PER_MINUTE: "100000",
  WORKSPACE_QUESTIONS_PER_MINUTE: "100000",
};

/**
 * Starts the program over the shipped base and one article of yesterday; the digest of `subscribers`
 * channels is due at `dueAt`. A first start finds nothing of what Node keeps of the sources.
 */
export async function openServing({
  mode,
  isFirstStart = false,
  subscribers = [],
  dueAt = new Date(),
  heard,
}: {
  mode: Mode;
  isFirstStart?: boolean;
  subscribers?: readonly string[];
  dueAt?: Date;
  heard?: (call: Call) => void;
}): Promise<Serving> {
  const folder = await mkdtemp(join(tmpdir(), "kzminerals-load-"));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  const slack = await openSlackStandIn(heard && { heard });
  const databaseUrl = `sqlite:${join(folder, "load.db")}`;
  const knowledgeDir = join(folder, "knowledge");
  await cp("knowledge", knowledgeDir, { recursive: true });
  // JSON is YAML.
  await writeFile(join(knowledgeDir, "articles/news.yaml"), JSON.stringify(newsArticle(dueAt)));
  if (subscribers.length > 0) await subscribeAll({ databaseUrl, subscribers, dueAt });

  const port = await freePort();
  const start = await startCommand("start");
  const program = runProgram(
    {
      ...environmentOf(mode),
      ...start.env,
      ...WITHOUT_LIMITS,
      ...(isFirstStart && { NODE_DISABLE_COMPILE_CACHE: "1" }),
      SLACK_API_URL: slack.apiUrl,
      PORT: `${port}`,
      DATABASE_URL: databaseUrl,
      KNOWLEDGE_DIR: knowledgeDir,
    },
    [process.execPath, ...start.args],
  );
  const began = performance.now();
  const close = async () => {
    await program.end("SIGKILL");
    await slack.close();
    await removeFolder();
  };
  try {
    await program.wrote("serving Slack");
  } catch (cause) {
    await close();
    throw cause;
  }
  return {
    slack,
    deliver: mode === "socket" ? overSocket(slack) : overHttp(port),
    program,
    readyMs: performance.now() - began,
    close,
  };
}

async function subscribeAll({
  databaseUrl,
  subscribers: channels,
  dueAt: now,
}: {
  databaseUrl: string;
  subscribers: readonly string[];
  dueAt: Date;
}): Promise<void> {
  const store = await openStore(databaseUrl);
  await subscribe({ store, workspace: WORKSPACE, channels, now });
  await store.close();
}
