/** A year of simulated time through the real planner, against arithmetic that knows no cron. */
import { expect, test } from "vitest";
import { planDue } from "../../src/digest/planner.ts";
import { plainSubscription } from "../../src/digest/subscription.ts";
import { syncSubscription } from "../../src/digest/sync-subscription.ts";
import { weeklyCron } from "../../src/digest/weekly.ts";
import { createLog } from "../../src/log.ts";
import { openTestStore } from "../temporary.ts";

/** 2024: Kazakhstan moved its clocks on 1 March, and the others have both of their changes. */
const FROM = Temporal.PlainDate.from("2024-01-01");
const TO = Temporal.PlainDate.from("2025-01-01");
const HOUR_MS = 60 * 60 * 1000;
const SUBSCRIPTIONS = 200;

const ZONES = [
  "Europe/Paris",
  "America/New_York",
  "Asia/Almaty",
  "Asia/Seoul",
  "Pacific/Apia",
  "Australia/Lord_Howe",
  "Europe/London",
  "America/St_Johns",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "America/Santiago",
];
/** Hours that people choose, and those that clock changes skip or repeat somewhere. */
const TIMES = ["09:00", "02:30", "01:30", "23:30", "00:00", "02:15", "03:00", "07:45", "00:30"];

type Case = { id: string; timeZone: string; weekday: number; time: string };

const PATIENCE_MS = 180_000;

test("each of 200 weekly digests in 12 zones has every slot of a year once, at its local time", {
  timeout: PATIENCE_MS,
}, async () => {
  const store = await openTestStore("sqlite::memory:");
  const cases = Array.from({ length: SUBSCRIPTIONS }, (_, index): Case => {
    const timeZone = ZONES[index % ZONES.length] ?? "";
    const time = TIMES[Math.floor(index / ZONES.length) % TIMES.length] ?? "";
    // Clocks change on Sundays, mostly; the rest of the week has its turn too.
    const weekday = index % 2 === 0 ? 7 : 1 + (index % 7);
    return { id: `s${index}`, timeZone, weekday, time };
  });
  const before = new Date(
    FROM.subtract({ days: 1 }).toZonedDateTime("UTC").epochMilliseconds - HOUR_MS,
  );
  for (const { id, timeZone, weekday, time } of cases) {
    const cron = weeklyCron({ weekdays: [weekday], time });
    const subscription = {
      ...plainSubscription({ cron, timeZone, language: "en" }),
      ...{ id, workspace: "T1", channel: id },
    };
    await syncSubscription({ store, subscription, now: before });
  }

  let queued = 0;
  const end = TO.add({ days: 1 }).toZonedDateTime("UTC").epochMilliseconds;
  for (let now = before.getTime(); now <= end; now += HOUR_MS)
    queued += await planDue({
      store,
      now: new Date(now),
      compose: () => ({ messages: ["lead"], articles: [], isEmpty: false }),
      permalink: () => null,
      log: createLog("silent"),
    });

  let deliveries = 0;
  for (const each of cases) {
    const all = await store.digest.deliveries(each.id, 1_000);
    deliveries += all.length;
    const slots = all.map(({ slot }) => slot).toReversed();
    const inYear = slots.filter((slot) => isInYear(slot, each.timeZone));
    expect(inYear, JSON.stringify(each)).toEqual(slotsOfYear(each));
  }
  const counts = await store.outbox.counts(new Date(end));
  expect([queued, counts.waiting]).toEqual([deliveries, deliveries]);
});

function isInYear(slot: string, timeZone: string): boolean {
  const day = Temporal.Instant.from(slot).toZonedDateTimeISO(timeZone).toPlainDate();
  return Temporal.PlainDate.compare(day, FROM) >= 0 && Temporal.PlainDate.compare(day, TO) < 0;
}

/** Every week's instant: of a time that comes twice the first, of one that is skipped the jump. */
function slotsOfYear({ timeZone, weekday, time }: Case): string[] {
  const slots: string[] = [];
  for (let day = FROM; Temporal.PlainDate.compare(day, TO) < 0; day = day.add({ days: 1 }))
    if (day.dayOfWeek === weekday) slots.push(instantOf(day, time, timeZone));
  return slots;
}

function instantOf(day: Temporal.PlainDate, time: string, timeZone: string): string {
  const local = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  const isSkipped = !earlier.toPlainDateTime().equals(local);
  const at = isSkipped ? earlier.getTimeZoneTransition("next") : earlier;
  if (!at) throw new RangeError(`${timeZone} skips ${local} without a change of its clocks.`);
  return new Date(at.epochMilliseconds).toISOString();
}
