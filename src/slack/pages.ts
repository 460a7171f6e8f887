/** Turning the pages of a command's answer, in its place. */
import type { App } from "@slack/bolt";
import { PAGE_ACTION } from "../messages/pages.ts";
import { answerInPlace } from "./answer-press.ts";
import { pressedOn } from "./response-url.ts";
import type { Surface } from "./surface.ts";

export function listenForPages(app: App, { product, peopleAtOnce }: Surface): void {
  app.action(
    // Two buttons of one message; the second has a number behind its name.
    { type: "block_actions", action_id: new RegExp(`^${PAGE_ACTION}(:\\d+)?$`) },
    async ({ ack, body, action, respond }) => {
      await ack();
      if (action.type !== "button" || !body.team || !body.channel) return;
      const user = { workspace: body.team.id, id: body.user.id };
      const asker = {
        surface: pressedOn(body),
        channel: body.channel.id,
        person: () => peopleAtOnce(user),
      };
      const message = await product.turnPage(action.value ?? "", asker);
      await answerInPlace(respond, body, message);
    },
  );
}
