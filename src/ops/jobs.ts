/** Everything that happens by the clock, in one table. */
import { schedule } from "node-cron";
import type { Permalink } from "../digest/planner.ts";
import type { Log } from "../log.ts";
import type { FindPerson } from "../messages/gap-reports.ts";
import type { Poster } from "../messages/posting.ts";
import type { Product } from "../product.ts";
import { type JobOutcome, type Observer, UNOBSERVED } from "./observing.ts";

type Job = { name: string; cron: string; run: () => Promise<unknown> };

export type Jobs = {
  /** When the planner last looked at every digest; null before the first time. */
  plannedAt: () => Date | null;
  /** Wakes no job any more, and waits for those under way, which begin nothing new. */
  stop: () => Promise<void>;
};

const PLANNER = "plan digests";

/** Starts the jobs; in their order each makes up at once for the time spent switched off. */
export function startJobs(
  product: Product,
  {
    workspace,
    poster,
    permalink,
    person,
    tendInbox,
  }: {
    workspace: string;
    poster: Poster;
    permalink: Permalink;
    person: FindPerson;
    tendInbox: () => Promise<void>;
  },
  log: Log,
  { jobEnded }: Pick<Observer, "jobEnded"> = UNOBSERVED,
): Jobs {
  const stopping = new AbortController();
  const { signal } = stopping;
  const jobs: Job[] = [
    { name: "mend times", cron: "* * * * *", run: product.mendTimes },
    { name: PLANNER, cron: "* * * * *", run: () => product.planDigests(permalink, signal) },
    {
      name: "tell followers",
      cron: "* * * * *",
      run: () => product.following.tell(workspace),
    },
    {
      name: "report gaps",
      cron: "* * * * *",
      run: () => product.reportGaps(workspace, person),
    },
    {
      name: "tell of failing sources",
      cron: "* * * * *",
      run: () => product.tellFeedFailures(workspace, person),
    },
    {
      name: "tell curators",
      cron: "*/10 * * * * *",
      run: () => product.curation.tell(workspace, person),
    },
    {
      name: "send messages",
      cron: "* * * * * *",
      run: () => product.outbox.sendDue(poster, signal),
    },
    {
      name: "read what was published",
      // What is heard of needs a floor only; a file on this machine is asked at little cost.
      cron: product.hearsOthers ? "*/15 * * * * *" : "* * * * * *",
      run: product.refreshBase,
    },
    { name: "tend the inbox", cron: "*/10 * * * * *", run: tendInbox },
    {
      name: "forget",
      cron: "17 3 * * *",
      run: () =>
        Promise.all([
          product.inbox.tidy(),
          product.outbox.tidy(),
          product.conversations.tidy(),
          product.entries.tidy(),
          product.tidyGaps(),
          product.following.tidy(),
          product.adding.tidy(),
        ]),
    },
    // Last, since it waits for strangers, and everything else is made up for before it.
    { name: "poll feeds", cron: "* * * * *", run: () => product.pollFeeds(signal) },
  ];
  let plannedAt: Date | null = null;
  const underWay = new Set<Promise<void>>();

  /** A failed run is logged; the next one may succeed. */
  async function run({ name, run: work }: Job): Promise<void> {
    if (signal.aborted) return;
    const began = performance.now();
    const end = (outcome: JobOutcome) =>
      jobEnded({ job: name, outcome, seconds: (performance.now() - began) / 1_000 });
    const done = work().then(
      () => {
        if (name === PLANNER) plannedAt = new Date();
        end("done");
      },
      (err: unknown) => {
        const isAway = product.isAway(err);
        if (isAway) log.debug({ job: name }, "a job waits for the database");
        else log.error({ job: name, err }, "a job failed");
        end(isAway ? "away" : "failed");
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
    plannedAt: () => plannedAt,
    stop: async () => {
      stopping.abort();
      for (const task of tasks) await task.destroy();
      await start;
      await Promise.all(underWay);
    },
  };
}
