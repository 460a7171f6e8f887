/** What people press: buttons of messages, modals and the Home tab, and the menu of a message. */
import type { AppLink } from "./app-link.ts";
import { buttonIn } from "./buttons-in.ts";
import { WORKSPACE } from "./directory.ts";
import type { Home } from "./homes.ts";
import type { Views } from "./views.ts";
import type { WorkspaceMessage } from "./workspace.ts";

type Pressed = { action: string; value?: string; user?: string };

export function createPresses({
  link: { send, newTrigger, newResponseUrl },
  views,
  homeOf,
  messageAt,
  nextTs,
}: {
  link: AppLink;
  views: Views;
  homeOf: (user: string) => Home | null;
  messageAt: (ts: string) => WorkspaceMessage | undefined;
  nextTs: () => string;
}) {
  function common(user: string) {
    return {
      team: { id: WORKSPACE.team, domain: WORKSPACE.domain },
      user: { id: user, name: "reader", username: "reader", team_id: WORKSPACE.team },
      api_app_id: WORKSPACE.app,
      trigger_id: newTrigger(user),
    };
  }

  /** The button `action` of a message; `value` tells several of them apart. */
  async function press({
    ts,
    user = WORKSPACE.person,
    ...pressed
  }: Pressed & { ts: string }): Promise<void> {
    const message = messageAt(ts);
    const button = message && buttonIn(message.blocks, pressed);
    if (!message || !button)
      throw new RangeError(`No button "${pressed.action}" in message ${ts}.`);
    const { channel, threadTs, ephemeralTo } = message;
    await send({
      type: "block_actions",
      ...common(user),
      channel: { id: channel, name: channel },
      container: {
        type: "message",
        message_ts: ts,
        channel_id: channel,
        ...(threadTs && { thread_ts: threadTs }),
        is_ephemeral: ephemeralTo !== null,
      },
      // Slack does not send along what only one person sees.
      ...(ephemeralTo === null && { message: asSlackMessage(message) }),
      response_url: newResponseUrl({ channel, user, ts }),
      actions: [{ ...button, action_ts: nextTs(), block_id: "actions" }],
    });
  }

  /** A button of the modal before a person, or of their Home tab where no modal is open. */
  async function pressInView({ user = WORKSPACE.person, ...pressed }: Pressed): Promise<void> {
    const modal = views.top(user);
    const home = homeOf(user);
    const button = buttonIn((modal ?? home)?.view.blocks ?? [], pressed);
    if (!button) throw new RangeError(`No button "${pressed.action}" before ${user}.`);
    const view = modal ? views.asSlack(modal, user) : home ? asSlackHome(home) : null;
    await send({
      type: "block_actions",
      ...common(user),
      container: { type: "view", view_id: (modal ?? home)?.id },
      view,
      actions: [{ ...button, action_ts: nextTs(), block_id: "actions" }],
    });
  }

  /** An entry of the menu of a message. */
  async function shortcut({
    ts,
    callback,
    user = WORKSPACE.person,
  }: {
    ts: string;
    callback: string;
    user?: string;
  }): Promise<void> {
    const message = messageAt(ts);
    if (!message || message.ephemeralTo !== null)
      throw new RangeError(`Message ${ts} has no menu.`);
    const { channel } = message;
    await send({
      type: "message_action",
      callback_id: callback,
      ...common(user),
      channel: { id: channel, name: channel },
      message_ts: ts,
      action_ts: nextTs(),
      message: asSlackMessage(message),
      response_url: newResponseUrl({ channel, user, ts: null }),
    });
  }

  return { press, pressInView, shortcut };
}

function asSlackMessage({ ts, user, text, blocks, threadTs, files }: WorkspaceMessage) {
  return {
    type: "message",
    ts,
    user,
    text,
    ...(blocks.length > 0 && { blocks }),
    ...(user === WORKSPACE.bot && { bot_id: WORKSPACE.botId }),
    ...(threadTs && { thread_ts: threadTs }),
    ...(files.length > 0 && { files }),
  };
}

function asSlackHome({ id, hash, view }: Home) {
  return {
    ...view,
    id,
    hash,
    team_id: WORKSPACE.team,
    app_id: WORKSPACE.app,
    bot_id: WORKSPACE.botId,
    root_view_id: id,
    previous_view_id: null,
    private_metadata: view.private_metadata ?? "",
    callback_id: view.callback_id ?? "",
    state: { values: {} },
  };
}
