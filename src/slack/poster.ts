/** Posts to Slack once, and finds out what became of a post whose response was lost. */
import { z } from "zod";
import type { Poster, Posting, PostOutcome } from "../messages/posting.ts";
import { drawMessage, drawWithoutTable } from "./blocks.ts";
import type { CallOutcome, SlackCall } from "./call.ts";
import { lookUp, METADATA_EVENT } from "./look-up.ts";
import { type Picturing, sendPicture } from "./pictures.ts";

/** A connection that could not be made costs nothing to try again. */
const UNSENT_PAUSE_MS = 2_000;
/** Slack's words for blocks that it cannot take; the text alone it can. */
const BLOCK_ERRORS = new Set([
  "invalid_blocks",
  "invalid_blocks_format",
  "msg_blocks_too_long",
  "only_one_table_allowed",
]);

const Posted = z.object({ ts: z.string() });

export function createPoster(call: SlackCall, picturing: Picturing): Poster {
  async function post(posting: Posting, mayStart?: () => boolean): Promise<CallOutcome> {
    const { blocks, ...plain } = valuesOf(posting);
    const whole = await call("chat.postMessage", { ...plain, blocks }, mayStart);
    if (whole.kind !== "refused") return whole;
    if (BLOCK_ERRORS.has(whole.error)) return postPlainer(posting, mayStart);
    if (whole.error !== "not_in_channel") return whole;
    // A public channel can be entered; of any other the refusal stands.
    const entered = await call("conversations.join", { channel: posting.channel });
    return entered.kind === "done"
      ? call("chat.postMessage", { ...plain, blocks }, mayStart)
      : whole;
  }

  /** Its table as a list, and where that is refused too, its text alone. */
  async function postPlainer(posting: Posting, mayStart?: () => boolean): Promise<CallOutcome> {
    const { blocks: _, ...plain } = valuesOf(posting);
    if (posting.message.table) {
      const { blocks } = drawWithoutTable(posting.message);
      const listed = await call("chat.postMessage", { ...plain, blocks }, mayStart);
      if (listed.kind !== "refused" || !BLOCK_ERRORS.has(listed.error)) return listed;
    }
    return call("chat.postMessage", plain, mayStart);
  }

  return {
    post: async (posting, mayStart) =>
      posting.message.picture
        ? sendPicture(picturing, posting, mayStart)
        : outcomeOf(await post(posting, mayStart)),
    lookUp: (posting, since) => lookUp(call, posting, since),
  };
}

function valuesOf({ id, channel, threadTs, message }: Posting) {
  return {
    channel,
    ...drawMessage(message),
    ...(threadTs && { thread_ts: threadTs }),
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: METADATA_EVENT, event_payload: { id } },
  };
}

function outcomeOf(outcome: CallOutcome): PostOutcome {
  switch (outcome.kind) {
    case "done": {
      const posted = Posted.safeParse(outcome.body);
      return posted.success
        ? { kind: "sent", ts: posted.data.ts }
        : { kind: "unclear", reason: "no ts in the response" };
    }
    case "refused":
      return { kind: "refused", reason: outcome.error };
    case "limited":
      return { kind: "later", afterMs: outcome.afterMs };
    case "unsent":
      return { kind: "later", afterMs: UNSENT_PAUSE_MS };
    case "failed":
      return { kind: "unclear", reason: outcome.reason };
  }
}
