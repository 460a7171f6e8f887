/** The buttons under a message of which nobody could tell whether it was posted. */
import type { App } from "@slack/bolt";
import { ParkedMessage, VERDICTS } from "../messages/notices.ts";
import type { Verdict } from "../messages/parked.ts";
import { stringsIn } from "../strings/strings.ts";
import type { Surface } from "./surface.ts";

export function listenForVerdicts(app: App, { product, people, sending }: Surface): void {
  const verdicts: readonly Verdict[] = ["there", "again"];
  for (const verdict of verdicts)
    app.action(
      { type: "block_actions", action_id: VERDICTS[verdict] },
      async ({ ack, body, action, respond }) => {
        await ack();
        if (action.type !== "button" || !body.team) return;
        const { id, language } = ParkedMessage.parse(JSON.parse(action.value ?? ""));
        const person = await people({ workspace: body.team.id, id: body.user.id });
        const { poster } = sending;
        const settlement = await product.settleParked({ id, verdict, person, poster });
        // Another's press leaves the buttons to whoever may press them.
        const isSettled = settlement !== "not-allowed";
        await respond({
          text: stringsIn(language).notice.settled[settlement],
          replace_original: isSettled,
          ...(!isSettled && { response_type: "ephemeral" }),
        });
      },
    );
}
