/** When a digest is due: arithmetic on cron expressions and time zones, without a clock of its own. */
import { Cron } from "croner";

/** A cron expression of five fields, read in an IANA time zone. */
export type Schedule = { cron: string; timeZone: string };

export type DueSlot = {
  /** The latest run that is due; earlier missed ones are made up by it. */
  slot: Date;
  nextAt: Date;
};

/**
 * The first run after an instant, or null when the expression never fires again. A slot that the
 * spring clock change skips runs when the clock jumps; one that autumn repeats runs once.
 */
export function nextRun(schedule: Schedule, after: Date): Date | null {
  return cronOf(schedule).nextRun(after);
}

/** The last run before an instant (not at it). */
export function previousRun(schedule: Schedule, before: Date): Date | null {
  return cronOf(schedule).previousRuns(1, before)[0] ?? null;
}

/** What is due at `now` of a subscription whose next run was stored as `nextAt`; null when nothing. */
export function dueSlot({
  schedule,
  nextAt,
  now,
}: {
  schedule: Schedule;
  nextAt: Date;
  now: Date;
}): DueSlot | null {
  if (nextAt > now) return null;
  const latest = previousRun(schedule, new Date(now.getTime() + 1));
  const slot = latest && latest > nextAt ? latest : nextAt;
  const following = nextRun(schedule, now);
  if (following === null) return null;
  return { slot, nextAt: following };
}

/** The calendar day of an instant in a time zone, `YYYY-MM-DD`. */
export function localDay(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** The days that an edition covers: `from` included, `to` not. */
export type EditionWindow = { from: string; to: string };

/**
 * The window of an edition that goes out at `slot`: from where the last delivery ended, so that
 * nothing falls between two editions; without one, from the day of the run before.
 */
export function windowOf({
  schedule,
  slot,
  lastTo,
}: {
  schedule: Schedule;
  slot: Date;
  lastTo: string | null;
}): EditionWindow {
  const to = localDay(slot, schedule.timeZone);
  // A last delivery that lies ahead means that the clock was set back.
  return { from: lastTo !== null && lastTo <= to ? lastTo : dayOfRunBefore(schedule, to), to };
}

/** The window of the edition that covers a given day. */
export function windowAround(schedule: Schedule, day: string): EditionWindow {
  const endOfDay = startOfDay(day, schedule.timeZone).add({ days: 1 });
  const following = nextRun(schedule, new Date(endOfDay.epochMilliseconds - 1));
  const to = following ? localDay(following, schedule.timeZone) : endOfDay.toPlainDate().toString();
  return { from: dayOfRunBefore(schedule, to), to };
}

/** The last day with a run before `day` itself. */
function dayOfRunBefore(schedule: Schedule, day: string): string {
  const start = startOfDay(day, schedule.timeZone);
  const before = previousRun(schedule, new Date(start.epochMilliseconds));
  return before
    ? localDay(before, schedule.timeZone)
    : start.subtract({ days: 7 }).toPlainDate().toString();
}

function startOfDay(day: string, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone);
}

function cronOf({ cron, timeZone }: Schedule): Cron {
  return new Cron(cron, { timezone: timeZone, paused: true, mode: "5-part" });
}
