/** The buttons of a digest that need no form. */
import type { App } from "@slack/bolt";
import type { PlainAction } from "../messages/digest-presses.ts";
import { DIGEST_ACTIONS } from "../messages/digest-state.ts";
import { refreshHome } from "./publish-home.ts";
import { privately, privateOrigin } from "./response-url.ts";
import type { Surface } from "./surface.ts";

const PLAIN_ACTIONS = ["show", "send", "resume", "stop"] as const satisfies PlainAction[];

export function listenForDigestButtons(app: App, surface: Surface): void {
  const { product, people, sending } = surface;
  for (const action of PLAIN_ACTIONS)
    app.action(
      // A list has one such button for each of its digests; their ids have numbers behind them.
      { type: "block_actions", action_id: new RegExp(`^${DIGEST_ACTIONS[action]}(:\\d+)?$`) },
      async ({ ack, body, action: pressed, respond }) => {
        await ack();
        if (pressed.type !== "button" || !body.team) return;
        const person = await people({ workspace: body.team.id, id: body.user.id });
        const id = pressed.value ?? "";
        const { message, isNews } = await product.digests.press({ action, id, person, sending });
        const replaces = isNews && privateOrigin(body) !== null;
        await respond(privately(message, { replaces }));
        if (isNews) await refreshHome(surface, { workspace: body.team.id, id: body.user.id });
      },
    );
}
