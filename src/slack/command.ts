/** `/kzminerals …`: the answer is for the asker alone, who may share it. */
import type { App } from "@slack/bolt";
import type { Reply } from "../messages/reply.ts";
import { shareable } from "../messages/share.ts";
import type { Product } from "../product.ts";
import { stringsIn } from "../strings/strings.ts";
import { buttonRow, drawMessage } from "./blocks.ts";
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
      ...drawMessage(reply.message, shareRow(reply, channel_id)),
    });
  });
}

/** In a direct message there is nobody to share with. */
function shareRow({ answer, message }: Reply, channel: string) {
  const shared = answer && !channel.startsWith("D") ? shareable(answer) : null;
  if (!shared) return [];
  const label = stringsIn(message.language).answer.share;
  return [buttonRow({ action: SHARE_ACTION, label, value: JSON.stringify(shared) })];
}
