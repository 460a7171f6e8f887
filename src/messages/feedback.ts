/** What people say of an answer: that it is right, or what there is to correct. */
import { z } from "zod";
import type { Answer } from "../answers/answer.ts";
import { fingerprint } from "../knowledge/fingerprint.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { factKey, Language } from "../model.ts";
import type { Store } from "../store/store.ts";
import { stringsIn } from "../strings/strings.ts";
import { buttonValue } from "./button-value.ts";
import { formatNumber } from "./format.ts";
import { AskedOn, type Person } from "./person.ts";
import { subjectOf } from "./question-subject.ts";
import type { Button } from "./text.ts";
import { withoutNames } from "./without-names.ts";

/** What the two buttons under an answer do. */
export const FEEDBACK_ACTIONS = { right: "feedback-right", correct: "feedback-correct" } as const;

/** What may be wrong with an answer. */
export const ERRORS = ["wrong-figure", "outdated", "missing-source", "other"] as const;
type ErrorKind = (typeof ERRORS)[number];

/** An answer as its buttons carry it; without facts it was that nothing is known. */
export const JudgedAnswer = z.object({
  question: z.string(),
  language: Language,
  facts: z.array(z.string()),
  surface: AskedOn,
  /** The base from which it was given. */
  version: z.string(),
});
export type JudgedAnswer = z.infer<typeof JudgedAnswer>;

/** On which surface an answer was given, and from which base. */
export type Given = Pick<JudgedAnswer, "surface" | "version">;

/** The form as it was filled in; empty where nothing was. */
export type Correction = { kind: string; text: string };

type Judge = Pick<Person, "id" | "workspace">;

/** Long enough for a figure, its source and why. */
const MAX_TEXT_CHARS = 1_000;

/** For whoever reads the answer, to say what they think of it. */
export function feedbackButtons(
  { question, language, citations }: Answer,
  { surface, version }: Given,
): Button[] {
  const facts = citations.map(factKey);
  const value = buttonValue(question, (question) => ({
    question,
    language,
    facts,
    surface,
    version,
  }));
  const { right, correct } = stringsIn(language).feedback;
  return value === null
    ? []
    : [
        { action: FEEDBACK_ACTIONS.right, label: right, value },
        { action: FEEDBACK_ACTIONS.correct, label: correct, value },
      ];
}

export type Feedback = ReturnType<typeof createFeedback>;

export function createFeedback({
  store,
  vocabulary,
  now,
}: {
  store: Pick<Store, "feedback">;
  vocabulary: Vocabulary;
  now: () => Date;
}) {
  /** One feedback of a person on an answer, however often it is given: the last one counts. */
  async function give(
    judged: JudgedAnswer,
    { kind, text, person }: { kind: "right" | ErrorKind; text: string; person: Judge },
  ): Promise<void> {
    const { language, surface, version } = judged;
    const question = withoutNames(judged.question);
    const answer = judged.facts.length > 0 ? judged.facts.join(" ") : "unknown";
    const { wordsKey, subjects } = subjectOf({ question, missing: [], language }, vocabulary);
    await store.feedback.give({
      id: fingerprint(person.workspace, person.id, question, answer, language, version),
      workspace: person.workspace,
      person: person.id,
      question,
      answer,
      language,
      surface,
      kind,
      text: withoutNames(text),
      index_version: version,
      words_key: wordsKey,
      subjects: JSON.stringify(subjects),
      given_at: now().toISOString(),
    });
  }

  return {
    right: (judged: JudgedAnswer, person: Judge) =>
      give(judged, { kind: "right", text: "", person }),

    /** Throws where the form was not filled in well. */
    correct: (judged: JudgedAnswer, { kind, text }: Correction, person: Judge) =>
      give(judged, { kind: z.enum(ERRORS).parse(kind), text, person }),

    /** What is wrong with the form, by field; null when nothing is. */
    faultsOf(
      { kind, text }: Correction,
      language: Language,
    ): Partial<Record<keyof Correction, string>> | null {
      const { faults } = stringsIn(language).feedback;
      const isKnown = z.enum(ERRORS).safeParse(kind).success;
      const said = text.trim();
      const wrong = {
        ...(!isKnown && { kind: faults.kind }),
        ...(kind === "other" && !/\p{L}|\p{N}/u.test(said) && { text: faults.text }),
        ...(said.length > MAX_TEXT_CHARS && {
          text: faults.tooLong({
            length: formatNumber(said.length, language),
            limit: formatNumber(MAX_TEXT_CHARS, language),
          }),
        }),
      };
      return Object.keys(wrong).length > 0 ? wrong : null;
    },
  };
}
