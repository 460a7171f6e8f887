/** Does things by the clock, one after the other at the start, and each again when its time comes. */
import { schedule } from "node-cron";
import type { Log } from "../log.ts";
import type { JobOutcome, Observer } from "./observing.ts";

/** `cron` may begin with seconds. */
export type Job = { name: string; cron: string; run: (signal: AbortSignal) => Promise<unknown> };

export type RunningJobs = {
  /** When a job last did its work; null before the first time. */
  doneAt: (name: string) => Date | null;
  /** Wakes no job any more, and waits for those under way, which begin nothing new. */
  stop: () => Promise<void>;
};

export function runJobs(
  jobs: readonly Job[],
  {
    isAway,
    jobEnded,
    log,
  }: {
    /** Whether a job failed only because the database cannot be used just now. */
    isAway: (cause: unknown) => boolean;
    jobEnded: Observer["jobEnded"];
    log: Log;
  },
): RunningJobs {
  const stopping = new AbortController();
  const { signal } = stopping;
  const doneAt = new Map<string, Date>();
  const underWay = new Set<Promise<void>>();

  /** A failed run is logged; the next one may succeed. */
  async function run({ name, run: work }: Job): Promise<void> {
    if (signal.aborted) return;
    const began = performance.now();
    const end = (outcome: JobOutcome) =>
      jobEnded({ job: name, outcome, seconds: (performance.now() - began) / 1_000 });
    const done = work(signal).then(
      () => {
        doneAt.set(name, new Date());
        end("done");
      },
      (err: unknown) => {
        const waits = isAway(err);
        if (waits) log.debug({ job: name }, "a job waits for the database");
        else log.error({ job: name, err }, "a job failed");
        end(waits ? "away" : "failed");
      },
    );
    underWay.add(done);
    await done;
    underWay.delete(done);
  }

  async function runAll(): Promise<void> {
    for (const job of jobs) await run(job);
  }

  const tasks = jobs.map((job) =>
    schedule(job.cron, () => run(job), {
      name: job.name,
      noOverlap: true,
      suppressMissedWarning: true,
    }),
  );
  const start = runAll();

  return {
    doneAt: (name) => doneAt.get(name) ?? null,
    stop: async () => {
      stopping.abort();
      for (const task of tasks) await task.destroy();
      await start;
      await Promise.all(underWay);
    },
  };
}
