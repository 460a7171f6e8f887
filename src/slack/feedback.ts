/** The buttons by which people say what they think of an answer. */
import type { App } from "@slack/bolt";
import { FEEDBACK_ACTIONS, JudgedAnswer } from "../messages/feedback.ts";
import { body as paragraph } from "../messages/text.ts";
import { stringsIn } from "../strings/strings.ts";
import { tellBelow } from "./answer-press.ts";
import { drawFeedbackForm, FEEDBACK_FORM, readFeedbackForm } from "./feedback-view.ts";
import { drawNotice, openModal, showOutcome } from "./modals.ts";
import type { Surface } from "./surface.ts";

export function listenForFeedback(app: App, { product, client, peopleAtOnce }: Surface): void {
  const { feedback } = product;

  app.action(
    { type: "block_actions", action_id: FEEDBACK_ACTIONS.right },
    async ({ ack, body, action, respond }) => {
      await ack();
      if (action.type !== "button" || !body.team) return;
      const judged = JudgedAnswer.parse(JSON.parse(action.value ?? ""));
      const person = await peopleAtOnce({ workspace: body.team.id, id: body.user.id });
      await feedback.right(judged, person);
      const { noted } = stringsIn(person.language ?? judged.language).feedback;
      await tellBelow(respond, body, noted);
    },
  );

  app.action(
    { type: "block_actions", action_id: FEEDBACK_ACTIONS.correct },
    async ({ ack, body, action, respond }) => {
      await ack();
      if (action.type !== "button" || !body.team) return;
      const judged = JudgedAnswer.parse(JSON.parse(action.value ?? ""));
      const person = await peopleAtOnce({ workspace: body.team.id, id: body.user.id });
      const language = person.language ?? judged.language;
      if (!(await openModal(client, body.trigger_id, drawFeedbackForm(judged, language))))
        await tellBelow(respond, body, stringsIn(language).failure.pressAgain);
    },
  );

  app.view(FEEDBACK_FORM, async ({ ack, view, body }) => {
    const { judged, language, correction } = readFeedbackForm(view);
    const faults = feedback.faultsOf(correction, language);
    if (faults) return void (await ack({ response_action: "errors", errors: faults }));
    const { form, thanks } = stringsIn(language).feedback;
    const notice = { title: form.title, language };
    await ack({
      response_action: "update",
      view: drawNotice({ ...notice, message: null }),
    });
    const workspace = body.team?.id ?? "unknown";
    await feedback.correct(judged, correction, { workspace, id: body.user.id });
    const message = { language, paragraphs: [paragraph(thanks)] };
    const outcome = drawNotice({ ...notice, message });
    await showOutcome(client, { viewId: view.id, user: body.user.id, view: outcome, message });
  });
}
