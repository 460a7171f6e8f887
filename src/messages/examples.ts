/** Questions to begin with: only those that have an answer. */
import type { Answer } from "../answers/answer.ts";
import { LANGUAGES, type Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";

export type Examples = Readonly<Record<Language, readonly string[]>>;

/** They are tried when they are first asked for. */
export function createExamples(ask: (text: string) => Answer): () => Examples {
  let known: Examples | null = null;
  const answered = (language: Language) =>
    stringsIn(language).help.examples.filter((example) => ask(example).kind !== "unknown");
  return () => {
    if (known === null) {
      const [en = [], fr = [], ru = []] = LANGUAGES.map(answered);
      known = { en, fr, ru };
    }
    return known;
  };
}
