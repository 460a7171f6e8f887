/** `/kzminerals …`: the answer is for the asker alone, who may share it. */
import type { App } from "@slack/bolt";
import type { Reply } from "../messages/reply.ts";
import { shareValue } from "../messages/share.ts";
import type { Button } from "../messages/text.ts";
import type { Product } from "../product.ts";
import { stringsIn } from "../strings/strings.ts";
import { drawMessage } from "./blocks.ts";
import { readMrkdwn } from "./mrkdwn.ts";
import { SHARE_ACTION } from "./share.ts";

export function listenForCommands(app: App, product: Product): void {
  app.command("/kzminerals", async ({ command, ack, respond, context }) => {
    await ack();
    const { channel_id, user_id, text } = command;
    const workspace = context.teamId ?? "unknown";
    const reply = await product.reply({
      text: readMrkdwn(text),
      // One person's questions in one channel belong together.
      conversation: { workspace, id: `${channel_id}:${user_id}`, isThread: false },
    });
    await respond({
      response_type: "ephemeral",
      ...drawMessage({ ...reply.message, buttons: shareButtons(reply, channel_id) }),
    });
  });
}

/** In a direct message there is nobody to share with. */
function shareButtons({ answer, message }: Reply, channel: string): Button[] {
  const value = answer && !channel.startsWith("D") ? shareValue(answer) : null;
  if (!value) return [];
  return [{ action: SHARE_ACTION, label: stringsIn(message.language).answer.share, value }];
}
