/** The buttons under an article that waits for curators. */
import type { App } from "@slack/bolt";
import { z } from "zod";
import { CANDIDATE_ACTIONS } from "../messages/candidate-message.ts";
import { body as paragraph } from "../messages/text.ts";
import { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { addTitle, drawAddForm } from "./add-view.ts";
import { answerBelow, answerInPlace, tellBelow } from "./answer-press.ts";
import { drawMessage } from "./blocks.ts";
import { drawNotice, openView, showOutcome } from "./modals.ts";
import type { Surface } from "./surface.ts";

const Pressed = z.object({ id: z.string(), language: Language });
const PLAIN_ACTIONS = ["publish", "reject", "mute"] as const;

export function listenForCandidates(app: App, surface: Surface): void {
  const { product, client, people, peopleAtOnce } = surface;

  for (const action of PLAIN_ACTIONS)
    app.action(
      { type: "block_actions", action_id: CANDIDATE_ACTIONS[action] },
      async ({ ack, body, action: pressed, respond }) => {
        await ack();
        if (pressed.type !== "button" || !body.team || !body.channel) return;
        const { id, language } = Pressed.parse(JSON.parse(pressed.value ?? ""));
        const person = await people({ workspace: body.team.id, id: body.user.id });
        const channel = body.channel.id;
        const wish = { action, id, person, channel, language };
        const { message, told } = await product.curation.press(wish);
        if (message) await answerInPlace(respond, body, message);
        if (told) await answerBelow(respond, body, told);
        if (message && action !== "mute") await refreshCandidate(surface, body.team.id, id);
      },
    );

  app.action(
    { type: "block_actions", action_id: CANDIDATE_ACTIONS.edit },
    async ({ ack, body, action, respond }) => {
      await ack();
      if (action.type !== "button" || !body.team || !body.channel) return;
      const { id, ...pressed } = Pressed.parse(JSON.parse(action.value ?? ""));
      const person = await peopleAtOnce({ workspace: body.team.id, id: body.user.id });
      const language = person.language ?? pressed.language;
      const channel = body.channel.id;
      const opened = await product.curation.open({ id, person, channel, language });
      if ("told" in opened) return answerBelow(respond, body, opened.told);
      const title = addTitle({ language, isCorrection: false });
      const waiting = drawNotice({ title, language, message: null });
      const viewId = await openView(client, body.trigger_id, waiting);
      if (viewId === null) return tellBelow(respond, body, stringsIn(language).failure.pressAgain);
      const form = await product.adding.openCandidate(opened.candidate, person, language);
      if (form.kind !== "form") return;
      const message = { language, paragraphs: [paragraph(title), ...form.opened.about] };
      const view = drawAddForm(form.opened);
      await showOutcome(client, { viewId, user: body.user.id, view, message });
    },
  );
}

/** Brings every message of a candidate up to date; one that cannot be is found out when pressed. */
export async function refreshCandidate(
  { product, client, people, directChannel, log }: Surface,
  workspace: string,
  id: string,
): Promise<void> {
  const find = (user: string) => people({ workspace, id: user });
  for (const { channel, ts, message } of await product.curation.posted(workspace, id, find))
    try {
      const place = /^[UW]/.test(channel) ? await directChannel(channel) : channel;
      await client.chat.update({ channel: place, ts, ...drawMessage(message) });
    } catch (err) {
      log.warn({ err, candidate: id }, "a message could not be brought up to date");
    }
}
