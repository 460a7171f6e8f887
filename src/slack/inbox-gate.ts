/** Stores every event before Bolt sees it, and drops what Slack delivers again. */
import { createHash } from "node:crypto";
import type { App, ReceiverEvent } from "@slack/bolt";
import { z } from "zod";
import type { Log } from "../log.ts";
import type { Inbox, PendingEvent } from "../messages/inbox.ts";
import { createLeases, type Leases } from "./leases.ts";

/** What names an event, in the shapes that Slack sends. */
const Body = z.object({
  type: z.string().optional(),
  team_id: z.string().optional(),
  event_id: z.string().optional(),
  team: z.object({ id: z.string() }).nullish(),
  event: z
    .object({
      type: z.string(),
      channel: z.unknown().optional(),
      channel_type: z.string().optional(),
      ts: z.string().optional(),
    })
    .optional(),
});
type Body = z.infer<typeof Body>;

/** An answer by response_url is possible for half an hour. */
const RESPONSE_URL_MS = 30 * 60 * 1000;

/** Does the work that an event asks for; `kind` is Slack's word for the event. */
export type AttendEvent = (
  event: { id: string; kind: string },
  work: () => Promise<void>,
) => Promise<void>;

export type InboxGate = {
  /** Begins to answer what earlier processes acknowledged and left unanswered, one by one. */
  replay: (pending: readonly PendingEvent[]) => void;
  /** Tells other processes what is being answered here, and takes over what nobody answers. */
  tend: () => Promise<void>;
  /** Takes over nothing more, and resolves when nothing is being answered any more. */
  settle: () => Promise<void>;
};

/** Puts the inbox in front of an app, whatever its receiver is. */
export function guardWithInbox(
  app: App,
  {
    inbox,
    now,
    log,
    leases = createLeases(now),
    attend = (_, work) => work(),
  }: { inbox: Inbox; now: () => Date; log: Log; leases?: Leases; attend?: AttendEvent },
): InboxGate {
  const processEvent = app.processEvent.bind(app);
  /** What is being done, and the event that it answers. */
  const underWay = new Map<Promise<void>, string | null>();
  /** What is to be taken over, by id; until its turn comes, another process may be faster. */
  const queued = new Map<string, PendingEvent>();
  let isReplaying = false;
  let isSettling = false;

  app.processEvent = async (event) => {
    const body = Body.safeParse(event.body);
    // What is typed into a searched select comes with every letter, and is answered or out of date.
    if (!body.success || body.data.type === "block_suggestion") return processEvent(event);
    const workspace = body.data.team_id ?? body.data.team?.id ?? "unknown";
    const id = `${workspace}:${eventName(body.data) ?? fingerprint(event.body)}`;
    // Slack's old verification token has no use and does not belong in a database.
    const { token: _, ...stored } = event.body;
    if (!(await inbox.admit({ id, workspace, body: stored }))) return void (await event.ack());
    await track(answer(id, event), id);
  };

  function answer(id: string, event: ReceiverEvent): Promise<void> {
    return attend({ id, kind: kindOf(event.body) }, async () => {
      await processEvent(event);
      await inbox.markAnswered(id);
    });
  }

  async function track(work: Promise<void>, id: string | null): Promise<void> {
    underWay.set(work, id);
    try {
      await work;
    } finally {
      underWay.delete(work);
    }
  }

  /** Waited for by nobody, so that a slow answer keeps no lease from being renewed. */
  function replay(pending: readonly PendingEvent[]): void {
    for (const event of pending) queued.set(event.id, event);
    if (!isReplaying) void track(replayQueued(), null);
  }

  async function replayQueued(): Promise<void> {
    isReplaying = true;
    for (const [id, event] of queued) {
      // One that fails stays in the inbox, and does not stop the others.
      await track(replayOne(event), id).catch((err: unknown) =>
        log.error({ event: id, err }, "a question of an earlier process was not answered"),
      );
      queued.delete(id);
    }
    isReplaying = false;
  }

  async function replayOne({ id, body, receivedAt, claim }: PendingEvent): Promise<void> {
    const event = z.record(z.string(), z.unknown()).parse(body);
    const isExpired =
      "response_url" in event && now().getTime() - receivedAt.getTime() > RESPONSE_URL_MS;
    if (isExpired) return inbox.markAnswered(id);
    if (await claim()) await answer(id, replayed(event));
  }

  return {
    replay,
    tend: async () => {
      const ids = new Set([...underWay.values()].filter((id) => id !== null));
      await leases.renewing(() => inbox.tend([...ids]));
      const pending = await inbox.pending("later");
      if (!isSettling) replay(pending.filter(({ id }) => !ids.has(id)));
    },
    settle: async () => {
      isSettling = true;
      queued.clear();
      while (underWay.size > 0) await Promise.allSettled(underWay.keys());
    },
  };
}

/** Listeners look for their own reply before they answer a replayed event. */
function replayed(body: Record<string, unknown>): ReceiverEvent {
  return { body, ack: async () => {}, customProperties: { isReplay: true } };
}

/** Slack's word for what happened; a command has none. */
function kindOf(body: unknown): string {
  const { event, type } = Body.safeParse(body).data ?? {};
  return event?.type ?? type ?? "command";
}

/** One name for all deliveries of an event; null for commands and actions, which have none. */
function eventName({ event, event_id }: Body): string | null {
  // A mention may arrive as two events; channel and ts name the message they tell of.
  const isForUs = event?.type === "app_mention" || event?.channel_type === "im";
  if (isForUs && typeof event?.channel === "string" && event.ts)
    return `message:${event.channel}:${event.ts}`;
  return event_id ?? null;
}

/** Two presses differ in their times and addresses; a body that comes again whole is a replay. */
function fingerprint(body: unknown): string {
  return createHash("sha256").update(JSON.stringify(body)).digest("base64url");
}
