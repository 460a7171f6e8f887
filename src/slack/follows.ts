/** The buttons of things that a person follows. */
import type { App } from "@slack/bolt";
import { FOLLOW_ACTIONS, type FollowAction } from "../messages/follows-message.ts";
import { answerAlone, answerInPlace } from "./answer-press.ts";
import { refreshHome } from "./publish-home.ts";
import type { Surface } from "./surface.ts";

export function listenForFollows(app: App, surface: Surface): void {
  const { product, peopleAtOnce } = surface;
  const actions: readonly FollowAction[] = ["unfollow", "resume"];
  for (const name of actions)
    app.action(
      // A list has many; those behind the first have a number behind their name.
      { type: "block_actions", action_id: new RegExp(`^${FOLLOW_ACTIONS[name]}(:\\d+)?$`) },
      async ({ ack, body, action, respond }) => {
        await ack();
        if (action.type !== "button" || !body.team) return;
        const person = await peopleAtOnce({ workspace: body.team.id, id: body.user.id });
        const { message, isNews } = await product.following.press(name, action.value ?? "", person);
        if (isNews) await answerInPlace(respond, body, message);
        else await answerAlone(respond, message);
        await refreshHome(surface, person);
      },
    );
}
