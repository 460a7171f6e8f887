/** Pages of a command's answer: what the buttons between them carry. */
import { z } from "zod";
import { type Article, Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { COMMAND_NAMES, type CommandName } from "./command-words.ts";
import { type Button, MAX_BUTTON_VALUE } from "./text.ts";

/** Shows another page in the place of this one. */
export const PAGE_ACTION = "page";

/** Shows another command's answer below this one, to whoever pressed. */
export const SHOW_ACTION = "show";

/** From one instant, which is not part of it, to another, which is. */
const TimeSpan = z.object({ after: z.coerce.date(), until: z.coerce.date() });
export type TimeSpan = z.infer<typeof TimeSpan>;

/** A command with the page that is to be shown, from 0; it is run anew when the button is pressed. */
const Page = z.object({
  name: z.enum(COMMAND_NAMES),
  text: z.string(),
  language: Language,
  page: z.int().nonnegative(),
  /** Of a list of what is new, so that all of its pages are of one time. */
  span: TimeSpan.optional(),
});
export type Page = z.infer<typeof Page>;

/** What a button carries; throws where it was not one of ours. */
export function readPage(value: string): Page {
  return Page.parse(JSON.parse(value));
}

/** What a button carries; null where it is too much for one. */
export function pageValue(page: Page): string | null {
  const value = JSON.stringify(page);
  return value.length <= MAX_BUTTON_VALUE ? value : null;
}

/** Buttons to the page before and the page behind, where there are such. */
export function pageButtons({
  name,
  text,
  language,
  page,
  pages,
  span,
}: {
  name: CommandName;
  text: string;
  language: Language;
  page: number;
  pages: number;
  span?: TimeSpan | undefined;
}): Button[] {
  const { previous, next } = stringsIn(language).pages;
  const to = (target: number, label: string): Button[] => {
    if (target < 0 || target >= pages) return [];
    const value = pageValue({ name, text, language, page: target, ...(span && { span }) });
    return value === null ? [] : [{ action: PAGE_ACTION, label, value }];
  };
  return [...to(page - 1, previous), ...to(page + 1, next)];
}

/** Buttons that open the articles of a list, in its order; `signs` are those of its items. */
export function openButtons(
  articles: readonly Article[],
  language: Language,
  signs: (at: number) => string = (at) => String(at + 1),
): Button[] {
  const { open } = stringsIn(language).reading;
  return articles.flatMap(({ id, headline }, at) => {
    const label = signs(at);
    const value = pageValue({ name: "article", text: id, language, page: 0 });
    const spoken = open({ sign: label, headline: headline[language] });
    return value === null ? [] : [{ action: SHOW_ACTION, label, spoken, value }];
  });
}
