/** How the workspace reaches the app: what it hands over, and the addresses it may answer at. */
import type { Receiver, ReceiverEvent } from "@slack/bolt";
import { WORKSPACE } from "./directory.ts";

/** Where the answer to a response_url goes, and which message was pressed. */
export type ResponseTarget = { channel: string; user: string; ts: string | null };

/** Slack takes so many answers at one address (docs.slack.dev, 2026-05). */
const MAX_RESPONSES = 5;

export type AppLink = ReturnType<typeof createAppLink>;

/** Nobody has more modals to open at once. */
const MAX_TRIGGERS = 100;

export function createAppLink({ now }: { now: () => Date }) {
  const responses = new Map<string, { target: ResponseTarget; uses: number }>();
  /** Who pressed or typed what a modal may still be opened for. */
  const triggers = new Map<string, string>();
  let deliver: ((event: ReceiverEvent) => Promise<void>) | null = null;
  let count = 0;

  const receiver: Receiver = {
    init: (app) => {
      deliver = (event) => app.processEvent(event);
    },
    start: async () => {},
    stop: async () => {},
  };

  /**
   * Hands one body to the app as Slack would; resolves when the app is done with it. `answer` hears
   * at once how the app acknowledges it.
   */
  async function send(
    body: Record<string, unknown>,
    answer: (response: unknown) => void = () => {},
  ): Promise<void> {
    if (!deliver) throw new Error("No app is connected to the workspace.");
    await deliver({ body, ack: async (response: unknown) => answer(response) });
  }

  function newTrigger(user: string): string {
    const [oldest] = triggers.keys();
    if (triggers.size >= MAX_TRIGGERS && oldest) triggers.delete(oldest);
    const id = `${++count}.trigger`;
    triggers.set(id, user);
    return id;
  }

  /** A trigger opens one modal. */
  function takeTrigger(id: string): string | null {
    const user = triggers.get(id) ?? null;
    triggers.delete(id);
    return user;
  }

  function newResponseUrl(target: { channel: string; user: string; ts: string | null }): string {
    const id = `${WORKSPACE.team}/${++count}`;
    responses.set(id, { target, uses: 0 });
    return `${WORKSPACE.responseUrl}${id}`;
  }

  /** Where an answer goes; null where Slack takes none at that address any more. */
  function takeResponse(id: string): ResponseTarget | null {
    const response = responses.get(id);
    if (!response || response.uses >= MAX_RESPONSES) return null;
    response.uses += 1;
    return response.target;
  }

  /** An event in its envelope. */
  function eventBody(event: Record<string, unknown>): Record<string, unknown> {
    return {
      type: "event_callback",
      team_id: WORKSPACE.team,
      event_id: `Ev${++count}`,
      event_time: Math.floor(now().getTime() / 1000),
      authorizations: [{ team_id: WORKSPACE.team, user_id: WORKSPACE.bot, is_bot: true }],
      event,
    };
  }

  return {
    receiver,
    send,
    newTrigger,
    takeTrigger,
    /** From now on it is too late to open a modal for what was pressed before. */
    expireTriggers: () => triggers.clear(),
    newResponseUrl,
    takeResponse,
    eventBody,
  };
}
