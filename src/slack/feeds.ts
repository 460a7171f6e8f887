/** The buttons under the list of sources, and the form of a new one. */
import type { App } from "@slack/bolt";
import { z } from "zod";
import { ADD_FEED_ACTION, FEED_ACTIONS, type FeedAction } from "../messages/feeds-message.ts";
import { type Message, body as paragraph } from "../messages/text.ts";
import { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { answerAlone, answerInPlace, tellBelow } from "./answer-press.ts";
import {
  drawChecked,
  drawFeedForm,
  EMPTY_FEED_FORM,
  FEED_CHECKED,
  FEED_FORM,
  readChecked,
  readFeedForm,
} from "./feeds-view.ts";
import { drawNotice, openModal, showOutcome } from "./modals.ts";
import type { Surface } from "./surface.ts";

const Pressed = z.object({ id: z.string(), language: Language });

export function listenForFeeds(app: App, { product, client, people, peopleAtOnce }: Surface): void {
  const { feeds } = product;

  for (const action of Object.keys(FEED_ACTIONS) as FeedAction[])
    app.action(
      // A list has one such button for each of its sources; their ids have numbers behind them.
      { type: "block_actions", action_id: new RegExp(`^${FEED_ACTIONS[action]}(:\\d+)?$`) },
      async ({ ack, body, action: pressed, respond }) => {
        await ack();
        if (pressed.type !== "button" || !body.team) return;
        const { id, language } = Pressed.parse(JSON.parse(pressed.value ?? ""));
        const person = await people({ workspace: body.team.id, id: body.user.id });
        const { message, isAllowed } = await feeds.press({ action, id, person, language });
        if (isAllowed) await answerInPlace(respond, body, message);
        else await answerAlone(respond, message);
      },
    );

  app.action(
    { type: "block_actions", action_id: ADD_FEED_ACTION },
    async ({ ack, body, action, respond }) => {
      await ack();
      if (action.type !== "button" || !body.team) return;
      const person = await peopleAtOnce({ workspace: body.team.id, id: body.user.id });
      const language = Language.parse(action.value);
      const obstacle = feeds.obstacle(person, language);
      if (obstacle) return tellBelow(respond, body, obstacle);
      const view = drawFeedForm(EMPTY_FEED_FORM, { language });
      if (!(await openModal(client, body.trigger_id, view)))
        await tellBelow(respond, body, stringsIn(language).failure.pressAgain);
    },
  );

  app.view(FEED_FORM, async ({ ack, view, body }) => {
    const { form, language } = readFeedForm(view);
    const faults = feeds.faultsOf(form, language);
    if (faults) return void (await ack({ response_action: "errors", errors: faults }));
    const { title, reading } = stringsIn(language).feeds.form;
    const waiting = say(reading, language);
    await ack({
      response_action: "update",
      view: drawNotice({ title, language, message: waiting }),
    });
    const checked = await feeds.check(form, language);
    const { message } = checked;
    const outcome =
      checked.kind === "feed"
        ? drawChecked({ language, feed: checked.feed }, message)
        : drawFeedForm(form, { language, notice: message });
    await showOutcome(client, { viewId: view.id, user: body.user.id, view: outcome, message });
  });

  app.view(FEED_CHECKED, async ({ ack, view, body }) => {
    const { feed, language } = readChecked(view);
    const { title } = stringsIn(language).feeds.form;
    await ack({
      response_action: "update",
      view: drawNotice({ title, language, message: null }),
    });
    const person = await people({ workspace: body.team?.id ?? "unknown", id: body.user.id });
    const message = await feeds.watch(feed, person, language);
    const outcome = drawNotice({ title, language, message });
    await showOutcome(client, { viewId: view.id, user: body.user.id, view: outcome, message });
  });
}

function say(text: string, language: Language): Message {
  return { language, paragraphs: [paragraph(text)] };
}
