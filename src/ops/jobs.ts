/** Everything that happens by the clock, in one table. */
import type { Permalink } from "../digest/planner.ts";
import type { Log } from "../log.ts";
import type { FindPerson } from "../messages/gap-reports.ts";
import type { Poster } from "../messages/posting.ts";
import type { Product } from "../product/contract.ts";
import { type Observer, UNOBSERVED } from "./observing.ts";
import { type Job, type RunningJobs, runJobs } from "./run-jobs.ts";

export type Jobs = {
  /** When the planner last looked at every digest; null before the first time. */
  plannedAt: () => Date | null;
  stop: RunningJobs["stop"];
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
  const jobs: Job[] = [
    { name: "mend times", cron: "* * * * *", run: product.mendTimes },
    {
      name: PLANNER,
      cron: "* * * * *",
      run: (signal) => product.planDigests(permalink, signal),
    },
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
      run: (signal) => product.outbox.sendDue(poster, signal),
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
    { name: "poll feeds", cron: "* * * * *", run: product.pollFeeds },
  ];
  const running = runJobs(jobs, { isAway: product.isAway, jobEnded, log });
  return { plannedAt: () => running.doneAt(PLANNER), stop: running.stop };
}
