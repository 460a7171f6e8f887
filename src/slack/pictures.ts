/** Pictures that follow a message, drawn when they are sent. */
import type { Log } from "../log.ts";
import { fileOutcomeText } from "../messages/outgoing-file.ts";
import type { Poster, Posting, PostOutcome } from "../messages/posting.ts";
import { body, type Message, type Picture } from "../messages/text.ts";
import { drawPicture } from "../pictures/draw-picture.ts";
import type { OwnReason } from "../store/outbox-rows.ts";
import type { SendFile } from "./files.ts";
import { pictureName } from "./picture-name.ts";
import { postReply } from "./post-reply.ts";

const NOT_DRAWN: OwnReason = "not-drawn";

/** What sending a picture needs. */
export type Picturing = { sendFile: SendFile; log: Log };

/** Draws the picture of a posting and sends it as a file. */
export async function sendPicture(
  { sendFile, log }: Picturing,
  posting: Posting,
  mayStart?: () => boolean,
): Promise<PostOutcome> {
  const { picture } = posting.message;
  const name = pictureName(posting);
  if (!picture || !name) return { kind: "refused", reason: NOT_DRAWN };
  const bytes = await drawPicture(picture.drawing).catch((err: unknown) => {
    log.error({ delivery: posting.id, err }, "a picture could not be drawn");
    return null;
  });
  if (!bytes) return { kind: "refused", reason: NOT_DRAWN };
  const { title, altText } = picture;
  return sendFile({ name, title, altText, type: "image/png", bytes }, posting, mayStart);
}

/** Posts a picture below the reply that it belongs to; where that fails, a sentence why. */
export async function postPicture({
  poster,
  posting: reply,
  picture,
  since,
  isRepeated,
  ...times
}: {
  poster: Poster;
  posting: Posting;
  picture: Picture;
  since: Date;
  isRepeated: boolean;
  startedAt: Date;
  now: () => Date;
  heldAt?: (takenAt: Date) => Date;
}): Promise<void> {
  const { language } = reply.message;
  const posting = pictureOf(reply, picture);
  if (isRepeated && (await poster.lookUp(posting, since)).kind === "found") return;
  const outcome = await poster.post(posting);
  if (outcome.kind === "sent") return;
  const message = saying(outcome, posting);
  await postReply({
    poster,
    posting: { ...reply, id: `${posting.id}:told`, message: { ...message, language } },
    since,
    isRepeated,
    ...times,
  });
}

/** Sends the picture of an answer that only one person sees to their direct messages. */
export async function sendPictureTo({
  poster,
  id,
  workspace,
  user,
  message: { language, picture },
}: {
  poster: Poster;
  id: string;
  workspace: string;
  user: string;
  message: Message;
}): Promise<Message> {
  const reply = {
    id: `slash:${id}`,
    workspace,
    channel: user,
    threadTs: null,
    message: { language, paragraphs: [] },
  };
  if (!picture) throw new RangeError("An answer without a picture");
  const posting = pictureOf(reply, picture);
  return saying(await poster.post(posting), posting);
}

function pictureOf(reply: Posting, picture: Picture): Posting {
  const { language } = reply.message;
  return { ...reply, id: `${reply.id}:picture`, message: { language, paragraphs: [], picture } };
}

function saying(outcome: PostOutcome, posting: Posting): Message {
  const { language } = posting.message;
  const name = pictureName(posting) ?? "";
  return { language, paragraphs: [body(fileOutcomeText(outcome, name, language))] };
}
