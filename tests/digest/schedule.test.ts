import { describe, expect, test } from "vitest";
import {
  dueSlot,
  localDay,
  nextRun,
  previousRun,
  type Schedule,
  windowAround,
  windowOf,
} from "../../src/digest/schedule.ts";

const HOUR_MS = 60 * 60 * 1000;
const MONDAY_9 = "0 9 * * 1";
const SUNDAY_230 = "30 2 * * 0";

const almaty: Schedule = { cron: MONDAY_9, timeZone: "Asia/Almaty" };
const paris: Schedule = { cron: MONDAY_9, timeZone: "Europe/Paris" };
const newYork: Schedule = { cron: MONDAY_9, timeZone: "America/New_York" };

describe("the next run", () => {
  test.each([
    ["Paris in winter", paris, "2026-03-22T12:00Z", "2026-03-23T08:00:00.000Z"],
    ["Paris after the spring change", paris, "2026-03-28T12:00Z", "2026-03-30T07:00:00.000Z"],
    ["Paris after the autumn change", paris, "2026-10-24T12:00Z", "2026-10-26T08:00:00.000Z"],
    ["New York in winter", newYork, "2026-03-01T12:00Z", "2026-03-02T14:00:00.000Z"],
    ["New York after the spring change", newYork, "2026-03-07T12:00Z", "2026-03-09T13:00:00.000Z"],
    ["New York after the autumn change", newYork, "2026-10-31T12:00Z", "2026-11-02T14:00:00.000Z"],
    ["Almaty at UTC+6", almaty, "2024-02-25T12:00Z", "2024-02-26T03:00:00.000Z"],
    ["Almaty at UTC+5, since March 2024", almaty, "2024-02-26T12:00Z", "2024-03-04T04:00:00.000Z"],
  ])("is Monday at nine on the clocks of %s", (_, schedule, after, run) => {
    expect(nextRun(schedule, new Date(after))?.toISOString()).toBe(run);
  });

  test.each([
    ["Europe/Paris", "2026-03-28T12:00Z", "2026-03-29T01:00:00.000Z"],
    ["America/New_York", "2026-03-07T12:00Z", "2026-03-08T07:00:00.000Z"],
  ])("of a slot that spring skips in %s is when the clock jumps", (timeZone, after, run) => {
    const schedule = { cron: SUNDAY_230, timeZone };
    expect(nextRun(schedule, new Date(after))?.toISOString()).toBe(run);
    expect(previousRun(schedule, new Date(Date.parse(run) + 1))?.toISOString()).toBe(run);
  });

  test.each([
    ["Europe/Paris", SUNDAY_230, "2026-10-25T00:30:00.000Z", "2026-11-01T01:30:00.000Z"],
    ["America/New_York", "30 1 * * 0", "2026-11-01T05:30:00.000Z", "2026-11-08T06:30:00.000Z"],
    // On 29 February 2024 at midnight Kazakhstan set its clocks back to 23:00.
    ["Asia/Almaty", "30 23 * * 4", "2024-02-29T17:30:00.000Z", "2024-03-07T18:30:00.000Z"],
  ])("of a slot that is repeated in %s comes a week later", (timeZone, cron, first, next) => {
    const schedule = { cron, timeZone };
    const dayBefore = new Date(Date.parse(first) - 24 * HOUR_MS);
    const anHourLater = new Date(Date.parse(first) + HOUR_MS);
    expect(nextRun(schedule, dayBefore)?.toISOString()).toBe(first);
    expect(nextRun(schedule, new Date(first))?.toISOString()).toBe(next);
    expect(nextRun(schedule, anHourLater)?.toISOString()).toBe(next);
    expect(previousRun(schedule, new Date(next))?.toISOString()).toBe(first);
  });

  test("lies after the instant, and the previous one before it", () => {
    const slot = new Date("2026-03-23T08:00:00.000Z");
    expect(nextRun(paris, slot)?.toISOString()).toBe("2026-03-30T07:00:00.000Z");
    expect(previousRun(paris, slot)?.toISOString()).toBe("2026-03-16T08:00:00.000Z");
  });

  test("is null for a date that never comes", () => {
    expect(nextRun({ cron: "0 9 31 2 *", timeZone: "UTC" }, new Date("2026-01-01"))).toBeNull();
  });
});

