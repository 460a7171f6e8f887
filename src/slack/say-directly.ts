/** Answers what a button says for a person, as a direct message to them. */
import { type Message, note } from "../messages/text.ts";
import { stringsIn } from "../strings/strings.ts";
import { postPicture } from "./pictures.ts";
import { postReply } from "./post-reply.ts";
import type { Surface } from "./surface.ts";

/** `id` names the press, so that it is answered once. */
export type DirectPress = { workspace: string; user: string; id: string; isReplay: boolean };

/** Answers a text as if the person had written it; what they asked stands above. */
export async function sayDirectly(
  surface: Surface,
  press: DirectPress,
  text: string,
): Promise<void> {
  const { product, peopleAtOnce } = surface;
  const { workspace, user, id } = press;
  const channel = await surface.directChannel(user);
  const { message } = await product.reply({
    id,
    text,
    user,
    conversation: { workspace, id: channel, isThread: false },
    asker: { surface: "direct", channel, person: () => peopleAtOnce({ workspace, id: user }) },
    mayShare: false,
  });
  const { youAsked } = stringsIn(message.language).surfaces.home;
  const asked = note(`${youAsked} ${text}`);
  await postDirectly(surface, press, { ...message, paragraphs: [asked, ...message.paragraphs] });
}

export async function postDirectly(
  { product, sending }: Surface,
  { workspace, user, id, isReplay }: DirectPress,
  { picture, ...message }: Message,
): Promise<void> {
  const now = product.now();
  const how = {
    poster: sending.poster,
    posting: { id, workspace, channel: user, threadTs: null, message },
    since: now,
    startedAt: now,
    now: product.now,
    isRepeated: isReplay,
  };
  await postReply(how);
  if (picture) await postPicture({ ...how, picture });
}
