/** The buttons below an answer, on every surface alike. */
import type { Answer } from "../answers/answer.ts";
import { stringsIn } from "../strings/strings.ts";
import { feedbackButtons, type Given } from "./feedback.ts";
import { MORE_ACTION, moreValue } from "./further-message.ts";
import { SHARE_ACTION, shareValue } from "./share.ts";
import type { Button } from "./text.ts";

/**
 * `mayShare`: only the asker sees the answer, where there are others to show it to. `given`: on which
 * surface and from which base, for whoever says something of it.
 */
export function answerButtons(
  answer: Answer,
  { mayShare, given }: { mayShare: boolean; given: Given },
): Button[] {
  const { share, more } = stringsIn(answer.language).answer;
  return [
    ...button(SHARE_ACTION, share, mayShare ? shareValue(answer) : null),
    ...button(MORE_ACTION, more, moreValue(answer)),
    ...feedbackButtons(answer, given),
  ];
}

function button(action: string, label: string, value: string | null): Button[] {
  return value === null ? [] : [{ action, label, value }];
}
