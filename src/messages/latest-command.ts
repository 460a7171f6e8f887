/** The newest articles, each happening once. */
import { type Filter, matchesFilter } from "../answers/filter.ts";
import { type Happening, newsDay } from "../register/happenings.ts";
import { stringsIn } from "../strings/strings.ts";
import type { Command } from "./commands.ts";
import { formatDate } from "./format.ts";
import { newsMessage, pageAmong, placeNote } from "./news-message.ts";
import { pageButtons } from "./pages.ts";
import type { NewsSources } from "./reading-commands.ts";
import { body, note } from "./text.ts";

export function createLatest(sources: NewsSources): Command {
  const { vocabulary, lines, today } = sources;
  return async ({ text, filter, page: asked, reader: { language } }) => {
    await sources.happenings().ready();
    const { items, later } = newestOf(filter, sources);
    const { page, pages } = pageAmong(items.length, asked);
    const { reading } = stringsIn(language);
    const day = formatDate(today(), language);
    const message = newsMessage(items, {
      title: reading.latestTitle,
      intro: [
        ...(items.length === 0 ? [body(reading.nothingSuch)] : []),
        ...placeNote(items.length, page, language),
        ...(later > 0 ? [note(reading.later({ count: later, day }))] : []),
      ],
      page,
      filter,
      language,
      vocabulary,
      lines: lines(),
    });
    const turning = pageButtons({ name: "latest", text, language, page, pages });
    return { ...message, buttons: [...(message.buttons ?? []), ...turning] };
  };
}

/** The newest that a filter lets through, and how many are of a day that has not come yet. */
export function newestOf(
  filter: Filter,
  { articles, vocabulary, today, happenings }: NewsSources,
): { items: Happening[]; later: number } {
  const fitting = articles().filter((article) => matchesFilter(article, filter, vocabulary));
  const known = fitting.filter((article) => newsDay(article) <= today());
  return { items: happenings().of(known), later: fitting.length - known.length };
}
