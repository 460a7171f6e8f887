/** The buttons of the register besides its pages. */
import type { App } from "@slack/bolt";
import { CSV_ACTION } from "../messages/deals-file.ts";
import { TABLE_ACTION } from "../messages/deals-question.ts";
import { answerBelow } from "./answer-press.ts";
import { runPressed } from "./press.ts";
import type { Surface } from "./surface.ts";

export function listenForDealsButtons(app: App, surface: Surface): void {
  const { product, sendFile } = surface;

  app.action(
    { type: "block_actions", action_id: TABLE_ACTION },
    async ({ ack, body, action, respond }) => {
      await ack();
      if (action.type !== "button") return;
      const message = await runPressed(surface, action.value ?? "", body);
      if (message) await answerBelow(respond, body, message);
    },
  );

  app.action(
    { type: "block_actions", action_id: CSV_ACTION },
    async ({ ack, body, action, respond }) => {
      await ack();
      if (action.type !== "button") return;
      const { file, saying } = product.dealsFile(action.value ?? "");
      const outcome = await sendFile(file, { channel: body.user.id, threadTs: null });
      await answerBelow(respond, body, saying(outcome));
    },
  );
}