describe("in a year of weekly slots", () => {
  test.each([
    "Asia/Almaty",
    "Europe/Paris",
    "Europe/London",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
  ])("every Monday in %s has one slot at nine, found forwards and backwards", (timeZone) => {
    const schedule = { cron: MONDAY_9, timeZone };
    const mondays = mondaysOf(2024);
    const slots: Date[] = [];
    for (let at = new Date("2023-12-31T00:00Z"); slots.length < mondays.length; ) {
      const next = nextRun(schedule, at);
      if (!next) break;
      slots.push(next);
      at = next;
    }
    expect(slots.map((slot) => local(slot, timeZone))).toEqual(
      mondays.map((monday) => `${monday}T09:00`),
    );
    for (const [index, slot] of slots.entries())
      if (index > 0) expect(previousRun(schedule, slot)).toEqual(slots[index - 1]);
  });

  test.each(["Asia/Almaty", "Europe/Paris", "America/New_York"])(
    "a planner that wakes every seven minutes in %s runs each slot once",
    (timeZone) => {
      const schedule = { cron: MONDAY_9, timeZone };
      const ran: string[] = [];
      let nextAt = nextRun(schedule, new Date("2024-01-01T00:00Z"));
      for (let at = Date.parse("2024-01-01T00:00Z"); nextAt; at += 7 * 60 * 1000) {
        if (at > Date.parse("2024-12-31T20:00Z")) break;
        const due = dueSlot({ schedule, nextAt, now: new Date(at) });
        if (!due) continue;
        ran.push(local(due.slot, timeZone));
        nextAt = due.nextAt;
      }
      expect(ran).toEqual(mondaysOf(2024).map((monday) => `${monday}T09:00`));
    },
  );
});

describe("what is due", () => {
  const nextAt = new Date("2026-06-08T04:00:00.000Z");
  const following = new Date("2026-06-15T04:00:00.000Z");

  test("is nothing before the slot", () => {
    const now = new Date("2026-06-08T03:59:59.999Z");
    expect(dueSlot({ schedule: almaty, nextAt, now })).toBeNull();
  });

  test("is the slot at its very instant", () => {
    const due = dueSlot({ schedule: almaty, nextAt, now: nextAt });
    expect(due).toEqual({ slot: nextAt, nextAt: following });
  });

  test("is the latest slot when several were missed", () => {
    const now = new Date("2026-06-29T05:00:00.000Z");
    expect(dueSlot({ schedule: almaty, nextAt, now })).toEqual({
      slot: new Date("2026-06-29T04:00:00.000Z"),
      nextAt: new Date("2026-07-06T04:00:00.000Z"),
    });
  });

  test("is the slot of this very instant when an earlier one was missed", () => {
    const due = dueSlot({ schedule: almaty, nextAt, now: following });
    expect(due?.slot).toEqual(following);
    expect(due?.nextAt.toISOString()).toBe("2026-06-22T04:00:00.000Z");
  });

  test("is nothing after the clock was set back behind the last slot", () => {
    const now = new Date("2026-06-01T12:00:00.000Z");
    expect(dueSlot({ schedule: almaty, nextAt, now })).toBeNull();
  });

  test("is the stored slot even when the zone's rules have moved since", () => {
    const stored = new Date("2026-06-08T03:00:00.000Z");
    const due = dueSlot({ schedule: almaty, nextAt: stored, now: new Date("2026-06-08T03:30Z") });
    expect(due).toEqual({ slot: stored, nextAt });
  });
});

