/** Further reading behind an answer: the first page below it, the others in its place. */
import type { App } from "@slack/bolt";
import { FURTHER_ACTION, MORE_ACTION } from "../messages/further-message.ts";
import { answerBelow, answerInPlace } from "./answer-press.ts";
import type { Surface } from "./surface.ts";

export function listenForMore(app: App, { product }: Surface): void {
  app.action(
    { type: "block_actions", action_id: MORE_ACTION },
    async ({ ack, body, action, respond }) => {
      await ack();
      if (action.type !== "button" || !body.channel) return;
      await answerBelow(respond, body, product.further(action.value ?? ""));
    },
  );

  app.action(
    // Two buttons of one message; the second has a number behind its name.
    { type: "block_actions", action_id: new RegExp(`^${FURTHER_ACTION}(:\\d+)?$`) },
    async ({ ack, body, action, respond }) => {
      await ack();
      if (action.type !== "button") return;
      await answerInPlace(respond, body, product.further(action.value ?? ""));
    },
  );
}
