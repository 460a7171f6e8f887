/** The form of a digest: opened by a command or a button, filled in, saved, and answered in words. */
import type { App } from "@slack/bolt";
import type { Submitted } from "../messages/digest-forms.ts";
import { SUBSCRIBE_ACTION } from "../messages/digest-reading.ts";
import { DIGEST_ACTIONS } from "../messages/digest-state.ts";
import { type Message, body as paragraph } from "../messages/text.ts";
import { findTimeZones } from "../messages/time-zones.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { reachText } from "./channels.ts";
import {
  DIGEST_FORM,
  drawDigestForm,
  type OpenForm,
  readDigestForm,
  TIME_ZONE_ACTION,
} from "./digest-form-view.ts";
import { option } from "./inputs.ts";
import { drawNotice, openModal, showOutcome } from "./modals.ts";
import { refreshHome } from "./publish-home.ts";
import { privately, privateOrigin, refresh } from "./response-url.ts";
import type { Surface } from "./surface.ts";

/** Where a form is asked for, and how to tell somebody that there is none. */
export type Place = {
  workspace: string;
  channel: string;
  user: string;
  trigger: string;
  tell: (message: Message) => Promise<unknown>;
};

/** Opens the form for a new digest of a channel, unless nothing can be posted there. */
export async function openSubscribe(
  surface: Surface,
  { workspace, channel, user, trigger, tell }: Place,
  word: Language | null,
): Promise<void> {
  const { product, client, peopleAtOnce, channels } = surface;
  const [person, reach] = await Promise.all([
    peopleAtOnce({ workspace, id: user }),
    channels.look(channel),
  ]);
  const form = product.digests.newForm(channel, person, word);
  const obstacle = reachText(reach, channel, form.language);
  if (obstacle) return void (await tell(saying(obstacle, form.language)));
  const view = drawDigestForm({ form, respondTo: null }, { now: product.now() });
  if (!(await openModal(client, trigger, view)))
    await tell(product.digests.invitation(person, word));
}

export function listenForDigestForms(app: App, surface: Surface): void {
  const { product, client, people, peopleAtOnce } = surface;

  app.action(
    { type: "block_actions", action_id: SUBSCRIBE_ACTION },
    async ({ ack, body, respond }) => {
      await ack();
      if (!body.channel || !body.team) return;
      const place = {
        workspace: body.team.id,
        channel: body.channel.id,
        user: body.user.id,
        trigger: body.trigger_id,
        tell: (message: Message) => respond(privately(message)),
      };
      await openSubscribe(surface, place, null);
    },
  );

  app.action(
    { type: "block_actions", action_id: DIGEST_ACTIONS.change },
    async ({ ack, body, action, respond }) => {
      await ack();
      if (action.type !== "button" || !body.team) return;
      const person = await peopleAtOnce({ workspace: body.team.id, id: body.user.id });
      const opened = await product.digests.changeForm(action.value ?? "", person);
      if (opened.kind === "refused") return void (await respond(privately(opened.message)));
      const open = { form: opened.form, respondTo: privateOrigin(body) };
      const view = drawDigestForm(open, { now: product.now() });
      if (!(await openModal(client, body.trigger_id, view)))
        await respond(privately(stringsIn(opened.form.language).failure.pressAgain));
    },
  );

  app.options<"block_suggestion">(
    { type: "block_suggestion", action_id: TIME_ZONE_ACTION },
    async ({ ack, options: { value, view } }) => {
      if (!view) return void (await ack({ options: [] }));
      const { form } = readDigestForm(view);
      const likely = form.draft.timeZone ? [form.draft.timeZone] : [];
      const { language } = form;
      const found = findTimeZones(value, { language, now: product.now(), likely });
      await ack({ options: found.map(option) });
    },
  );

  app.view(DIGEST_FORM, async ({ ack, view, body }) => {
    const open = readDigestForm(view);
    const faults = product.digests.faultsOf(open.form.draft, open.form.language);
    if (faults) return void (await ack({ response_action: "errors", errors: faults }));
    await ack({ response_action: "update", view: noticeView(open, null) });
    const { kind, message } = await save(open, {
      workspace: body.team?.id ?? "unknown",
      user: body.user.id,
      viewId: view.id,
    });
    const outcome =
      kind === "done"
        ? noticeView(open, message)
        : drawDigestForm(open, { now: product.now(), notice: message });
    await showOutcome(client, { viewId: view.id, user: body.user.id, view: outcome, message });
    if (kind !== "done") return;
    if (open.respondTo) await refresh(open.respondTo, message, surface);
    await refreshHome(surface, { workspace: body.team?.id ?? "unknown", id: body.user.id });
  });

  /** A new digest is named after its form, so that submitting it twice makes one. */
  async function save(
    { form }: OpenForm,
    { workspace, user, viewId }: { workspace: string; user: string; viewId: string },
  ): Promise<Submitted> {
    const reach = await surface.channels.join(form.channel);
    const obstacle = reachText(reach, form.channel, form.language);
    if (obstacle) return { kind: "again", message: saying(obstacle, form.language) };
    const person = await people({ workspace, id: user });
    return product.digests.submit(form, { person, newId: `${workspace}:${viewId}` });
  }
}

function noticeView({ form: { id, language } }: OpenForm, message: Message | null) {
  const { form: words } = stringsIn(language).subscription;
  const title = id === null ? words.title : words.changeTitle;
  return drawNotice({ title, language, message });
}

function saying(text: string, language: Language): Message {
  return { language, paragraphs: [paragraph(text)] };
}
