/** Buttons that run a command anew: its pages in their place, another command below. */
import type { App } from "@slack/bolt";
import { PAGE_ACTION, SHOW_ACTION } from "../messages/pages.ts";
import { answerBelow, answerInPlace } from "./answer-press.ts";
import { runPressed } from "./press.ts";
import type { Surface } from "./surface.ts";

export function listenForPages(app: App, surface: Surface): void {
  app.action(buttonsOf(PAGE_ACTION), async ({ ack, body, action, respond }) => {
    await ack();
    if (action.type !== "button") return;
    const message = await runPressed(surface, action.value ?? "", body);
    if (message) await answerInPlace(respond, body, message);
  });

  app.action(buttonsOf(SHOW_ACTION), async ({ ack, body, action, respond }) => {
    await ack();
    if (action.type !== "button") return;
    const message = await runPressed(surface, action.value ?? "", body);
    if (message) await answerBelow(respond, body, message);
  });
}

/** Of several buttons of one message all but the first have a number behind their name. */
function buttonsOf(action: string) {
  return { type: "block_actions" as const, action_id: new RegExp(`^${action}(:\\d+)?$`) };
}
