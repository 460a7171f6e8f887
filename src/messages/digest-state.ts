/** A digest's state in words: when, about what, what came last and what comes next. */
import { isPausedAt } from "../digest/skipping.ts";
import type { Subscription } from "../digest/subscription.ts";
import type { DigestState, LastRun } from "../digest/subscriptions.ts";
import { capitalised } from "../knowledge/concept-name.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { isDirect, originOf } from "./access.ts";
import { formatMoment } from "./format.ts";
import { reasonText } from "./reason-text.ts";
import { dayText, nextText, type Reader, scheduleText } from "./schedule-words.ts";
import { type Button, body, bold, note, type Paragraph, type Span } from "./text.ts";

/** What a press does; the button's value is the subscription's id. */
export const DIGEST_ACTIONS = {
  show: "digest-show",
  send: "digest-send",
  pause: "digest-pause",
  resume: "digest-resume",
  change: "digest-change",
  stop: "digest-stop",
} as const;

/** A state with its filter in words. */
export type ToldState = DigestState & { filterText: string };

/** Slack's own clock may be a little ahead of a slot; later than this a post is late. */
const LATE_AFTER_MS = 15 * 60 * 1000;

/** `Every Monday 09:00 Asia/Almaty (05:00 in Paris). Next: 23 Nov.` and what else there is to say. */
export function stateParagraphs(state: ToldState, reader: Reader): Paragraph[] {
  return [
    body(
      bold(scheduleText(state.subscription, state.next, reader)),
      `. ${comingText(state, reader)}`,
    ),
    note(...contentSpans(state, reader)),
    note(lastText(state, reader)),
  ];
}

/** The same in one paragraph, for a list. */
export function stateSpans(state: ToldState, reader: Reader): Span[] {
  const { subscription, next } = state;
  return [
    bold(scheduleText(subscription, next, reader)),
    { text: `. ${comingText(state, reader)} ` },
    ...contentSpans(state, reader),
  ];
}

/** Where a digest goes: nobody else knows a direct message by its name. */
export function placeSpan(channel: string, language: Language): Span {
  return isDirect(channel)
    ? { text: stringsIn(language).subscription.directMessage }
    : { text: channel, channel };
}

/** What can be done with a digest; whoever may not is told so when pressing. */
export function stateButtons({ subscription }: DigestState, reader: Reader): Button[] {
  const { buttons, confirmStop } = stringsIn(reader.language).subscription;
  const button = (action: keyof typeof DIGEST_ACTIONS, label: string): Button => ({
    action: DIGEST_ACTIONS[action],
    label,
    value: subscription.id,
  });
  const isPaused = isPausedAt(subscription, reader.now);
  return [
    button("send", buttons.send),
    isPaused ? button("resume", buttons.resume) : button("pause", buttons.pause),
    button("change", buttons.change),
    { ...button("stop", buttons.stop), style: "danger", confirm: confirmStop },
  ];
}

/** What comes next, and why not earlier. */
function comingText({ subscription, next, daysOff }: DigestState, reader: Reader): string {
  const strings = stringsIn(reader.language).subscription;
  const days = daysOff.map((day) => dayText(day, subscription.timeZone, reader));
  return [
    ...(isPausedAt(subscription, reader.now) ? [pauseText(subscription, reader)] : []),
    ...(days.length > 0 ? [strings.dayOff(days.join(", "))] : []),
    ...(next ? [strings.next(nextText(subscription, next, reader))] : []),
    ...(next || subscription.pause ? [] : [strings.noNext]),
  ].join(" ");
}

function pauseText({ pause, timeZone }: Subscription, reader: Reader): string {
  const strings = stringsIn(reader.language).subscription;
  if (pause?.until) return strings.pausedUntil(dayText(pause.until, timeZone, reader));
  return pause === null || pause.reason === "asked"
    ? strings.paused
    : strings.pausedBySlack(pause.reason);
}

/** `English · Uranium, lithium · France · 2 days off · set up by @…`. */
function contentSpans({ subscription, filterText }: ToldState, { language }: Reader): Span[] {
  const strings = stringsIn(language).subscription;
  const { owner, postsEmpty, skippedDays } = subscription;
  const parts = [
    capitalised(strings.languages[subscription.language], language),
    filterText,
    ...(postsEmpty ? [] : [strings.onlyWithNews]),
    ...(skippedDays.length > 0 ? [strings.daysOff(skippedDays.length)] : []),
  ].join(" · ");
  return originOf(subscription) === "person"
    ? [{ text: `${parts} · ${strings.setUpBy} ` }, { text: owner ?? "", user: owner ?? "" }]
    : [{ text: `${parts} · ${strings.fromEnvironment}` }];
}

function lastText({ last, subscription: { timeZone } }: DigestState, reader: Reader): string {
  const { last: told, nothingYet } = stringsIn(reader.language).subscription;
  return last ? told(runText(last, timeZone, reader)) : nothingYet;
}

function runText(run: LastRun, timeZone: string, { language }: Reader): string {
  const { run: words, skipReasons } = stringsIn(language).subscription;
  const { slot, state, postedAt, reason } = run;
  const moment = (instant: Date) => formatMoment(instant, timeZone, language);
  const when = moment(slot);
  switch (state) {
    case "posted": {
      const isLate = postedAt !== null && postedAt.getTime() - slot.getTime() > LATE_AFTER_MS;
      return isLate ? words.late({ due: when, when: moment(postedAt) }) : words.posted(when);
    }
    case "skipped":
      return words.skipped({
        when,
        reason:
          new Map(Object.entries(skipReasons)).get(reason ?? "") ??
          reasonText(reason ?? "", language),
      });
    case "refused":
      return words.refused({ when, reason: reasonText(reason ?? "", language) });
    default:
      return words[state](when);
  }
}
