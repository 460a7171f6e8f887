/** The digest of a channel, and those of a workspace, as people ask for them. */
import type { Subscription } from "../digest/subscription.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { accessTo } from "./access.ts";
import { type DigestSources, readerOf, toldState } from "./digest-sources.ts";
import {
  DIGEST_ACTIONS,
  placeSpan,
  stateButtons,
  stateParagraphs,
  stateSpans,
} from "./digest-state.ts";
import { wholeEdition } from "./edition-message.ts";
import type { Person } from "./person.ts";
import type { Reader } from "./schedule-words.ts";
import { type Button, body, bold, item, type Message, note, type Paragraph } from "./text.ts";

/** Opens the form for a new digest; the button's value is empty. */
export const SUBSCRIBE_ACTION = "digest-subscribe";
/** Slack takes 25 buttons in a row; longer lists are looked at channel by channel. */
const MAX_SHOW_BUTTONS = 20;
const MAX_LISTED = 40;
/** Slack cuts the label of a button off at 75 characters, the word before this name included. */
const MAX_NAME_CHARS = 50;

/** What stands below an edition. */
type Below = { closing: Paragraph[]; buttons: Button[] };

export type DigestReading = ReturnType<typeof createDigestReading>;

export function createDigestReading(sources: DigestSources) {
  const { subscriptions, editionOf, adminUsers, database } = sources;

  /** The edition as it would go out now, or around a day, and below it the channel's digests. */
  async function channel({
    person,
    place,
    day,
    language,
  }: {
    person: Person;
    place: string;
    day: string | null;
    language: Language | null;
  }): Promise<Message> {
    const reader = readerOf(sources, person, language);
    const all = await known(() => subscriptions.inChannel(person.workspace, place));
    const shown = all?.find((each) => each.language === language) ?? all?.[0] ?? null;
    const { edition, times } = await editionOf({ subscription: shown, day, language });
    const rest = all && shown ? await digestsBelow(all, shown, reader) : noDigest(all, reader);
    const items = edition.sections.flatMap((section) => section.items);
    return {
      language: reader.language,
      paragraphs: wholeEdition(edition, times),
      tells: items.map(({ article }) => article),
      ...rest,
    };
  }

  /** Null while the database cannot be reached: the base still answers. */
  async function known<Rows>(load: () => Promise<Rows>): Promise<Rows | null> {
    try {
      return await database.promptly(load());
    } catch (cause) {
      if (database.isAway(cause)) return null;
      throw cause;
    }
  }

  function noDigest(all: readonly Subscription[] | null, { language }: Reader): Below {
    const { subscription, failure } = stringsIn(language);
    return all === null
      ? { closing: [note(failure.databaseAway)], buttons: [] }
      : {
          closing: [note(subscription.none)],
          buttons: [subscribeButton(subscription.buttons.subscribe)],
        };
  }

  async function digestsBelow(
    all: readonly Subscription[],
    shown: Subscription,
    reader: Reader,
  ): Promise<Below> {
    const state = await toldState(sources, shown, reader);
    const others = await othersOf(
      all.filter((each) => each !== shown),
      reader,
    );
    return {
      closing: [...stateParagraphs(state, reader), ...others.closing],
      buttons: [...stateButtons(state, reader), ...others.buttons],
    };
  }

  async function othersOf(others: readonly Subscription[], reader: Reader): Promise<Below> {
    if (others.length === 0) return { closing: [], buttons: [] };
    const states = await Promise.all(others.map((each) => toldState(sources, each, reader)));
    return {
      closing: [
        note(stringsIn(reader.language).subscription.others),
        ...states.map((state) => item(...stateSpans(state, reader))),
      ],
      buttons: states.map((state) => showButton(state, reader)),
    };
  }

  /** Every digest of the workspace that the person may know of. */
  async function workspace(person: Person, word: Language | null): Promise<Message> {
    const reader = readerOf(sources, person, word);
    const strings = stringsIn(reader.language).subscription;
    const all = await subscriptions.inWorkspace(person.workspace);
    const known = all.filter(
      (each) => accessTo("show", each, { person, adminUsers }).kind === "allowed",
    );
    const hidden = all.length - known.length;
    const states = await Promise.all(
      known.slice(0, MAX_LISTED).map((each) => toldState(sources, each, reader)),
    );
    const leftOut = known.length - states.length;
    return {
      language: reader.language,
      paragraphs: [
        body(bold(known.length > 0 ? strings.listTitle(known.length) : strings.listEmpty)),
        ...states.map((state) =>
          item(
            placeSpan(state.subscription.channel, reader.language),
            ": ",
            ...stateSpans(state, reader),
          ),
        ),
        ...(leftOut > 0 ? [note(stringsIn(reader.language).answer.andMore(leftOut))] : []),
        ...(hidden > 0 ? [note(strings.listHidden(hidden))] : []),
      ],
      buttons:
        states.length > 0
          ? states.slice(0, MAX_SHOW_BUTTONS).map((state) => showButton(state, reader))
          : [subscribeButton(strings.buttons.subscribe)],
    };
  }

  /** A button that opens the form, where a form cannot open by itself. */
  function invitation(person: Person, word: Language | null): Message {
    const { language } = readerOf(sources, person, word);
    const { invitation: text, buttons } = stringsIn(language).subscription;
    return {
      language,
      paragraphs: [body(text)],
      buttons: [{ ...subscribeButton(buttons.subscribe), style: "primary" }],
    };
  }

  return { channel, workspace, invitation };
}

function subscribeButton(label: string): Button {
  return { action: SUBSCRIBE_ACTION, label, value: "" };
}

function showButton(
  { subscription, filterText }: { subscription: Subscription; filterText: string },
  { language }: Reader,
): Button {
  const { buttons, languages } = stringsIn(language).subscription;
  const name = `${languages[subscription.language]} · ${filterText}`;
  const short = name.length > MAX_NAME_CHARS ? `${name.slice(0, MAX_NAME_CHARS - 1)}…` : name;
  return { action: DIGEST_ACTIONS.show, label: buttons.show(short), value: subscription.id };
}
