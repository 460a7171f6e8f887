/** Programs that are killed and frozen at random, and started again. */
import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLLOW_PARENT = new URL("follow-parent.js", import.meta.url).href;
const SHORT_FREEZE_MS = 3_000;
/** A life in so many holds a freeze, and a freeze in so many outlasts every lease. */
const LIVES_PER_FREEZE = 4;
const FREEZES_PER_LONG_ONE = 4;
/** Longer than a lease of half a minute. */
const LONG_FREEZE_MS = 35_000;
/** How often a process is killed while it still starts. */
const KILLED_EARLY = 0.2;
const READY = "serving Slack";

export type Fleet = {
  kills: () => number;
  freezes: () => number;
  /** Lets everything live from now on, and resolves when nothing is frozen any more. */
  calm: () => Promise<void>;
  /** Kills everything, for good. */
  end: () => void;
};

/**
 * Starts `processes` programs, each of which is killed and started again until there were `kills`
 * kills, after a life of `lifeMs` on the average.
 */
export function startFleet({
  env,
  processes,
  kills: wanted,
  lifeMs,
}: {
  env: Record<string, string>;
  processes: number;
  kills: number;
  lifeMs: number;
}): Fleet {
  const alive = new Set<ChildProcess>();
  let kills = 0;
  let freezes = 0;
  let isCalm = false;
  let isOver = false;

  async function run(): Promise<void> {
    while (!isOver) {
      const child = start();
      const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      await (isCalm || kills >= wanted ? ended : live(child, ended));
    }
  }

  /** A life, with a freeze in some, and its violent end. */
  async function live(child: ChildProcess, ended: Promise<void>): Promise<void> {
    const ready = new Promise<void>((resolve) =>
      child.stderr?.on("data", (chunk: Buffer) => {
        if (chunk.includes(READY)) resolve();
      }),
    );
    if (Math.random() > KILLED_EARLY) await Promise.race([ready, ended]);
    await Promise.race([sleep(lifespan()), ended]);
    if (Math.random() < 1 / LIVES_PER_FREEZE) await freeze(child, ended);
    if (isCalm || kills >= wanted) return ended;
    kills += 1;
    child.kill("SIGKILL");
    await ended;
  }

  async function freeze(child: ChildProcess, ended: Promise<void>): Promise<void> {
    if (isCalm || !alive.has(child)) return;
    freezes += 1;
    const isLong = freezes % FREEZES_PER_LONG_ONE === 0;
    child.kill("SIGSTOP");
    frozen.add(child);
    await Promise.race([sleep(isLong ? LONG_FREEZE_MS : Math.random() * SHORT_FREEZE_MS), ended]);
    frozen.delete(child);
    child.kill("SIGCONT");
    // What it does on waking up is what matters.
    await Promise.race([sleep(lifespan()), ended]);
  }

  function start(): ChildProcess {
    const child = fork("src/main.ts", [], {
      cwd: ROOT,
      env,
      execArgv: ["--import", FOLLOW_PARENT],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    alive.add(child);
    // Read by whoever wants to; unread, it would hold the program up.
    child.stderr?.resume();
    child.once("exit", () => alive.delete(child));
    return child;
  }

  /** Some live long and many briefly. */
  function lifespan(): number {
    return -Math.log(1 - Math.random()) * lifeMs;
  }

  const frozen = new Set<ChildProcess>();
  const lives = Array.from({ length: processes }, run);
  void Promise.all(lives);

  return {
    kills: () => kills,
    freezes: () => freezes,
    calm: async () => {
      isCalm = true;
      while (frozen.size > 0) await sleep(100);
    },
    end: () => {
      isOver = true;
      for (const child of alive) child.kill("SIGKILL");
    },
  };
}
