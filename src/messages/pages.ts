/** Pages of a command's answer: what the buttons between them carry. */
import { z } from "zod";
import { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { COMMAND_NAMES, type CommandName } from "./command-words.ts";
import { type Button, MAX_BUTTON_VALUE } from "./text.ts";

/** Shows another page in the place of this one. */
export const PAGE_ACTION = "page";

/** A command with the page that is to be shown, from 0; it is run anew when the button is pressed. */
const Page = z.object({
  name: z.enum(COMMAND_NAMES),
  text: z.string(),
  language: Language,
  page: z.int().nonnegative(),
});
export type Page = z.infer<typeof Page>;

/** What a button carries; throws where it was not one of ours. */
export function readPage(value: string): Page {
  return Page.parse(JSON.parse(value));
}

/** What a button for a command carries; null where that is more than Slack takes. */
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
}: {
  name: CommandName;
  text: string;
  language: Language;
  page: number;
  pages: number;
}): Button[] {
  const { previous, next } = stringsIn(language).pages;
  const to = (target: number, label: string): Button[] => {
    if (target < 0 || target >= pages) return [];
    const value = pageValue({ name, text, language, page: target });
    return value ? [{ action: PAGE_ACTION, label, value }] : [];
  };
  return [...to(page - 1, previous), ...to(page + 1, next)];
}
