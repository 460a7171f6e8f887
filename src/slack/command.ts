/** `/kzminerals …`: the answer is for the asker alone, who may share it. */
import type { App } from "@slack/bolt";
import type { Reply } from "../messages/reply.ts";
import { shareValue } from "../messages/share.ts";
import type { Button, Message } from "../messages/text.ts";
import { stringsIn } from "../strings/strings.ts";
import { answerAlone } from "./answer-press.ts";
import { readMrkdwn } from "./mrkdwn.ts";
import { privately } from "./response-url.ts";
import { SHARE_ACTION } from "./share.ts";
import { openSubscribe } from "./subscribe.ts";
import type { Surface } from "./surface.ts";

export function listenForCommands(app: App, surface: Surface): void {
  const { product, peopleAtOnce } = surface;
  app.command("/kzminerals", async ({ command, ack, respond, context }) => {
    await ack();
    const { channel_id, user_id, trigger_id } = command;
    const workspace = context.teamId ?? "unknown";
    const text = readMrkdwn(command.text);
    const request = product.read(text);
    if (request.kind === "subscribe") {
      const tell = (message: Message) => respond(privately(message));
      const place = { workspace, channel: channel_id, user: user_id, trigger: trigger_id, tell };
      return openSubscribe(surface, place, request.language);
    }
    const reply = await product.reply({
      text,
      // One person's questions in one channel belong together.
      conversation: { workspace, id: `${channel_id}:${user_id}`, isThread: false },
      asker: { channel: channel_id, person: () => peopleAtOnce({ workspace, id: user_id }) },
    });
    const { message } = reply;
    const buttons = [...(message.buttons ?? []), ...shareButtons(reply, channel_id)];
    await answerAlone(respond, { ...message, buttons });
  });
}

/** In a direct message there is nobody to share with. */
function shareButtons({ answer, message }: Reply, channel: string): Button[] {
  const value = answer && !channel.startsWith("D") ? shareValue(answer) : null;
  if (!value) return [];
  return [{ action: SHARE_ACTION, label: stringsIn(message.language).answer.share, value }];
}
