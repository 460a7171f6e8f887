/** The form of a digest as a Slack modal, and what is filled in read back from it. */
import type { types } from "@slack/bolt";
import { z } from "zod";
import type { DigestForm } from "../messages/digest-forms.ts";
import { placeSpan } from "../messages/digest-state.ts";
import { type Message, note } from "../messages/text.ts";
import { timeZoneOption } from "../messages/time-zones.ts";
import { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { drawWords, plain } from "./blocks.ts";
import { checkboxes, readInputs, searchedSelect, select, textInput, timeInput } from "./inputs.ts";

export const DIGEST_FORM = "digest-form";
export const TIME_ZONE_ACTION = "time-zone";

/** `respondTo` is where the message is that the form was opened from. */
export type OpenForm = { form: DigestForm; respondTo: string | null };

/** What Slack keeps with the form; `initial` serves for the fields that it does not show. */
const Memory = z.object({
  id: z.string().nullable(),
  channel: z.string(),
  language: Language,
  isFixed: z.boolean(),
  respondTo: z.string().nullable(),
  initial: z.object({
    weekdays: z.array(z.string()),
    time: z.string(),
    timeZone: z.string(),
    language: z.string(),
    cron: z.string(),
  }),
});

/** More than what is read, so that what is too long is refused with its length. */
const MAX_FILTER_CHARS = 500;
const MAX_DAYS_CHARS = 2_000;
const MAX_CRON_CHARS = 200;
const POSTS_EMPTY = "yes";
const MONDAY = Temporal.PlainDate.from("2024-01-01");

/** Draws the form, below a notice when it comes back to be filled in anew. */
export function drawDigestForm(
  { form, respondTo }: OpenForm,
  { now, notice }: { now: Date; notice?: Message },
): types.ModalView {
  const { id, channel, language, isFixed, draft } = form;
  const { form: words } = stringsIn(language).subscription;
  const { weekdays, time, timeZone, cron } = draft;
  const initial = { weekdays: [...weekdays], time, timeZone, language: draft.language, cron };
  const memory: z.infer<typeof Memory> = { id, channel, language, isFixed, respondTo, initial };
  return {
    type: "modal",
    callback_id: DIGEST_FORM,
    private_metadata: JSON.stringify(memory),
    title: plain(id === null ? words.title : words.changeTitle),
    submit: plain(words.submit),
    close: plain(words.close),
    blocks: [
      ...(notice ? drawWords(notice) : []),
      ...drawWords({
        language,
        paragraphs: [note(`${words.channel} `, placeSpan(channel, language))],
      }),
      ...(isFixed ? [] : scheduleInputs(form, now)),
      ...contentInputs(form),
      ...(isFixed ? [] : [cronInput(form)]),
    ],
  };
}

/** The form as it was filled in. */
export function readDigestForm(view: {
  private_metadata: string;
  state: { values: unknown };
}): OpenForm {
  const { initial, respondTo, ...kept } = Memory.parse(JSON.parse(view.private_metadata));
  const { one, many } = readInputs(view.state.values);
  const draft = {
    weekdays: many("weekdays") ?? initial.weekdays,
    time: one("time") ?? initial.time,
    timeZone: one("timeZone") ?? initial.timeZone,
    language: one("language") ?? initial.language,
    filter: one("filter") ?? "",
    skippedDays: one("skippedDays") ?? "",
    postsEmpty: many("postsEmpty")?.includes(POSTS_EMPTY) ?? false,
    cron: one("cron") ?? initial.cron,
  };
  return { form: { ...kept, draft }, respondTo };
}

function scheduleInputs({ draft, language }: DigestForm, now: Date): types.InputBlock[] {
  const { form: words, languages } = stringsIn(language).subscription;
  return [
    checkboxes({
      field: "weekdays",
      label: words.weekdays,
      isOptional: true,
      choices: weekdayChoices(language),
      chosen: draft.weekdays,
    }),
    timeInput({ field: "time", label: words.time, initial: draft.time }),
    searchedSelect({
      field: "timeZone",
      label: words.timeZone,
      hint: words.timeZoneHint,
      action: TIME_ZONE_ACTION,
      chosen: timeZoneOption(draft.timeZone, language, now),
    }),
    select({
      field: "language",
      label: words.language,
      choices: Object.entries(languages).map(([value, label]) => ({ value, label })),
      chosen: draft.language,
    }),
  ];
}

function contentInputs({ draft, language }: DigestForm): types.InputBlock[] {
  const { form: words } = stringsIn(language).subscription;
  return [
    textInput({
      field: "filter",
      label: words.filter,
      hint: words.filterHint,
      example: words.filterExample,
      initial: draft.filter,
      isOptional: true,
      maxChars: MAX_FILTER_CHARS,
    }),
    textInput({
      field: "skippedDays",
      label: words.skippedDays,
      hint: words.skippedDaysHint,
      initial: draft.skippedDays,
      isOptional: true,
      isLong: true,
      maxChars: MAX_DAYS_CHARS,
    }),
    checkboxes({
      field: "postsEmpty",
      label: words.nothingNew,
      isOptional: true,
      choices: [{ value: POSTS_EMPTY, label: words.postsEmpty }],
      chosen: draft.postsEmpty ? [POSTS_EMPTY] : [],
    }),
  ];
}

function cronInput({ draft, language }: DigestForm): types.InputBlock {
  const { form: words } = stringsIn(language).subscription;
  return textInput({
    field: "cron",
    label: words.cron,
    hint: words.cronHint,
    example: "0 9 1 * *",
    initial: draft.cron,
    isOptional: true,
    maxChars: MAX_CRON_CHARS,
  });
}

/** Monday first, as the draft counts. */
function weekdayChoices(language: string) {
  const format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, at) => {
    const day = new Date(`${MONDAY.add({ days: at })}T00:00:00Z`);
    return { value: String(at + 1), label: format.format(day) };
  });
}
