/** The form that says what is wrong with an answer, as a Slack modal. */
import type { types } from "@slack/bolt";
import { z } from "zod";
import { type Correction, ERRORS, JudgedAnswer } from "../messages/feedback.ts";
import { TEXTS_KEPT_DAYS } from "../messages/kept-texts.ts";
import { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { plain } from "./blocks.ts";
import { radioButtons, readInputs, textInput } from "./inputs.ts";

export const FEEDBACK_FORM = "feedback-form";

/** More than what is kept, so that what is too long is refused with its length. */
const MAX_CHARS = 3_000;

/** `language` is that of whoever fills it in; the answer may be in another. */
const Memory = z.object({ judged: JudgedAnswer, language: Language });
type Memory = z.infer<typeof Memory>;

export function drawFeedbackForm(judged: JudgedAnswer, language: Language): types.ModalView {
  const { form } = stringsIn(language).feedback;
  return {
    type: "modal",
    callback_id: FEEDBACK_FORM,
    private_metadata: JSON.stringify({ judged, language } satisfies Memory),
    title: plain(form.title),
    submit: plain(form.submit),
    close: plain(form.close),
    blocks: [
      radioButtons({
        field: "kind",
        label: form.kind,
        choices: ERRORS.map((value) => ({ value, label: form.kinds[value] })),
      }),
      textInput({
        field: "text",
        label: form.text,
        hint: form.textHint(TEXTS_KEPT_DAYS),
        example: form.textExample,
        initial: "",
        isOptional: true,
        isLong: true,
        maxChars: MAX_CHARS,
      }),
    ],
  };
}

export function readFeedbackForm(view: {
  private_metadata: string;
  state: { values: unknown };
}): Memory & { correction: Correction } {
  const { one } = readInputs(view.state.values);
  const correction = { kind: one("kind") ?? "", text: one("text") ?? "" };
  return { ...Memory.parse(JSON.parse(view.private_metadata)), correction };
}
