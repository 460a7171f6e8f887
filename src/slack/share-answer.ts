/** Posts an answer that only its asker saw to a channel, and tells what came of it. */
import type { SendResult } from "../messages/outbox.ts";
import { reasonText } from "../messages/reason-text.ts";
import { SharedAnswer } from "../messages/share.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import type { Surface } from "./surface.ts";

/** Slack's reasons for which an invitation helps. */
const NOT_INVITED = new Set(["not_in_channel", "channel_not_found", "restricted_action"]);

/** `shownIn` names what holds the button: a second press shares nothing twice. */
export async function shareAnswer(
  { product, sending }: Pick<Surface, "product" | "sending">,
  {
    value,
    workspace,
    channel,
    user,
    shownIn,
  }: { value: string; workspace: string; channel: string; user: string; shownIn: string },
): Promise<{ language: Language; text: string }> {
  const shared = SharedAnswer.parse(JSON.parse(value));
  const { language } = shared;
  const { answer, failure } = stringsIn(language);
  const message = product.share(shared, user);
  if (!message) return { language, text: answer.outdatedShare };
  const id = `share:${workspace}:${channel}:${shownIn}:${user}`;
  try {
    await product.queueShare({ id, workspace, channel, message });
    return { language, text: outcomeText(await product.outbox.send(id, sending.poster), language) };
  } catch (cause) {
    // Told here, since a press has no words by which its language could be known.
    if (!product.isAway(cause)) throw cause;
    return { language, text: failure.databaseAway };
  }
}

function outcomeText(result: SendResult, language: Language): string {
  const { answer, failure } = stringsIn(language);
  if (result.kind === "sent") return answer.shared;
  if (result.kind !== "refused") return failure.shareLater;
  if (NOT_INVITED.has(result.reason)) return failure.cannotPost;
  return failure.notShared(reasonText(result.reason, language));
}
