/** Administrators are told what could not be answered on each month's first working morning. */
import { localDay } from "../digest/schedule.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";
import type { NewOutboxRow } from "../store/outbox-rows.ts";
import type { Store } from "../store/store.ts";
import { stringsIn } from "../strings/strings.ts";
import { readerOf } from "./digest-sources.ts";
import { formatWindow } from "./format.ts";
import type { GapGroup } from "./gap-groups.ts";
import { createGapReading } from "./gap-reading.ts";
import { GAPS_A_PAGE, gapsMessage } from "./gaps-message.ts";
import type { Person } from "./person.ts";
import type { Message } from "./text.ts";

const HOUR = 9;
const LAST_WORKDAY = 5;
/** Whoever starts the program again much later is told next month; the outbox forgets after one. */
const LATEST_DAYS = 14;

/** What is due of a month (`YYYY-MM`): since the morning before it, up to its own. */
export type GapReport = { month: string; from: Date; until: Date };

/** Tells who somebody is. */
export type FindPerson = (id: string) => Promise<Person>;

/** Queues what is due to the administrators of a workspace; tells how many messages. */
export type ReportGaps = (workspace: string, find: FindPerson) => Promise<number>;

export function createGapReports({
  store,
  vocabulary,
  adminUsers,
  defaultLanguage,
  timeZone,
  now,
}: {
  store: Pick<Store, "gaps" | "feedback" | "outbox">;
  vocabulary: Vocabulary;
  adminUsers: readonly string[];
  defaultLanguage: Language;
  timeZone: string;
  now: () => Date;
}): ReportGaps {
  const reading = createGapReading(store);
  /** The month that needs no looking into any more. */
  let reported: string | null = null;

  const report: ReportGaps = async (workspace, find) => {
    const due = dueReport(now(), timeZone);
    if (!due || due.month === reported) return 0;
    const groups = await reading.groupsOf(workspace, due);
    let queued = 0;
    if (groups.length > 0)
      for (const admin of new Set(adminUsers)) {
        const id = `gaps:${workspace}:${admin}:${due.month}`;
        // One that Slack refused is not tried again.
        if (await store.outbox.find(id)) continue;
        const message = await reportMessage({ workspace, groups, due, person: await find(admin) });
        await store.outbox.add([rowOf({ id, workspace, admin, message, now: now() })]);
        queued += 1;
      }
    reported = due.month;
    return queued;
  };

  async function reportMessage({
    workspace,
    groups,
    due,
    person,
  }: {
    workspace: string;
    groups: readonly GapGroup[];
    due: GapReport;
    person: Person;
  }): Promise<Message> {
    const reader = readerOf({ defaultLanguage, now }, person);
    const strings = stringsIn(reader.language).gaps;
    const days = { from: localDay(due.from, timeZone), to: localDay(due.until, timeZone) };
    const more = groups.length - GAPS_A_PAGE;
    return gapsMessage(
      strings.titleOf(formatWindow(days, reader.language)),
      {
        gaps: await reading.withWords(workspace, groups.slice(0, GAPS_A_PAGE)),
        below: more > 0 ? [strings.more(more)] : [],
      },
      { reader, timeZone: reader.timeZone ?? timeZone, vocabulary },
    );
  }

  return report;
}

/** The report that is due at an instant; null before the month's morning, and long after it. */
export function dueReport(now: Date, timeZone: string): GapReport | null {
  const month = Temporal.PlainYearMonth.from(localDay(now, timeZone).slice(0, 7));
  const until = firstMorning(month, timeZone);
  const latest = until.add({ days: LATEST_DAYS });
  const at = now.getTime();
  if (at < until.epochMilliseconds || at >= latest.epochMilliseconds) return null;
  const from = firstMorning(month.subtract({ months: 1 }), timeZone);
  return {
    month: month.toString(),
    from: new Date(from.epochMilliseconds),
    until: new Date(until.epochMilliseconds),
  };
}

function firstMorning(month: Temporal.PlainYearMonth, timeZone: string): Temporal.ZonedDateTime {
  let day = month.toPlainDate({ day: 1 });
  while (day.dayOfWeek > LAST_WORKDAY) day = day.add({ days: 1 });
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour: HOUR }) });
}

function rowOf({
  id,
  workspace,
  admin,
  message,
  now,
}: {
  id: string;
  workspace: string;
  admin: string;
  message: Message;
  now: Date;
}): NewOutboxRow {
  return {
    id,
    workspace,
    channel: admin,
    threadOf: null,
    position: 0,
    message: JSON.stringify(message),
    subscription: null,
    sendAfter: now,
  };
}
