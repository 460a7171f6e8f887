import { counted } from "../plural.ts";
import { sentence } from "../sentence.ts";

/** What is wrong: the value that was written, and the limit that it breaks. */
type Fault = { value: string; limit: number };

export const en = {
  /** Weekdays as `every` needs them, Monday first. */
  weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  every: (days: string) => `Every ${days}`,
  workdays: "Monday to Friday",
  daily: "Every day",
  at: ({ days, time, zone }: { days: string; time: string; zone: string }) =>
    `${days} ${time} ${zone}`,
  byCron: ({ cron, zone }: { cron: string; zone: string }) => `At “${cron}” ${zone}`,
  elsewhere: ({ time, city }: { time: string; city: string }) => `${time} in ${city}`,
  next: (when: string) => sentence(`Next: ${when}`),
  noNext: "Next: none, since every run falls on a day off.",
  dayOff: (days: string) => sentence(`Day off: ${days}`),
  last: (what: string) => sentence(`Last: ${what}`),
  nothingYet: "Nothing was posted yet.",
  run: {
    posted: (when: string) => `${when}, posted`,
    late: ({ due, when }: { due: string; when: string }) => `due ${due}, posted late: ${when}`,
    waiting: (when: string) => `${when}, on its way`,
    uncertain: (when: string) => `${when}, and it is not certain that it was posted`,
    refused: ({ when, reason }: { when: string; reason: string }) =>
      `${when}, not posted: ${reason}`,
    skipped: ({ when, reason }: { when: string; reason: string }) => `${when}, skipped: ${reason}`,
  },
  skipReasons: {
    paused: "it was paused",
    "skipped-day": "a day off",
    "too-late": "more than 48 hours late",
    "nothing-new": "nothing was new",
  },
  pausedUntil: (day: string) => sentence(`Paused until ${day}`),
  paused: "Paused until somebody resumes it.",
  pausedBySlack: (reason: string) => `Paused, since Slack refuses to post: “${reason}”.`,
  everything: "everything",
  onlyWithNews: "only when something is new",
  daysOff: (count: number) => counted("en", count, { one: "day off", other: "days off" }),
  setUpBy: "set up by",
  fromEnvironment: "set by the program's settings",
  directMessage: "direct message",
  since: ({ time }: { day: string; time: string }) => `since ${time}`,
  until: ({ time }: { day: string; time: string }) => `until ${time}`,
  buttons: {
    subscribe: "Subscribe…",
    send: "Send now",
    pause: "Pause until…",
    resume: "Resume",
    change: "Change…",
    stop: "Stop…",
    show: (what: string) => `Show: ${what}`,
  },
  confirmStop: {
    title: "Stop this digest?",
    text: "No more editions will be posted. What was posted stays.",
    yes: "Stop",
    no: "Keep",
  },
  none: "No digest is set up here. This is what the weekly edition would tell.",
  others: "More digests here:",
  listTitle: (count: number) =>
    `${counted("en", count, { one: "digest", other: "digests" })} in this workspace`,
  listEmpty: "No channel of this workspace has a digest yet.",
  listHidden: (count: number) =>
    counted("en", count, {
      one: "more in a direct message of somebody else",
      other: "more in direct messages of others",
    }),
  invitation: "Choose the days, the time and what it tells:",
  saved: "Saved.",
  sent: "Sent.",
  sending: "It will be posted as soon as Slack lets me.",
  sendUncertain: "Slack did not answer, so it is not certain that it was posted. I keep looking.",
  notSent: (reason: string) => `It was not posted: ${reason}.`,
  nothingToSend: "Nothing is new since the last edition, so nothing was posted.",
  resumed: "It goes on.",
  stopped: "Stopped. No more editions will be posted.",
  gone: "This digest does not exist any more.",
  notYours: {
    before: "Only its owner, ",
    after: ", or an administrator can change this digest.",
  },
  notYoursAdmins:
    "Only an administrator can change this digest, which the program's settings define.",
  environment:
    "The program's settings (DIGEST_CHANNEL, DIGEST_CRON and those beside them) define this digest; it is changed and stopped there.",
  archived: "This channel is archived, so nothing can be posted in it.",
  notInvited: "I am not in this channel. Invite me with /invite @kzminerals, then subscribe again.",
  notMine: "I cannot post in this conversation. Subscribe in a channel, or write to me directly.",
  cannotJoin: (reason: string) =>
    `I cannot join this channel (${reason}). Invite me with /invite @kzminerals, then subscribe again.`,
  duplicate:
    "This channel already has a digest of the same in this language. Change that one instead:",
  tooMany: (limit: number) =>
    `This channel has ${limit} digests, and more are not possible. Stop or change one of them.`,
  form: {
    title: "Subscribe",
    changeTitle: "Change the digest",
    submit: "Save",
    close: "Cancel",
    done: "Done",
    saving: "One moment…",
    channel: "For",
    weekdays: "Days",
    time: "Time",
    timeZone: "Time zone",
    timeZoneHint: "Type a city, a country's time or an offset such as +5",
    language: "Language",
    filter: "Only about",
    filterExample: "uranium, lithium, France, since June 2025",
    filterHint:
      "Minerals, countries, companies, people, stages of deals (signed), kinds of event (visits) and a time, in any of the three languages. Empty: everything.",
    skippedDays: "Days off",
    skippedDaysHint: "Days without an edition, as YYYY-MM-DD, with spaces or commas between them.",
    nothingNew: "When nothing is new",
    postsEmpty: "Post that there is nothing new",
    cron: "Cron expression",
    cronHint:
      "For experts: five fields, which replace days and time. 0 9 1 * * is the 1st at 09:00.",
  },
  languages: { en: "English", fr: "French", ru: "Russian" },
  pauseForm: {
    title: "Pause the digest",
    submit: "Pause",
    until: "Until",
    hint: "It goes on by itself on this day. Empty: until somebody resumes it.",
    notAhead: (day: string) => `${day} is not ahead. Choose a later day.`,
  },
  faults: {
    "no-weekday": () => "Choose at least one day, or write a cron expression.",
    "no-time": ({ value }: Fault) => `“${value}” is not a time. Choose one, such as 09:00.`,
    "no-time-zone": ({ value }: Fault) => `“${value}” is not a time zone. Choose one of the list.`,
    "no-language": ({ value }: Fault) => `“${value}” is not a language I know. Choose one.`,
    "filter-not-understood": ({ value }: Fault) =>
      `Not understood: ${value}. Write minerals, countries, companies, people or a time.`,
    "filter-over": ({ value }: Fault) =>
      `“${value}” names a time that is over, in which nothing new can fall.`,
    "filter-too-long": ({ value, limit }: Fault) =>
      `${value} characters are too many; at most ${limit} fit.`,
    "not-days": ({ value }: Fault) => `No such day: ${value}. Write days as YYYY-MM-DD.`,
    "too-many-days": ({ value, limit }: Fault) =>
      `${value} days are too many; at most ${limit} fit.`,
    "cron-not-understood": ({ value }: Fault) =>
      `“${value}” is not understood. Write five fields (minute, hour, day, month, weekday), such as 0 9 * * 1.`,
    "cron-never": ({ value }: Fault) => `“${value}” never fires: there is no such date.`,
    "cron-too-often": ({ value }: Fault) =>
      `“${value}” fires more than once a day; an edition covers whole days, so once a day is the limit.`,
  },
};
