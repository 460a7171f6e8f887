/** Adding an article: by command, by button, and from a message that names an address. */
import type { App } from "@slack/bolt";
import { ADD_ACTION, CORRECT_ACTION } from "../messages/adding.ts";
import { type Message, body as paragraph } from "../messages/text.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { ADD_FORM, addTitle, drawAddForm, readAddForm } from "./add-view.ts";
import { answerAlone } from "./answer-press.ts";
import { refreshCandidate } from "./candidates.ts";
import { drawNotice, openView, showOutcome } from "./modals.ts";
import type { Surface } from "./surface.ts";

const ADD_SHORTCUT = "add_article";

/** Who asks for a draft, and how to tell them something where no modal opens. */
export type AddPlace = {
  workspace: string;
  user: string;
  trigger: string;
  tell: (message: Message) => Promise<unknown>;
};

/** The address of a page, or the id of a published article; `word` is the language that was used. */
type AddWish = ({ url: string } | { correct: string }) & { word?: Language | null };

/** Opens a modal at once, and shows the draft in it when the page was read. */
export async function openAdd(
  { product, client, peopleAtOnce }: Surface,
  { workspace, user, trigger, tell }: AddPlace,
  wish: AddWish,
): Promise<void> {
  const { word = null } = wish;
  const person = await peopleAtOnce({ workspace, id: user });
  const language = word ?? person.language ?? product.languageOf("");
  const refusal = product.adding.obstacle(person, language);
  if (refusal) return void (await tell(refusal));
  const title = addTitle({ language, isCorrection: "correct" in wish });
  const { reading } = stringsIn(language).ingest.form;
  const waiting = { language, paragraphs: [paragraph(reading)] };
  const viewId = await openView(client, trigger, drawNotice({ title, language, message: waiting }));
  if (viewId === null) {
    const { pressAgain } = stringsIn(language).failure;
    return void (await tell({ language, paragraphs: [paragraph(pressAgain)] }));
  }
  const { adding } = product;
  const opened =
    "url" in wish
      ? await adding.open(wish.url, person, language)
      : await adding.openPublished(wish.correct, person, language);
  const message =
    opened.kind === "told" ? opened.message : { language, paragraphs: opened.opened.about };
  const view =
    opened.kind === "told" ? drawNotice({ title, language, message }) : drawAddForm(opened.opened);
  await showOutcome(client, { viewId, user, view, message });
}

export function listenForAdding(app: App, surface: Surface): void {
  const { product, client, people } = surface;

  for (const [actionId, wishOf] of [
    [ADD_ACTION, (value: string) => ({ url: value })],
    [CORRECT_ACTION, (value: string) => ({ correct: value })],
  ] as const)
    app.action(
      { type: "block_actions", action_id: actionId },
      async ({ ack, body, action, respond }) => {
        await ack();
        if (action.type !== "button" || !body.team) return;
        const place = {
          workspace: body.team.id,
          user: body.user.id,
          trigger: body.trigger_id,
          tell: (message: Message) => answerAlone(respond, message),
        };
        await openAdd(surface, place, wishOf(action.value ?? ""));
      },
    );

  app.shortcut(
    { type: "message_action", callback_id: ADD_SHORTCUT },
    async ({ ack, shortcut, respond }) => {
      await ack();
      if (!shortcut.team) return;
      const place = {
        workspace: shortcut.team.id,
        user: shortcut.user.id,
        trigger: shortcut.trigger_id,
        tell: (message: Message) => answerAlone(respond, message),
      };
      await openAdd(surface, place, { url: addressIn(shortcut.message) });
    },
  );

  app.view(ADD_FORM, async ({ ack, view, body }) => {
    const filledIn = readAddForm(view);
    const { language } = filledIn;
    const person = await people({ workspace: body.team?.id ?? "unknown", id: body.user.id });
    const faults = await product.adding.faultsOf(filledIn, person);
    if (faults) return void (await ack({ response_action: "errors", errors: faults }));
    const title = addTitle(filledIn);
    await ack({
      response_action: "update",
      view: drawNotice({ title, language, message: null }),
    });
    const message = await product.adding.submit(filledIn, person);
    const outcome = drawNotice({ title, language, message });
    await showOutcome(client, { viewId: view.id, user: body.user.id, view: outcome, message });
    if (filledIn.candidate !== null)
      await refreshCandidate(surface, person.workspace, filledIn.candidate);
  });
}

/** The first address that a message holds, wherever in it; empty where there is none. */
function addressIn(message: unknown): string {
  const found = /https?:\/\/[^\s"<>|\\]+/.exec(JSON.stringify(message) ?? "");
  return found?.[0].replace(/[.,;:!?)\]]+$/, "") ?? "";
}
