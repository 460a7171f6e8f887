import {
  array,
  constantFrom,
  date,
  integer,
  nat,
  oneof,
  record,
  string,
  tuple,
  uniqueArray,
} from "fast-check";
import { expect } from "vitest";
import { cronFault } from "../../src/digest/check-cron.ts";
import {
  dueSlot,
  localDay,
  nextRun,
  previousRun,
  windowAround,
  windowOf,
} from "../../src/digest/schedule.ts";
import { isTime, weeklyCron, weeklyOf } from "../../src/digest/weekly.ts";
import { findTimeZones } from "../../src/messages/time-zones.ts";
import { LANGUAGES, TimeZone } from "../../src/model.ts";
import { property } from "./property.ts";
import { day, text } from "./texts.ts";

const ZONES = [
  "Asia/Almaty",
  "Europe/Paris",
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Pacific/Apia",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Pacific/Kiritimati",
  "UTC",
];
const timeZone = constantFrom(...ZONES);
const now = date({ min: new Date("2000-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });
const weekly = record({
  weekdays: uniqueArray(integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }).map((days) =>
    days.toSorted(),
  ),
  time: tuple(nat(23), nat(59)).map((parts) =>
    parts.map((part) => String(part).padStart(2, "0")).join(":"),
  ),
});

const field = oneof(
  {
    weight: 4,
    arbitrary: constantFrom(
      "*",
      "0",
      "9",
      "1",
      "31",
      "L",
      "1-5",
      "*/15",
      "1,15",
      "MON",
      "mon-fri",
      "2#1",
      "15W",
      "5L",
      "JAN",
      "2",
    ),
  },
  { weight: 2, arbitrary: integer({ min: -3, max: 70 }).map(String) },
  {
    weight: 2,
    arbitrary: tuple(nat(60), constantFrom("-", "/", ",", "#", "--", "*/"), nat(60)).map((parts) =>
      parts.join(""),
    ),
  },
  {
    weight: 1,
    arbitrary: constantFrom(
      "?",
      "@daily",
      "0x1",
      "1e2",
      "٣",
      "",
      "*/0",
      "60/1",
      "7-1",
      "9999999999",
      "NaN",
      "+1",
      "L-3",
    ),
  },
  { weight: 1, arbitrary: string({ maxLength: 5 }) },
);
const cron = oneof(
  {
    weight: 5,
    arbitrary: tuple(field, field, field, field, field).map((fields) => fields.join(" ")),
  },
  { weight: 1, arbitrary: array(field, { maxLength: 8 }).map((fields) => fields.join(" ")) },
  { weight: 1, arbitrary: text },
);

property(
  "days and a time are read back from their expression",
  { of: weekly, runs: 300 },
  (choice) => {
    expect(isTime(choice.time)).toBe(true);
    expect(weeklyOf(weeklyCron(choice))).toEqual(choice);
  },
);

property(
  "an expression is refused, or it fires on ever later days",
  { of: tuple(cron, timeZone, now), runs: 120 },
  ([expression, zone, at]) => {
    const schedule = { cron: expression, timeZone: zone };
    weeklyOf(expression);
    if (cronFault(schedule, at) !== null) return;
    const first = nextRun(schedule, at);
    if (first === null) throw new Error("It never fires.");
    expect(first > at).toBe(true);
    const second = nextRun(schedule, first);
    if (second !== null) expect(localDay(second, zone) > localDay(first, zone)).toBe(true);
  },
);

property(
  "what is due is due once, and editions leave no day out",
  { of: tuple(weekly, timeZone, now, nat(40)), runs: 250 },
  ([choice, zone, at, daysLater]) => {
    const schedule = { cron: weeklyCron(choice), timeZone: zone };
    const nextAt = nextRun(schedule, at);
    if (nextAt === null) throw new Error("It never fires.");
    const later = new Date(nextAt.getTime() + daysLater * 86_400_000);
    expect(dueSlot({ schedule, nextAt, now: at })).toBeNull();
    const due = dueSlot({ schedule, nextAt, now: later });
    if (due === null) throw new Error("Nothing is due.");
    expect(due.slot <= later && due.slot >= nextAt && due.nextAt > later).toBe(true);
    expect(dueSlot({ schedule, nextAt: due.nextAt, now: later })).toBeNull();
    expect(nextRun(schedule, new Date(due.slot.getTime() - 1))).toEqual(due.slot);
    expect(previousRun(schedule, due.nextAt)).toEqual(due.slot);
    const window = windowOf({ schedule, slot: due.slot, lastTo: null });
    const following = windowOf({ schedule, slot: due.nextAt, lastTo: window.to });
    expect(window.from < window.to && following.from === window.to).toBe(true);
  },
);

property(
  "the edition around a day covers it",
  { of: tuple(weekly, timeZone, day), runs: 200 },
  ([choice, zone, about]) => {
    const { from, to } = windowAround({ cron: weeklyCron(choice), timeZone: zone }, about);
    expect(from <= about && about < to).toBe(true);
  },
);

property(
  "time zones that are found are zones, few, and fit an option",
  {
    of: tuple(
      oneof(text, constantFrom(...ZONES, "+5", "utc-3:30", "gmt +99", "алматы", "heure de paris")),
      constantFrom(...LANGUAGES),
    ),
    runs: 120,
    share: 0.1,
  },
  ([typed, language]) => {
    const found = findTimeZones(typed, { language, now: new Date("2026-11-21"), likely: [] });
    expect(found.length).toBeLessThanOrEqual(100);
    for (const { value, label } of found) {
      expect(TimeZone.safeParse(value).success).toBe(true);
      expect(label.length > 0 && label.length <= 75 && value.length <= 75).toBe(true);
    }
    expect(new Set(found.map(({ value }) => value)).size).toBe(found.length);
  },
);
