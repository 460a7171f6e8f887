/** The forms that set up, change and pause digests: what they show, and what their submission does. */
import type { Choices, Draft, DraftFault, DraftField } from "../digest/draft.ts";
import type { Subscription } from "../digest/subscription.ts";
import type { Saved } from "../digest/subscriptions.ts";
import { weeklyOf } from "../digest/weekly.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { originOf } from "./access.ts";
import {
  changedMessage,
  type DigestSources,
  digestFor,
  readerOf,
  say,
  stateMessage,
  toldState,
} from "./digest-sources.ts";
import { stateSpans } from "./digest-state.ts";
import type { Person } from "./person.ts";
import type { Reader } from "./schedule-words.ts";
import { body, type Message } from "./text.ts";

/** A form to fill in: `id` is null for a new digest; `isFixed` leaves the schedule and language out. */
export type DigestForm = {
  id: string | null;
  channel: string;
  language: Language;
  isFixed: boolean;
  draft: Draft;
};

export type PauseForm = { id: string; language: Language; timeZone: string };

export type Opened<Form> = { kind: "form"; form: Form } | { kind: "refused"; message: Message };

/** `again`: nothing was saved, and the form may be filled in anew. */
export type Submitted = { kind: "done" | "again"; message: Message };

/** Mondays at nine. */
const USUAL = { weekdays: ["1"], time: "09:00", cron: "" } as const;

export type DigestForms = ReturnType<typeof createDigestForms>;

export function createDigestForms(sources: DigestSources) {
  const { subscriptions } = sources;

  /** The form for a new digest of a channel, with what is usual filled in. */
  function newForm(channel: string, person: Person, word: Language | null): DigestForm {
    const { language } = readerOf(sources, person, word);
    const draft = {
      ...USUAL,
      timeZone: person.timeZone ?? sources.defaultTimeZone,
      language,
      filter: "",
      skippedDays: "",
      postsEmpty: true,
    };
    return { id: null, channel, language, isFixed: false, draft };
  }

  async function changeForm(id: string, person: Person): Promise<Opened<DigestForm>> {
    const reader = readerOf(sources, person);
    const found = await digestFor(sources, id, { action: "change", person, reader });
    if ("refusal" in found) return { kind: "refused", message: found.refusal };
    const { subscription } = found;
    const { channel } = subscription;
    const isFixed = originOf(subscription) === "environment";
    // What is fixed stays as it is stored, so what is usual serves in the draft.
    const draft = isFixed ? { ...draftOf(subscription), ...USUAL } : draftOf(subscription);
    return {
      kind: "form",
      form: { id, channel, language: reader.language, isFixed, draft },
    };
  }

  /** What is wrong in the fields, in words; null when nothing is. */
  function faultsOf(draft: Draft, language: Language): Partial<Record<DraftField, string>> | null {
    const read = subscriptions.read(draft);
    return read.kind === "faults" ? faultTexts(read.faults, language) : null;
  }

  /** Saves a filled-in form; `newId` names the digest if it is a new one. */
  async function submit(
    { id, channel, language, draft }: DigestForm,
    { person, newId }: { person: Person; newId: string },
  ): Promise<Submitted> {
    const reader = readerOf(sources, person, language);
    const read = subscriptions.read(draft);
    if (read.kind === "faults") {
      const texts = Object.values(faultTexts(read.faults, language));
      return { kind: "again", message: say(texts.join(" "), reader) };
    }
    if (id === null) {
      const { workspace, id: owner } = person;
      const place = { id: newId, workspace, channel, owner };
      return outcomeOf(await subscriptions.add({ ...place, ...read.choices }), reader);
    }
    const found = await digestFor(sources, id, { action: "change", person, reader });
    if ("refusal" in found) return { kind: "done", message: found.refusal };
    const choices = changeable(found.subscription, read.choices);
    return outcomeOf(await subscriptions.change(found.subscription, choices), reader);
  }

  async function outcomeOf(saved: Saved, reader: Reader): Promise<Submitted> {
    const strings = stringsIn(reader.language).subscription;
    switch (saved.kind) {
      case "saved":
        return {
          kind: "done",
          message: await stateMessage(sources, saved.subscription, {
            reader,
            above: [body(strings.saved)],
          }),
        };
      case "duplicate": {
        const twin = await toldState(sources, saved.of, reader);
        const paragraphs = [body(`${strings.duplicate} `, ...stateSpans(twin, reader))];
        return { kind: "again", message: { language: reader.language, paragraphs } };
      }
      case "gone":
        return { kind: "done", message: say(strings.gone, reader) };
      case "too-many":
        return { kind: "again", message: say(strings.tooMany(saved.limit), reader) };
    }
  }

  /** The form that asks for the day on which a pause ends. */
  async function pauseForm(id: string, person: Person): Promise<Opened<PauseForm>> {
    const reader = readerOf(sources, person);
    const found = await digestFor(sources, id, { action: "pause", person, reader });
    if ("refusal" in found) return { kind: "refused", message: found.refusal };
    const { timeZone } = found.subscription;
    return { kind: "form", form: { id, language: reader.language, timeZone } };
  }

  /** What is wrong with the day that a pause shall end on; null when nothing is. */
  function pauseFault({ language, timeZone }: PauseForm, until: string | null): string | null {
    if (until === null || subscriptions.isAhead(until, timeZone)) return null;
    return stringsIn(language).subscription.pauseForm.notAhead(until);
  }

  /** Pauses until a day begins, or until somebody resumes it. */
  async function pause(
    { id, language }: PauseForm,
    { person, until }: { person: Person; until: string | null },
  ): Promise<Message> {
    const reader = readerOf(sources, person, language);
    const found = await digestFor(sources, id, { action: "pause", person, reader });
    if ("refusal" in found) return found.refusal;
    const paused = await subscriptions.pause(found.subscription, until);
    return changedMessage(sources, paused, { reader });
  }

  return { newForm, changeForm, faultsOf, submit, pauseForm, pauseFault, pause };
}

function faultTexts(
  faults: readonly DraftFault[],
  language: Language,
): Partial<Record<DraftField, string>> {
  const { faults: texts } = stringsIn(language).subscription;
  return Object.fromEntries(faults.map((fault) => [fault.field, texts[fault.kind](fault)]));
}

/** The environment's schedule, zone and language come back with the next start, so they stay. */
function changeable(subscription: Subscription, choices: Choices): Choices {
  if (originOf(subscription) === "person") return choices;
  const { cron, timeZone, language } = subscription;
  return { ...choices, cron, timeZone, language };
}

function draftOf(subscription: Subscription): Draft {
  const { cron, timeZone, language, filter, skippedDays, postsEmpty } = subscription;
  const weekly = weeklyOf(cron);
  return {
    weekdays: weekly ? weekly.weekdays.map(String) : [],
    time: weekly?.time ?? USUAL.time,
    timeZone,
    language,
    filter,
    skippedDays: skippedDays.join(" "),
    postsEmpty,
    cron: weekly ? "" : cron,
  };
}
