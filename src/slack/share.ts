/** The share button: the answer that only its asker saw, posted to the channel. */
import type { App } from "@slack/bolt";
import type { SendResult } from "../messages/outbox.ts";
import { reasonText } from "../messages/reason-text.ts";
import { SHARE_ACTION, SharedAnswer } from "../messages/share.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { privately } from "./response-url.ts";
import type { Surface } from "./surface.ts";

/** Slack's reasons for which an invitation helps. */
const NOT_INVITED = new Set(["not_in_channel", "channel_not_found", "restricted_action"]);

export function listenForShares(app: App, { product, sending }: Surface): void {
  app.action(
    { type: "block_actions", action_id: SHARE_ACTION },
    async ({ ack, body, action, respond }) => {
      await ack();
      if (action.type !== "button" || !body.channel || !body.team) return;
      const shared = SharedAnswer.parse(JSON.parse(action.value ?? ""));
      const strings = stringsIn(shared.language);
      const message = product.share(shared, body.user.id);
      if (!message) return void (await tell(strings.answer.outdatedShare));
      // Named after the message that holds the button: a second press shares nothing twice.
      const shownIn = body.container.message_ts ?? body.trigger_id;
      const id = `share:${body.team.id}:${body.channel.id}:${shownIn}:${body.user.id}`;
      const { team, channel } = body;
      const share = { id, workspace: team.id, channel: channel.id, message };
      try {
        await product.queueShare(share);
        await tell(outcomeText(await product.outbox.send(id, sending.poster), shared.language));
      } catch (cause) {
        // Told here, since a press has no words by which its language could be known.
        if (!product.isAway(cause)) throw cause;
        await tell(strings.failure.databaseAway);
      }

      async function tell(text: string): Promise<void> {
        await respond(privately(text));
      }
    },
  );
}

function outcomeText(result: SendResult, language: Language): string {
  const { answer, failure } = stringsIn(language);
  if (result.kind === "sent") return answer.shared;
  if (result.kind !== "refused") return failure.shareLater;
  if (NOT_INVITED.has(result.reason)) return failure.cannotPost;
  return failure.notShared(reasonText(result.reason, language));
}
