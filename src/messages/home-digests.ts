/** The digests of a workspace on a person's Home: theirs first, and only those they may see. */
import type { Subscription } from "../digest/subscription.ts";
import { stringsIn } from "../strings/strings.ts";
import { accessTo } from "./access.ts";
import { type DigestSources, toldState } from "./digest-sources.ts";
import { placeSpan, stateSpans } from "./digest-state.ts";
import { HOME_ACTIONS, type HomePart, sayButton } from "./home.ts";
import type { Person } from "./person.ts";
import type { Reader } from "./schedule-words.ts";
import { body, item, note } from "./text.ts";

/** As many as are read at a glance; the command lists them all. */
const MAX_DIGESTS = 8;

export function createHomeDigests(
  sources: DigestSources,
): (person: Person, reader: Reader) => Promise<HomePart[]> {
  const { subscriptions, adminUsers, database } = sources;

  /** Null while the database cannot be reached. */
  async function knownTo(person: Person): Promise<Subscription[] | null> {
    try {
      const all = await database.promptly(subscriptions.inWorkspace(person.workspace));
      const isTheirs = ({ owner }: Subscription) => owner === person.id;
      return all
        .filter((each) => accessTo("show", each, { person, adminUsers }).kind === "allowed")
        .toSorted((left, right) => Number(isTheirs(right)) - Number(isTheirs(left)));
    } catch (cause) {
      if (database.isAway(cause)) return null;
      throw cause;
    }
  }

  return async (person, reader) => {
    const { subscription: words, failure, surfaces } = stringsIn(reader.language);
    const { digests: title, buttons } = surfaces.home;
    const known = await knownTo(person);
    if (known === null) return [{ title, paragraphs: [note(failure.databaseAway)], buttons: [] }];
    const states = await Promise.all(
      known.slice(0, MAX_DIGESTS).map((each) => toldState(sources, each, reader)),
    );
    const more = known.length - states.length;
    const { label, says } = buttons.allDigests;
    return [
      {
        title,
        paragraphs: [
          ...(states.length === 0 ? [body(words.listEmpty)] : []),
          ...states.map((state) =>
            item(
              placeSpan(state.subscription.channel, reader.language),
              " · ",
              ...stateSpans(state, reader),
            ),
          ),
          ...(more > 0 ? [note(surfaces.home.moreDigests(more))] : []),
        ],
        buttons: [
          { action: HOME_ACTIONS.subscribe, label: buttons.subscribe, value: "" },
          ...(known.length > 0 ? [sayButton(label, says)] : []),
        ],
      },
    ];
  };
}
