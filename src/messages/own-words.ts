/** Whose words a text is: ours stands as it is, an article's own is quoted. */
import type { Article, Language, Translated } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { asTitle } from "./format.ts";

/** `excerpts` is the language of the article's own words; undefined or null where they are ours. */
type Worded = { excerpts?: Language | null | undefined };

/** A text with its marks: `“…” (in Russian)` for a reader of another language. */
export function shownText(text: string, worded: Worded, language: Language): string {
  const { before, after } = quotesAround(worded, language);
  return `${before}${text}${after}`;
}

/** The headline of an article as a title. */
export function headlineText(article: Article, language: Language): string {
  return shownText(asTitle(article.headline[language]), article, language);
}

/** What a deal is called. */
export function dealName(
  { name, excerpts }: Worded & { name: Translated },
  language: Language,
): string {
  return excerpts ? shownText(asTitle(name[language]), { excerpts }, language) : name[language];
}

/** What stands before and behind such a text; nothing around ours. */
export function quotesAround(
  { excerpts }: Worded,
  language: Language,
): { before: string; after: string } {
  if (!excerpts) return { before: "", after: "" };
  const { quoted, inLanguage } = stringsIn(language).ingest;
  const named = excerpts === language ? "" : ` ${inLanguage[excerpts]}`;
  return { before: quoted.before, after: `${quoted.after}${named}` };
}
