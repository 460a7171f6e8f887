/** Whether a cron expression that a person wrote can be the schedule of a digest. */
import { localDay, nextRun, type Schedule } from "./schedule.ts";

export type CronFault = "cron-not-understood" | "cron-never" | "cron-too-often";

const FIVE_FIELDS = /^\S+(?: \S+){4}$/;
const MAX_LENGTH = 100;
/** Enough to meet a day with two runs: every day of an expression has the same times. */
const RUNS_LOOKED_AT = 10;

/** What is wrong with an expression; null when it fires, and not more than once a day. */
export function cronFault(schedule: Schedule, now: Date): CronFault | null {
  if (schedule.cron.length > MAX_LENGTH || !FIVE_FIELDS.test(schedule.cron))
    return "cron-not-understood";
  try {
    const days: string[] = [];
    let run = nextRun(schedule, now);
    if (run === null) return "cron-never";
    for (; run && days.length < RUNS_LOOKED_AT; run = nextRun(schedule, run))
      days.push(localDay(run, schedule.timeZone));
    // An edition covers whole days, so a second one of the same day would be empty.
    return new Set(days).size < days.length ? "cron-too-often" : null;
  } catch {
    return "cron-not-understood";
  }
}
