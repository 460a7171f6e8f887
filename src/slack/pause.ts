/** The modal that asks until when a digest is paused. */
import type { App, types } from "@slack/bolt";
import { z } from "zod";
import type { PauseForm } from "../messages/digest-forms.ts";
import { DIGEST_ACTIONS } from "../messages/digest-state.ts";
import { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { plain } from "./blocks.ts";
import { dateInput, readInputs } from "./inputs.ts";
import { drawNotice, openModal, showOutcome } from "./modals.ts";
import { refreshHome } from "./publish-home.ts";
import { privately, privateOrigin, refresh } from "./response-url.ts";
import type { Surface } from "./surface.ts";

const PAUSE_FORM = "digest-pause-form";
const UNTIL = "until";

const Memory = z.object({
  id: z.string(),
  language: Language,
  timeZone: z.string(),
  respondTo: z.string().nullable(),
});
type Memory = z.infer<typeof Memory>;

const Day = z.iso.date().nullable();

export function listenForPauses(app: App, surface: Surface): void {
  const { product, client, people, peopleAtOnce, transport, log } = surface;
  app.action(
    { type: "block_actions", action_id: DIGEST_ACTIONS.pause },
    async ({ ack, body, action, respond }) => {
      await ack();
      if (action.type !== "button" || !body.team) return;
      const person = await peopleAtOnce({ workspace: body.team.id, id: body.user.id });
      const opened = await product.digests.pauseForm(action.value ?? "", person);
      if (opened.kind === "refused") return void (await respond(privately(opened.message)));
      const view = drawPauseForm(opened.form, privateOrigin(body));
      if (!(await openModal(client, body.trigger_id, view)))
        await respond(privately(stringsIn(opened.form.language).failure.pressAgain));
    },
  );

  app.view(PAUSE_FORM, async ({ ack, view, body }) => {
    const form = Memory.parse(JSON.parse(view.private_metadata));
    const until = Day.parse(readInputs(view.state.values).one(UNTIL) || null);
    const fault = product.digests.pauseFault(form, until);
    if (fault) return void (await ack({ response_action: "errors", errors: { [UNTIL]: fault } }));
    const title = stringsIn(form.language).subscription.pauseForm.title;
    const notice = { title, language: form.language };
    await ack({ response_action: "update", view: drawNotice({ ...notice, message: null }) });
    const person = await people({ workspace: body.team?.id ?? "unknown", id: body.user.id });
    const message = await product.digests.pause(form, { person, until });
    const outcome = drawNotice({ ...notice, message });
    await showOutcome(client, { viewId: view.id, user: body.user.id, view: outcome, message });
    if (form.respondTo) await refresh(form.respondTo, message, { transport, log });
    await refreshHome(surface, { workspace: body.team?.id ?? "unknown", id: body.user.id });
  });
}

function drawPauseForm(form: PauseForm, respondTo: string | null): types.ModalView {
  const { pauseForm: words, form: common } = stringsIn(form.language).subscription;
  return {
    type: "modal",
    callback_id: PAUSE_FORM,
    private_metadata: JSON.stringify({ ...form, respondTo } satisfies Memory),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(common.close),
    blocks: [dateInput({ field: UNTIL, label: words.until, hint: words.hint, isOptional: true })],
  };
}
