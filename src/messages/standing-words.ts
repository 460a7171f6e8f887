/** What a reader must know before a fact that no longer holds, or not everywhere. */
import type { Standing } from "../answers/facts/disagreements.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import type { Span } from "./text.ts";

export function standingSpans(standing: Standing, language: Language): Span[] {
  const { earlier, differs, mistake } = stringsIn(language).answer;
  const words = { stands: null, replaced: earlier, differs, mistake }[standing];
  return words === null ? [] : [{ text: words, italic: true }, { text: " " }];
}
