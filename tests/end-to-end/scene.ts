/** A test's own Slack and database, and the programs that it starts on them. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { test as plainTest } from "vitest";
import { type Deliver, overHttp, overSocket } from "../../scripts/stand-in/deliveries.ts";
import { environmentOf, type Mode } from "../../scripts/stand-in/environment.ts";
import {
  type Environment,
  freePort,
  type Program,
  runProgram,
} from "../../scripts/stand-in/program.ts";
import { openSlackStandIn, type SlackStandIn } from "../../scripts/stand-in/slack-stand-in.ts";
import { copySeedKnowledge } from "../seed-knowledge.ts";

/** Long enough for a crowded machine, shorter than a test may take. */
const LIMIT_MS = 45_000;
const LOOK_MS = 100;

export type Scene = {
  slack: SlackStandIn;
  port: number;
  databaseUrl: string;
  /** Delivers in the scene's mode; resolves when the program acknowledged. */
  deliver: Deliver;
  /** Starts the program and waits until it serves. */
  start: (env?: Environment) => Promise<Program>;
  /** Starts it, or a command that starts it, and waits for nothing. */
  run: (env?: Environment, commandLine?: readonly string[]) => Program;
  /** Runs a statement on the database; its rows are those of a query. */
  onDatabase: (sql: string) => Record<string, unknown>[];
  /** Resolves when something holds that nothing tells of, such as what is in the database. */
  eventually: (what: string, holds: () => boolean | Promise<boolean>) => Promise<void>;
};

/** A test that may open scenes; whatever runs in them is ended after it. */
export const test = plainTest.extend<{ openScene: (mode: Mode) => Promise<Scene> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures are needed.
  openScene: async ({}, use) => {
    const closers: (() => Promise<void>)[] = [];
    await use(async (mode) => {
      const { scene, close } = await openScene(mode);
      closers.push(close);
      return scene;
    });
    for (const close of closers) await close();
  },
});

async function openScene(mode: Mode): Promise<{ scene: Scene; close: () => Promise<void> }> {
  const slack = await openSlackStandIn();
  const folder = await mkdtemp(join(tmpdir(), "kzminerals-"));
  const database = join(folder, "kzminerals.db");
  const knowledge = join(folder, "knowledge");
  await copySeedKnowledge(knowledge);
  const port = await freePort();
  const programs: Program[] = [];

  const run: Scene["run"] = (env = {}, commandLine) => {
    const given = { ...environmentOf(mode), SLACK_API_URL: slack.apiUrl, PORT: `${port}` };
    const program = runProgram(
      { ...given, DATABASE_URL: `sqlite:${database}`, KNOWLEDGE_DIR: knowledge, ...env },
      commandLine,
    );
    programs.push(program);
    return program;
  };

  const scene: Scene = {
    slack,
    port,
    databaseUrl: `sqlite:${database}`,
    deliver: mode === "socket" ? overSocket(slack) : overHttp(port),
    run,
    start: async (env) => {
      const program = run(env);
      await program.wrote("serving Slack");
      return program;
    },
    onDatabase: (sql) => {
      const opened = new DatabaseSync(database, { timeout: 5_000 });
      const rows = opened.prepare(sql).all();
      opened.close();
      return rows;
    },
    eventually: async (what, holds) => {
      const deadline = Date.now() + LIMIT_MS;
      while (!(await holds())) {
        if (Date.now() > deadline) throw new Error(`In vain it was waited for ${what}.`);
        await sleep(LOOK_MS);
      }
    },
  };
  const close = async () => {
    await Promise.all(programs.map((program) => program.end("SIGKILL")));
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { scene, close };
}
