/** The entry "Ask kzminerals" in the menu of every message: the answer opens in a modal. */
import { randomUUID } from "node:crypto";
import type { App, types } from "@slack/bolt";
import { isDirect } from "../messages/access.ts";
import type { AskedAbout } from "../messages/ask-about.ts";
import { type Message, note, body as paragraph } from "../messages/text.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { drawButtons, drawWords, plain } from "./blocks.ts";
import { messageText } from "./message-text.ts";
import { openView, showOutcome } from "./modals.ts";
import { respondTo } from "./response-url.ts";
import { shareAnswer } from "./share-answer.ts";
import type { Surface } from "./surface.ts";

const ASK_ABOUT = "ask_about_message";
/** Shares the answer of a modal to the channel that the modal's memory names. */
const SHARE_FROM_MODAL = "share-from-modal";

export function listenForAskAbout(app: App, surface: Surface): void {
  const { product, client, peopleAtOnce } = surface;

  app.shortcut(
    { type: "message_action", callback_id: ASK_ABOUT },
    async ({ ack, shortcut, context }) => {
      await ack();
      const { trigger_id, message, channel, user } = shortcut;
      const text = messageText(message);
      const language = product.languageOf(text);
      const { searching } = stringsIn(language).surfaces.askAbout;
      const opened = await openView(client, trigger_id, drawModal(language, [note(searching)]));
      if (opened === null) {
        const { pressAgain } = stringsIn(language).failure;
        return respondTo(shortcut.response_url, pressAgain, surface);
      }
      const workspace = context.teamId ?? "unknown";
      const tell = (view: types.ModalView, said: Message) =>
        showOutcome(client, { viewId: opened, user: user.id, view, message: said });
      try {
        const asked =
          text === "" ? await nothingToAsk({ workspace, id: user.id }) : product.askAbout(text);
        await tell(drawAnswer(asked, channel.id), asked.message);
      } catch (err) {
        const reference = randomUUID().slice(0, 8);
        surface.log.error({ reference, err }, "an answer failed");
        const words = [paragraph(stringsIn(language).failure.unexpected(reference))];
        await tell(drawModal(language, words), { language, paragraphs: words });
      }
    },
  );

  app.action(
    { type: "block_actions", action_id: SHARE_FROM_MODAL },
    async ({ ack, body, action }) => {
      await ack();
      if (action.type !== "button" || !body.view || !body.team) return;
      const { language, text } = await shareAnswer(surface, {
        value: action.value ?? "",
        workspace: body.team.id,
        channel: body.view.private_metadata,
        user: body.user.id,
        shownIn: body.view.id,
      });
      const words = [paragraph(text)];
      await showOutcome(client, {
        viewId: body.view.id,
        user: body.user.id,
        view: drawModal(language, words),
        message: { language, paragraphs: words },
      });
    },
  );

  /** In the person's language, since the message has no words. */
  async function nothingToAsk(user: { workspace: string; id: string }): Promise<AskedAbout> {
    const person = await peopleAtOnce(user);
    const language = person.language ?? product.languageOf("");
    const words = [paragraph(stringsIn(language).surfaces.askAbout.nothingToAsk)];
    return { language, message: { language, paragraphs: words }, share: null };
  }
}

function drawAnswer({ language, message, share }: AskedAbout, channel: string): types.ModalView {
  const label = stringsIn(language).answer.share;
  // In a direct message there is nobody to share with.
  const mayShare = share !== null && !isDirect(channel);
  const buttons = mayShare ? [{ action: SHARE_FROM_MODAL, label, value: share }] : [];
  const modal = drawModal(language, message.paragraphs);
  return {
    ...modal,
    private_metadata: channel,
    blocks: [...modal.blocks, ...drawButtons(buttons)],
  };
}

function drawModal(language: Language, paragraphs: Message["paragraphs"]): types.ModalView {
  const { surfaces, subscription } = stringsIn(language);
  return {
    type: "modal",
    title: plain(surfaces.askAbout.title),
    close: plain(subscription.form.done),
    blocks: drawWords({ language, paragraphs }),
  };
}
