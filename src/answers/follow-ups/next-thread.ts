/** What a next question in the conversation may rest on. */
import { factKey } from "../../model.ts";
import type { Citation } from "../answer.ts";
import type { Thread } from "./follow-up.ts";

/** A chain of follow-ups longer than this has left its subject. */
export const MAX_REMEMBERED = 5;
/** As many facts as a reader still has in mind. */
const MAX_SHOWN = 30;

export function nextThread({
  text,
  citations,
  isList,
  leans,
  previous,
}: {
  text: string;
  citations: readonly Citation[];
  isList: boolean;
  leans: boolean;
  previous: Thread;
}): Thread {
  return {
    questions: [...(leans ? previous.questions.slice(-MAX_REMEMBERED) : []), text],
    facts: citations.map(factKey),
    shown: leans ? [...previous.shown, ...previous.facts].slice(-MAX_SHOWN) : [],
    items: isList ? citations.map(factKey) : leans ? previous.items : [],
  };
}
