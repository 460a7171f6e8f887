/** Several workspaces behind one address: each event is heard by the app of the workspace that it is of. */
import { App, type Receiver, type ReceiverEvent } from "@slack/bolt";
import { z } from "zod";
import type { Log } from "../log.ts";
import { LANGUAGES } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { boltLogger } from "./bolt-logger.ts";
import type { WatchedReceiver } from "./receivers.ts";

/** What hears the events of one workspace. */
export type WorkspaceReceiver = Receiver & {
  /** Gives an event to the workspace's app; false while it does not listen. */
  hear: (event: ReceiverEvent) => Promise<boolean>;
};

/** Where Slack says which installation an event is for, the most certain first. */
const Body = z.object({
  view: z.object({ app_installed_team_id: z.string().nullish() }).nullish(),
  authorizations: z.array(z.object({ team_id: z.string().nullish() })).nullish(),
  team_id: z.string().nullish(),
  team: z.object({ id: z.string().nullish() }).nullish(),
  user: z.object({ team_id: z.string().nullish() }).nullish().catch(null),
  command: z.string().nullish(),
});

export function workspaceReceiver(): WorkspaceReceiver {
  let app: App | undefined;
  let isOpen = false;
  return {
    init: (given) => {
      app = given;
    },
    start: async () => {
      isOpen = true;
    },
    stop: async () => {
      isOpen = false;
    },
    hear: async (event) => {
      if (!app || !isOpen) return false;
      await app.processEvent(event);
      return true;
    },
  };
}

/** Hands on what comes in, from when `start` resolves until `stop` does. */
export async function createDispatch({
  receiver,
  find,
  log,
}: {
  receiver: WatchedReceiver;
  /** The receiver of a workspace; null where the app is not installed. */
  find: (workspace: string) => Promise<Pick<WorkspaceReceiver, "hear"> | null>;
  log: Log;
}): Promise<{ start: () => Promise<void>; stop: () => Promise<void> }> {
  const underWay = new Set<Promise<void>>();
  const app = new App({
    receiver: { init: receiver.init, start: receiver.start, stop: receiver.stop },
    authorize: async () => ({}),
    logger: boltLogger(log),
    convoStore: false,
    deferInitialization: true,
  });

  async function handOn(event: ReceiverEvent): Promise<void> {
    const workspace = workspaceOf(event.body);
    const heard = workspace !== null && (await (await find(workspace))?.hear(event));
    if (heard) return;
    log.info({ workspace }, "an event of a workspace that has not installed the app");
    await event.ack(isCommand(event.body) ? refusal() : undefined);
  }

  app.processEvent = async (event) => {
    const handing = handOn(event).finally(() => underWay.delete(handing));
    underWay.add(handing);
    await handing;
  };
  await app.init();
  return {
    start: async () => {
      await receiver.start();
    },
    stop: async () => {
      await receiver.stop();
      await Promise.allSettled(underWay);
    },
  };
}

/** The workspace whose installation an event is for; null where the event names none. */
function workspaceOf(body: unknown): string | null {
  const read = Body.safeParse(body);
  if (!read.success) return null;
  const { view, authorizations, team_id, team, user } = read.data;
  const named = [
    view?.app_installed_team_id,
    authorizations?.[0]?.team_id,
    team_id,
    team?.id,
    user?.team_id,
  ];
  return named.find((id) => id) ?? null;
}

function isCommand(body: unknown): boolean {
  return Boolean(Body.safeParse(body).data?.command);
}

/** Nobody knows the language of somebody whose workspace gave no token. */
function refusal() {
  const lines = LANGUAGES.map((language) => stringsIn(language).installing.notInstalled);
  return { response_type: "ephemeral", text: lines.join("\n") } as const;
}
