/** What the base says to a message that somebody else may have written, to nobody in particular. */
import type { Answers } from "../answers/answer.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { answerMessage, type BaseSize } from "./answer-message.ts";
import { MAX_QUESTION_LENGTH } from "./request.ts";
import { shareValue } from "./share.ts";
import { type Message, note } from "./text.ts";

/** `share` is what a button to share it carries; null where there is no answer. */
export type AskedAbout = { language: Language; message: Message; share: string | null };

/** Longer quotes hide the answer. */
const MAX_QUOTE = 150;

/** Answers the beginning of a message; nothing is remembered of it. */
export function createAskAbout({
  answers,
  base,
  today,
}: {
  answers: Pick<Answers, "about">;
  base: () => BaseSize;
  today: () => string;
}): (text: string) => AskedAbout {
  return (text) => {
    const asked = beginning(text, MAX_QUESTION_LENGTH);
    const { answer, isOfNames } = answers.about({ text: asked, today: today() });
    const { language, kind } = answer;
    const { ofNames, cut } = stringsIn(language).surfaces.askAbout;
    const { quoted } = stringsIn(language).digest;
    const quote = beginning(asked, MAX_QUOTE);
    return {
      language,
      share: shareValue(answer),
      message: {
        language,
        paragraphs: [
          note(quoted(quote === asked ? asked : `${quote}…`)),
          ...(asked === text ? [] : [note(cut)]),
          ...(isOfNames && kind !== "unknown" ? [note({ text: ofNames, italic: true })] : []),
          ...answerMessage(answer, base()),
        ],
      },
    };
  };
}

/** The first characters of a text; half a sign would show as rubbish. */
function beginning(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return text
    .slice(0, limit)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trimEnd();
}
