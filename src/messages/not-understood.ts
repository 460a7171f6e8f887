/** The words of a filter that mean nothing to it are named, not ignored. */
import type { Filter } from "../answers/filter.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { note, type Paragraph } from "./text.ts";

export function notUnderstood({ notUnderstood: words }: Filter, language: Language): Paragraph[] {
  const { notUnderstood: text } = stringsIn(language).digest;
  return words.length > 0 ? [note(text(words.join(", ")))] : [];
}