describe("the window of an edition", () => {
  test("starts where the last one ended, however long ago", () => {
    const slot = new Date("2026-06-29T04:00:00.000Z");
    expect(windowOf({ schedule: almaty, slot, lastTo: "2026-06-08" })).toEqual({
      from: "2026-06-08",
      to: "2026-06-29",
    });
  });

  test("is a week when there is no last one", () => {
    const slot = new Date("2026-06-08T04:00:00.000Z");
    expect(windowOf({ schedule: almaty, slot, lastTo: null })).toEqual({
      from: "2026-06-01",
      to: "2026-06-08",
    });
  });

  test("is a week when the last one lies ahead, since the clock was set back", () => {
    const slot = new Date("2026-06-08T04:00:00.000Z");
    expect(windowOf({ schedule: almaty, slot, lastTo: "2027-01-04" })).toEqual({
      from: "2026-06-01",
      to: "2026-06-08",
    });
  });

  test("holds local days: Monday morning in Almaty is still Sunday in London", () => {
    const schedule = { cron: "0 1 * * 1", timeZone: "Asia/Almaty" };
    const slot = new Date("2026-06-07T20:00:00.000Z");
    expect(windowOf({ schedule, slot, lastTo: null }).to).toBe("2026-06-08");
    expect(localDay(slot, "Europe/London")).toBe("2026-06-07");
  });

  test("of a second run on one day is empty after the first", () => {
    const schedule = { cron: "0 9,18 * * 1", timeZone: "Asia/Almaty" };
    const slot = new Date("2026-06-08T13:00:00.000Z");
    const day = "2026-06-08";
    expect(windowOf({ schedule, slot, lastTo: day })).toEqual({ from: day, to: day });
  });

  test.each([
    ["Europe/Paris", "2026-03-29T01:00:00.000Z", "2026-03-22", "2026-03-29"],
    ["Europe/Paris", "2026-10-25T00:30:00.000Z", "2026-10-18", "2026-10-25"],
    ["America/New_York", "2026-03-08T07:00:00.000Z", "2026-03-01", "2026-03-08"],
    ["America/New_York", "2026-11-01T07:30:00.000Z", "2026-10-25", "2026-11-01"],
  ])("is a week across the clock change in %s (%s)", (timeZone, slot, from, to) => {
    const schedule = { cron: SUNDAY_230, timeZone };
    expect(windowOf({ schedule, slot: new Date(slot), lastTo: null })).toEqual({ from, to });
  });
});

describe("the window around a day", () => {
  test.each([
    ["a Wednesday", "2024-06-12", "2024-06-10", "2024-06-17"],
    ["the Monday of a run opens a week", "2024-06-10", "2024-06-10", "2024-06-17"],
    ["the Sunday before a run closes a week", "2024-06-09", "2024-06-03", "2024-06-10"],
  ])("is the week that holds it: %s", (_, day, from, to) => {
    expect(windowAround(almaty, day)).toEqual({ from, to });
  });

  test("holds the day in every zone, and the weeks of a year join without gap or overlap", () => {
    for (const timeZone of ["Asia/Almaty", "Europe/Paris", "America/New_York", "Africa/Cairo"])
      for (const cron of [MONDAY_9, SUNDAY_230, "0 0 * * 5"]) {
        let last: string | null = null;
        for (const day of daysOf(2024)) {
          const { from, to } = windowAround({ cron, timeZone }, day);
          expect(from <= day && day < to, `${cron} ${timeZone} ${day}: ${from} to ${to}`).toBe(
            true,
          );
          if (last !== null && last !== to) expect(from).toBe(last);
          last = to;
        }
      }
  });
});

function local(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}

function daysOf(year: number): string[] {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }).toString());
}

function mondaysOf(year: number): string[] {
  return daysOf(year).filter((day) => Temporal.PlainDate.from(day).dayOfWeek === 1);
}
