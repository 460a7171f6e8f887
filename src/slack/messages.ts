/** Mentions in channels and direct messages: the answer goes where the question stands. */
import type { App } from "@slack/bolt";
import { isDirect } from "../messages/access.ts";
import { type Conversation, conversationOfThread } from "../messages/conversation.ts";
import { changesHome } from "../messages/home.ts";
import { stringsIn } from "../strings/strings.ts";
import { readMrkdwn } from "./mrkdwn.ts";
import { postPicture } from "./pictures.ts";
import { postReply } from "./post-reply.ts";
import { refreshHome } from "./publish-home.ts";
import type { Surface } from "./surface.ts";

/** A message that somebody wrote to the bot. */
type Said = {
  workspace: string;
  channel: string;
  user: string;
  text: string;
  ts: string;
  /** Where the answer goes: a thread, or null for the open conversation of a direct message. */
  threadTs: string | null;
  surface: "mention" | "direct";
  isReplay: boolean;
};

export function listenForMessages(app: App, surface: Surface): void {
  const { product, peopleAtOnce, sending } = surface;

  app.event("app_mention", async ({ event, context }) => {
    // Slack tells of an edited mention again; other bots must not start a conversation.
    if (event.bot_id || "edited" in event) return;
    if (event.subtype && event.subtype !== "file_share") return;
    await answer({
      workspace: context.teamId ?? "unknown",
      channel: event.channel,
      user: event.user ?? "unknown",
      text: event.text,
      ts: event.ts,
      threadTs: event.thread_ts ?? event.ts,
      surface: "mention",
      isReplay: context.isReplay === true,
    });
  });

  app.event("message", async ({ event, context }) => {
    const isForUs = event.channel_type === "im" || isDirect(event.channel);
    // A question may come with a file; every other subtype tells of something else.
    if (!isForUs || (event.subtype !== undefined && event.subtype !== "file_share")) return;
    if ("bot_id" in event && event.bot_id) return;
    const { text = "" } = event;
    if ("edited" in event || (text === "" && event.subtype === undefined)) return;
    await answer({
      workspace: context.teamId ?? "unknown",
      channel: event.channel,
      user: event.user,
      text,
      ts: event.ts,
      threadTs: event.thread_ts ?? null,
      surface: "direct",
      isReplay: context.isReplay === true,
    });
  });

  async function answer(said: Said): Promise<void> {
    const text = readMrkdwn(said.text);
    const place = { channel: said.channel, threadTs: said.threadTs ?? said.ts };
    const { working } = stringsIn(product.languageOf(text)).surfaces;
    const isOver = surface.tellStatus(place, working);
    const { turn, leave } = surface.lines.enter(said.channel);
    const answered = answerNow({ ...said, text }, turn).finally(leave);
    await answered.finally(isOver);
  }

  /** Answers when the `turn` to post has come. */
  async function answerNow(said: Said, turn: Promise<unknown>): Promise<void> {
    const { workspace, channel, user, text, surface: askedOn } = said;
    const startedAt = product.now();
    const { message: reply } = await product.reply({
      id: `${channel}:${said.ts}`,
      text,
      user,
      conversation: conversationOf(said),
      asker: { surface: askedOn, channel, person: () => peopleAtOnce({ workspace, id: user }) },
      mayShare: false,
    });
    const { picture, ...message } = reply;
    const posting = {
      id: `reply:${workspace}:${channel}:${said.ts}`,
      workspace,
      channel,
      threadTs: said.threadTs,
      message,
    };
    const since = new Date(Number(said.ts) * 1000);
    const { heldAt } = surface.leases;
    const times = { since, startedAt, now: product.now, heldAt };
    const how = { poster: sending.poster, isRepeated: said.isReplay, ...times };
    await turn;
    await postReply({ ...how, posting });
    if (picture) await postPicture({ ...how, posting, picture });
    if (changesHome(product.read(text))) await refreshHome(surface, { workspace, id: user });
  }
}

function conversationOf({ workspace, channel, threadTs }: Said): Conversation {
  return threadTs
    ? conversationOfThread({ workspace, channel, ts: threadTs })
    : { workspace, id: channel, isThread: false };
}
