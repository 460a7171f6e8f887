/** The bot's Home tab: published when somebody opens it, and after they changed what it shows. */
import type { App } from "@slack/bolt";
import { HOME_ACTIONS } from "../messages/home.ts";
import { type DirectPress, postDirectly, sayDirectly } from "./say-directly.ts";
import { openSubscribe } from "./subscribe.ts";
import type { Surface } from "./surface.ts";

export function listenForHome(app: App, surface: Surface): void {
  app.event("app_home_opened", async ({ event, context }) => {
    if (event.tab !== "messages")
      await surface.publishHome({ workspace: context.teamId ?? "unknown", id: event.user });
  });

  app.action(
    // Several buttons of one row; the others have numbers behind their names.
    { type: "block_actions", action_id: new RegExp(`^${HOME_ACTIONS.say}(:\\d+)?$`) },
    async ({ ack, body, action, context }) => {
      await ack();
      if (action.type !== "button" || !body.team) return;
      const press = pressOf(body, { ts: action.action_ts, isReplay: context.isReplay === true });
      await sayDirectly(surface, press, action.value ?? "");
    },
  );

  app.action(
    { type: "block_actions", action_id: HOME_ACTIONS.subscribe },
    async ({ ack, body, action, context }) => {
      await ack();
      if (action.type !== "button" || !body.team) return;
      const press = pressOf(body, { ts: action.action_ts, isReplay: context.isReplay === true });
      const { workspace, user } = press;
      const channel = await surface.directChannel(user);
      await openSubscribe(
        surface,
        {
          workspace,
          channel,
          user,
          trigger: body.trigger_id,
          tell: (message) => postDirectly(surface, press, message),
        },
        null,
      );
    },
  );
}

function pressOf(
  { team, user }: { team: { id: string } | null; user: { id: string } },
  { ts, isReplay }: { ts: string; isReplay: boolean },
): DirectPress {
  const workspace = team?.id ?? "unknown";
  return { workspace, user: user.id, id: `home:${workspace}:${user.id}:${ts}`, isReplay };
}
