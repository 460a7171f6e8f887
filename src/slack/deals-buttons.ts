/** The buttons of the register besides its pages. */
import type { App } from "@slack/bolt";
import { CSV_ACTION } from "../messages/deals-file.ts";
import { TABLE_ACTION } from "../messages/deals-question.ts";
import { answerAlone, answerBelow } from "./answer-press.ts";
import { pressedOn } from "./response-url.ts";
import type { Surface } from "./surface.ts";

export function listenForDealsButtons(app: App, surface: Surface): void {
  const { product, peopleAtOnce, sendFile } = surface;

  app.action(
    { type: "block_actions", action_id: TABLE_ACTION },
    async ({ ack, body, action, respond }) => {
      await ack();
      if (action.type !== "button" || !body.team || !body.channel) return;
      const user = { workspace: body.team.id, id: body.user.id };
      const asker = {
        surface: pressedOn(body),
        channel: body.channel.id,
        person: () => peopleAtOnce(user),
      };
      await answerBelow(respond, body, await product.turnPage(action.value ?? "", asker));
    },
  );

  app.action(
    { type: "block_actions", action_id: CSV_ACTION },
    async ({ ack, body, action, respond }) => {
      await ack();
      if (action.type !== "button") return;
      const { file, saying } = product.dealsFile(action.value ?? "");
      const outcome = await sendFile(file, { channel: body.user.id, threadTs: null });
      await answerAlone(respond, saying(outcome));
    },
  );
}
