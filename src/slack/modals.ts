/** What all our modals have in common: opening them, and saying in them what came of it. */
import { type types, webApi } from "@slack/bolt";
import type { Message } from "../messages/text.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { drawMessage, drawWords, plain } from "./blocks.ts";

/** Slack opens a modal for three seconds after a press. */
const TOO_LATE = new Set(["expired_trigger_id", "invalid_trigger_id", "exchanged_trigger_id"]);

/** Opens a modal; false where the press is too long ago, as after a restart. */
export async function openModal(
  client: webApi.WebClient,
  trigger: string,
  view: types.ModalView,
): Promise<boolean> {
  return (await openView(client, trigger, view)) !== null;
}

/** The same with the id of the modal; null where the press is too long ago. */
export async function openView(
  client: webApi.WebClient,
  trigger: string,
  view: types.ModalView,
): Promise<string | null> {
  try {
    const opened = await client.views.open({ trigger_id: trigger, view });
    return opened.view?.id ?? "";
  } catch (cause) {
    if (cause instanceof webApi.WebAPIPlatformError && TOO_LATE.has(cause.data.error)) return null;
    throw cause;
  }
}

/** A modal that only says something; without a message, that it takes a moment. */
export function drawNotice({
  title,
  language,
  message,
}: {
  title: string;
  language: Language;
  message: Message | null;
}): types.ModalView {
  const { form } = stringsIn(language).subscription;
  return {
    type: "modal",
    title: plain(title),
    close: plain(form.done),
    blocks: message ? drawWords(message) : [{ type: "section", text: plain(form.saving) }],
  };
}

/** Shows a modal's outcome in it, or as a direct message where it was closed meanwhile. */
export async function showOutcome(
  client: webApi.WebClient,
  {
    viewId,
    user,
    view,
    message,
  }: {
    viewId: string;
    user: string;
    view: types.ModalView;
    message: Message;
  },
): Promise<void> {
  try {
    await client.views.update({ view_id: viewId, view });
  } catch (cause) {
    if (!(cause instanceof webApi.WebAPIPlatformError) || cause.data.error !== "not_found")
      throw cause;
    await client.chat.postMessage({ channel: user, ...drawMessage(message) });
  }
}
