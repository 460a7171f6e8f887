/** The draft of an article as a Slack modal. */
import type { types } from "@slack/bolt";
import { z } from "zod";
import { AddForm, VERDICTS } from "../messages/add-form.ts";
import type { OpenedDraft } from "../messages/draft-forms.ts";
import { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { drawWords, plain } from "./blocks.ts";
import { checkboxes, readInputs, select, textInput } from "./inputs.ts";
import { shorten } from "./within-limits.ts";

export const ADD_FORM = "add-form";

/** Slack's own limit for a field; the names of all minerals and countries have room in it. */
const MAX_CHARS = 3_000;
const MAX_LINE_CHARS = 500;
/** Of the text of an option. */
const MAX_OPTION_CHARS = 75;

const Memory = z.object({
  id: z.string(),
  language: Language,
  isCorrection: z.boolean(),
  candidate: z.string().nullable(),
});
type Memory = Pick<z.infer<typeof Memory>, "language" | "isCorrection">;

export function drawAddForm(opened: OpenedDraft): types.ModalView {
  const { id, language, form, about, isCorrection, candidate, replacements } = opened;
  const words = stringsIn(language).ingest.form;
  const verdicts = isCorrection ? words.correctVerdicts : words.verdicts;
  return {
    type: "modal",
    callback_id: ADD_FORM,
    private_metadata: JSON.stringify({ id, language, isCorrection, candidate }),
    title: plain(addTitle(opened)),
    submit: plain(words.submit),
    close: plain(words.close),
    blocks: [
      ...drawWords({ language, paragraphs: about }),
      textInput({
        field: "title",
        label: words.headline,
        initial: form.title,
        maxChars: MAX_LINE_CHARS,
      }),
      textInput({
        field: "published",
        label: words.published,
        hint: words.publishedHint,
        initial: form.published,
        isOptional: true,
        maxChars: MAX_LINE_CHARS,
      }),
      textInput({
        field: "minerals",
        label: words.minerals,
        hint: words.listHint,
        initial: form.minerals,
        isOptional: true,
        maxChars: MAX_CHARS,
      }),
      textInput({
        field: "partners",
        label: words.partners,
        hint: words.listHint,
        initial: form.partners,
        isOptional: true,
        maxChars: MAX_CHARS,
      }),
      textInput({
        field: "facts",
        label: words.facts,
        hint: words.factsHint,
        initial: form.facts.slice(0, MAX_CHARS),
        isLong: true,
        maxChars: MAX_CHARS,
      }),
      ...(replacements.length > 0
        ? [
            checkboxes({
              field: "replaces",
              label: words.replaces,
              hint: words.replacesHint,
              choices: replacements.map(({ to, was }) => ({
                value: to,
                label: shorten(was, MAX_OPTION_CHARS),
              })),
              chosen: form.replaces,
              isOptional: true,
            }),
          ]
        : []),
      select({
        field: "verdict",
        label: words.verdict,
        choices: VERDICTS.map((value) => ({ value, label: verdicts[value] })),
        chosen: form.verdict,
      }),
      textInput({
        field: "reason",
        label: words.reason,
        initial: form.reason,
        isOptional: true,
        isLong: true,
        maxChars: MAX_CHARS,
      }),
    ],
  };
}

/** What stands above the form, and above what comes of it. */
export function addTitle({ language, isCorrection }: Memory): string {
  const { title, correctTitle } = stringsIn(language).ingest.form;
  return isCorrection ? correctTitle : title;
}

export function readAddForm(view: {
  private_metadata: string;
  state: { values: unknown };
}): Pick<OpenedDraft, "id" | "language" | "form" | "isCorrection" | "candidate"> {
  const { one, many } = readInputs(view.state.values);
  const fields = Object.keys(AddForm.shape).map((field) => [field, one(field) ?? ""]);
  return {
    ...Memory.parse(JSON.parse(view.private_metadata)),
    form: AddForm.parse({ ...Object.fromEntries(fields), replaces: many("replaces") ?? [] }),
  };
}
