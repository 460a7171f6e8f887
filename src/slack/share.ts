/** The share button: the answer that only its asker saw, posted to the channel. */
import type { App } from "@slack/bolt";
import { SHARE_ACTION } from "../messages/share.ts";
import { privately } from "./response-url.ts";
import { shareAnswer } from "./share-answer.ts";
import type { Surface } from "./surface.ts";

export function listenForShares(app: App, surface: Surface): void {
  app.action(
    { type: "block_actions", action_id: SHARE_ACTION },
    async ({ ack, body, action, respond }) => {
      await ack();
      if (action.type !== "button" || !body.channel || !body.team) return;
      const { text } = await shareAnswer(surface, {
        value: action.value ?? "",
        workspace: body.team.id,
        channel: body.channel.id,
        user: body.user.id,
        shownIn: body.container.message_ts ?? body.trigger_id,
      });
      await respond(privately(text));
    },
  );
}
