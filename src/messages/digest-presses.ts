/** What the buttons of a digest do. */
import type { Permalink } from "../digest/planner.ts";
import type { Subscription } from "../digest/subscription.ts";
import { stringsIn } from "../strings/strings.ts";
import type { DigestAction } from "./access.ts";
import {
  changedMessage,
  type DigestSources,
  digestFor,
  readerOf,
  say,
  toldState,
} from "./digest-sources.ts";
import { stateButtons, stateParagraphs } from "./digest-state.ts";
import { wholeEdition } from "./edition-message.ts";

import type { Person } from "./person.ts";
import type { Poster } from "./posting.ts";
import { reasonText } from "./reason-text.ts";
import type { Reader } from "./schedule-words.ts";
import { body, type Message } from "./text.ts";

/** How a surface posts what a press sends. */
export type Sending = { poster: Poster; permalink: Permalink };

/** `isNews` where it tells a new state of the digest, which may take the place of the old one. */
export type Pressed = { message: Message; isNews: boolean };

/** The presses that need no form. */
export type PlainAction = Exclude<DigestAction, "change" | "pause" | "settle">;

export type DigestPresses = ReturnType<typeof createDigestPresses>;

export function createDigestPresses(sources: DigestSources) {
  const { subscriptions, outbox } = sources;

  /** Does what was pressed; pressed twice, it is done once. */
  async function press({
    action,
    id,
    person,
    sending,
  }: {
    action: PlainAction;
    id: string;
    person: Person;
    sending: Sending;
  }): Promise<Pressed> {
    const reader = readerOf(sources, person);
    const found = await digestFor(sources, id, { action, person, reader });
    if ("refusal" in found) return { message: found.refusal, isNews: false };
    const { subscription } = found;
    const strings = stringsIn(reader.language).subscription;
    const news = (message: Message): Pressed => ({ message, isNews: true });
    const state = async (of: Subscription | null, above: string) =>
      news(await changedMessage(sources, of, { reader, above: [body(above)] }));
    switch (action) {
      case "show":
        return { message: await show(subscription, reader), isNews: false };
      case "send":
        return state(subscription, await send(id, sending, reader));
      case "resume":
        return state(await subscriptions.resume(subscription), strings.resumed);
      case "stop":
        await subscriptions.stop(subscription);
        return news(say(strings.stopped, reader));
    }
  }

  async function show(subscription: Subscription, reader: Reader): Promise<Message> {
    const { edition, times } = await sources.editionOf({
      subscription,
      day: null,
      language: null,
    });
    const state = await toldState(sources, subscription, reader);
    return {
      language: reader.language,
      paragraphs: wholeEdition(edition, times),
      closing: stateParagraphs(state, reader),
      buttons: stateButtons(state, reader),
    };
  }

  async function send(
    id: string,
    { poster, permalink }: Sending,
    { language }: Reader,
  ): Promise<string> {
    const strings = stringsIn(language).subscription;
    const sent = await sources.sendNow(id, permalink);
    if (sent.kind === "gone") return strings.gone;
    if (sent.kind === "nothing-new") return strings.nothingToSend;
    const posted = await outbox.send(sent.lead, poster);
    switch (posted.kind) {
      case "sent":
        return strings.sent;
      case "waiting":
        return strings.sending;
      case "uncertain":
        return strings.sendUncertain;
      case "refused":
        return strings.notSent(reasonText(posted.reason, language));
    }
  }

  return { press };
}
