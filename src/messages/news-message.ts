/** News items as a message that is read page by page. */
import type { Filter } from "../answers/filter.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";
import type { Happening } from "../register/happenings.ts";
import { stringsIn } from "../strings/strings.ts";
import { filterText } from "./filter-words.ts";
import type { NewsLines } from "./news-lines.ts";
import { notUnderstood } from "./not-understood.ts";
import { openButtons } from "./pages.ts";
import { body, bold, type Message, note, type Paragraph } from "./text.ts";

/** As many as one screen shows. */
export const NEWS_A_PAGE = 10;

/** One page of news items (from 0); the numbers of each page begin with 1. */
export function newsMessage(
  happenings: readonly Happening[],
  {
    title,
    intro,
    page,
    filter,
    language,
    vocabulary,
    lines,
  }: {
    title: string;
    /** What stands between the title and the items. */
    intro: readonly Paragraph[];
    page: number;
    filter: Filter;
    language: Language;
    vocabulary: Vocabulary;
    lines: NewsLines;
  },
): Message {
  const { reading } = stringsIn(language);
  const shown = happenings.slice(page * NEWS_A_PAGE, (page + 1) * NEWS_A_PAGE);
  const articles = shown.flatMap(({ articles: [best] }) => best ?? []);
  return {
    language,
    paragraphs: [
      body(bold(title), ` · ${filterText(filter, vocabulary, language)}`),
      ...notUnderstood(filter, language),
      ...intro,
      ...lines(shown, language),
    ],
    closing: articles.length > 0 ? [note(reading.openHint)] : [],
    tells: articles.map(({ id }) => id),
    buttons: openButtons(articles, language),
  };
}

/** Which items of how many a page shows; nothing where there are none. */
export function placeNote(count: number, page: number, language: Language): Paragraph[] {
  const first = page * NEWS_A_PAGE + 1;
  const last = Math.min(first + NEWS_A_PAGE - 1, count);
  return count > 0 ? [note(stringsIn(language).reading.place({ first, last, count }))] : [];
}

/** The page that is asked for; the base may have shrunk since its button was drawn. */
export function pageAmong(count: number, page: number): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(count / NEWS_A_PAGE));
  return { page: Math.min(page, pages - 1), pages };
}
