/** Everything that happens by the clock, in one table. */
import { schedule } from "node-cron";
import type { Permalink } from "../digest/planner.ts";
import type { Log } from "../log.ts";
import type { Poster } from "../messages/outbox.ts";
import type { Product } from "../product.ts";

type Job = { name: string; cron: string; run: () => Promise<unknown> };

export type Jobs = {
  /** Wakes no job any more, and waits for those under way. */
  stop: () => Promise<void>;
};

/** Starts the jobs; those that make up for time spent switched off run at once. */
export async function startJobs(
  product: Product,
  {
    poster,
    permalink,
    tendInbox,
  }: { poster: Poster; permalink: Permalink; tendInbox: () => Promise<void> },
  log: Log,
): Promise<Jobs> {
  const jobs: Job[] = [
    { name: "plan digests", cron: "* * * * *", run: () => product.planDigests(permalink) },
    { name: "send messages", cron: "*/2 * * * * *", run: () => product.outbox.sendDue(poster) },
    { name: "tend the inbox", cron: "*/20 * * * * *", run: tendInbox },
    {
      name: "forget",
      cron: "17 3 * * *",
      run: () => Promise.all([product.inbox.tidy(), product.conversations.tidy()]),
    },
  ];
  const underWay = new Set<Promise<void>>();

  /** A failed run is logged; the next one may succeed. */
  async function run({ name, run: work }: Job): Promise<void> {
    const done = work().then(
      () => undefined,
      (err: unknown) =>
        product.isAway(err)
          ? log.debug({ job: name }, "a job waits for the database")
          : log.error({ job: name, err }, "a job failed"),
    );
    underWay.add(done);
    await done;
    underWay.delete(done);
  }

  const tasks = jobs.map((job) =>
    schedule(job.cron, () => run(job), {
      name: job.name,
      noOverlap: true,
      suppressMissedWarning: true,
    }),
  );
  for (const job of jobs) await run(job);

  return {
    stop: async () => {
      for (const task of tasks) await task.destroy();
      await Promise.all(underWay);
    },
  };
}
