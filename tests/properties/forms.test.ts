import {
  type Arbitrary,
  array,
  boolean,
  constantFrom,
  nat,
  option,
  record,
  subarray,
} from "fast-check";
import { expect } from "vitest";
import { type Draft, readDraft } from "../../src/digest/draft.ts";
import { formOf } from "../../src/messages/add-form.ts";
import { COMMAND_NAMES } from "../../src/messages/command-words.ts";
import type { DigestForm } from "../../src/messages/digest-forms.ts";
import type { OpenedDraft } from "../../src/messages/draft-forms.ts";
import { pageValue, readPage } from "../../src/messages/pages.ts";
import { MAX_BUTTON_VALUE, note } from "../../src/messages/text.ts";
import { LANGUAGES } from "../../src/model.ts";
import { viewFault } from "../../src/preview/block-limits.ts";
import { type Modal, stateValues } from "../../src/preview/view-state.ts";
import { drawAddForm, readAddForm } from "../../src/slack/add-view.ts";
import { drawDigestForm, readDigestForm } from "../../src/slack/digest-form-view.ts";
import { article, fact, translated } from "../builders.ts";
import { property } from "./property.ts";
import { knowledge, text } from "./texts.ts";

const NOW = new Date("2026-11-21T04:00:00Z");
const { vocabulary } = knowledge;
const language = constantFrom(...LANGUAGES);
/** A field of one line or more, as long as Slack lets people fill it in. */
const field = (maxChars: number) =>
  text.map((each) => each.toWellFormed().slice(0, maxChars).toWellFormed());

const draft: Arbitrary<Draft> = record({
  weekdays: subarray(["1", "2", "3", "4", "5", "6", "7"]),
  time: constantFrom("00:00", "09:00", "23:59"),
  timeZone: constantFrom("Asia/Almaty", "America/Argentina/ComodRivadavia", "UTC"),
  language,
  filter: field(500),
  skippedDays: field(2_000),
  postsEmpty: boolean(),
  cron: field(200),
});
const digestForm: Arbitrary<DigestForm> = record({
  id: option(constantFrom("T1:V1")),
  channel: constantFrom("C1"),
  language,
  isFixed: boolean(),
  draft,
});

property(
  "a digest's form is one that Slack takes, and is read back as it was",
  { of: digestForm, runs: 100 },
  (form) => {
    const view = asModal(drawDigestForm({ form, respondTo: null }, { now: NOW }));
    expect(viewFault(view)).toBeNull();
    expect(readDigestForm(filledIn(view))).toEqual({ form, respondTo: null });
  },
);

property(
  "what is filled in is a schedule, or told field by field",
  { of: draft, runs: 100 },
  (given) => {
    const read = readDraft(given, { vocabulary, now: NOW });
    if (read.kind === "choices") return expect(read.choices.filter).toBe(given.filter.trim());
    expect(read.faults.length).toBeGreaterThan(0);
    for (const { value } of read.faults)
      expect(value.length <= 150 && value.isWellFormed()).toBe(true);
  },
);

const idsOf = (kind: string) =>
  [...vocabulary.concepts.values()].filter((each) => each.kind === kind).map(({ id }) => id);
const opened: Arbitrary<OpenedDraft> = record({
  title: field(300),
  facts: array(field(320), { minLength: 1, maxLength: 5 }),
  minerals: subarray(idsOf("mineral")),
  countries: subarray(idsOf("country")),
  language,
  replaced: array(
    field(2_000).filter((each) => each.trim() !== ""),
    { maxLength: 5 },
  ),
  about: text,
}).map(({ title, facts, minerals, countries, language: spoken, replaced, about }) => ({
  id: "draft",
  language: spoken,
  form: formOf(
    {
      article: article({
        title,
        minerals,
        countries,
        facts: facts.map((each, at) => ({ ...fact(translated(each)), id: `f${at}` })),
      }),
    },
    { language: spoken, vocabulary },
  ),
  about: [note(about)],
  replacements: replaced.map((was, at) => ({ to: `a/f${at}`, was })),
  isCorrection: false,
  candidate: null,
}));

property(
  "the form of an article is one that Slack takes, and is read back as it was",
  { of: opened, runs: 60 },
  (given) => {
    const view = asModal(drawAddForm(given));
    expect(viewFault(view)).toBeNull();
    expect(JSON.stringify(view)).not.toMatch(/\\ud[89a-f]/);
    expect(readAddForm(filledIn(view)).form).toEqual(given.form);
  },
);

const page = record({ name: constantFrom(...COMMAND_NAMES), text, language, page: nat(1_000) });

property("a button to a page is read back, or there is none", { of: page, runs: 200 }, (given) => {
  const value = pageValue(given);
  if (value === null) return;
  expect(value.length).toBeLessThanOrEqual(MAX_BUTTON_VALUE);
  expect(readPage(value)).toEqual(given);
});

function asModal(view: unknown): Modal {
  return view as Modal;
}

/** The view as Slack sends it when nothing was changed in it. */
function filledIn(view: Modal) {
  const values: unknown = JSON.parse(JSON.stringify(stateValues(view, {}, new Map())));
  return { private_metadata: view.private_metadata ?? "", state: { values } };
}
