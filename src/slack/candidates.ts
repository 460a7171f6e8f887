/** The buttons under an article that waits for curators. */
import type { App } from "@slack/bolt";
import { z } from "zod";
import { CANDIDATE_ACTIONS, type CandidateAction } from "../messages/candidate-message.ts";
import { Language } from "../model.ts";
import { answerBelow, answerInPlace } from "./answer-press.ts";
import type { Surface } from "./surface.ts";

const Pressed = z.object({ id: z.string(), language: Language });

export function listenForCandidates(app: App, { product, people }: Surface): void {
  for (const action of Object.keys(CANDIDATE_ACTIONS) as CandidateAction[])
    app.action(
      { type: "block_actions", action_id: CANDIDATE_ACTIONS[action] },
      async ({ ack, body, action: pressed, respond }) => {
        await ack();
        if (pressed.type !== "button" || !body.team || !body.channel) return;
        const { id, language } = Pressed.parse(JSON.parse(pressed.value ?? ""));
        const person = await people({ workspace: body.team.id, id: body.user.id });
        const { message, told } = await product.curation.press({
          action,
          id,
          person,
          channel: body.channel.id,
          language,
        });
        if (message) await answerInPlace(respond, body, message);
        if (told) await answerBelow(respond, body, told);
      },
    );
}
