/** What a person follows, on their Home. */
import type { Store } from "../store/store.ts";
import { stringsIn } from "../strings/strings.ts";
import type { NamedFollow } from "./follows-message.ts";
import { type HomePart, sayButton } from "./home.ts";
import type { Person } from "./person.ts";
import type { Reader } from "./schedule-words.ts";
import { body, bold, item, note } from "./text.ts";

/** As many as are read at a glance; the command lists them all. */
const MAX_FOLLOWS = 5;

export function createHomeFollows(
  namedOf: (person: Person, reader: Reader) => Promise<NamedFollow[]>,
  database: Pick<Store, "isAway" | "promptly">,
): (person: Person, reader: Reader) => Promise<HomePart[]> {
  /** Null while the database cannot be reached. */
  async function known(person: Person, reader: Reader): Promise<NamedFollow[] | null> {
    try {
      return await database.promptly(namedOf(person, reader));
    } catch (cause) {
      if (database.isAway(cause)) return null;
      throw cause;
    }
  }

  return async (person, reader) => {
    const { follow, answer, failure } = stringsIn(reader.language);
    const { homeTitle: title, home } = follow;
    const mine = await known(person, reader);
    if (mine === null) return [{ title, paragraphs: [note(failure.databaseAway)], buttons: [] }];
    if (mine.length === 0) return [{ title, paragraphs: [body(follow.nothing)], buttons: [] }];
    const more = mine.length - MAX_FOLLOWS;
    return [
      {
        title,
        paragraphs: [
          ...mine
            .slice(0, MAX_FOLLOWS)
            .map(({ name, count }) => item(bold(name), ` · ${follow.today(count)}`)),
          ...(more > 0 ? [note(answer.andMore(more))] : []),
        ],
        buttons: [sayButton(home.label, home.says)],
      },
    ];
  };
}
