/** `/kzminerals …`: the answer is for the asker alone, who may share it where others are. */
import type { App } from "@slack/bolt";
import { isDirect } from "../messages/access.ts";
import { changesHome } from "../messages/home.ts";
import type { Message } from "../messages/text.ts";
import { openAdd } from "./add-article.ts";
import { answerAlone } from "./answer-press.ts";
import { readMrkdwn } from "./mrkdwn.ts";
import { sendPictureTo } from "./pictures.ts";
import { refreshHome } from "./publish-home.ts";
import { privately } from "./response-url.ts";
import { openSubscribe } from "./subscribe.ts";
import type { Surface } from "./surface.ts";

export function listenForCommands(app: App, surface: Surface): void {
  const { product, peopleAtOnce } = surface;
  const { poster } = surface.sending;
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
    if (request.kind === "command" && request.name === "add") {
      const tell = (message: Message) => answerAlone(respond, message);
      const place = { workspace, user: user_id, trigger: trigger_id, tell };
      return openAdd(surface, place, { url: request.text, word: request.language });
    }
    const { message } = await product.reply({
      id: `${trigger_id} ${command.response_url}`,
      text,
      user: user_id,
      // One person's questions in one channel belong together.
      conversation: { workspace, id: `${channel_id}:${user_id}`, isThread: false },
      asker: {
        surface: "slash",
        channel: channel_id,
        person: () => peopleAtOnce({ workspace, id: user_id }),
      },
      // In a direct message there is nobody to share with.
      mayShare: !isDirect(channel_id),
    });
    await answerAlone(respond, message);
    if (changesHome(request)) await refreshHome(surface, { workspace, id: user_id });
    if (!message.picture) return;
    const said = await sendPictureTo({ poster, workspace, user: user_id, message, id: trigger_id });
    await answerAlone(respond, said);
  });
}
