/** The noun that a question without a verb is about: capacity of the plant, запасы лития. */
import type { Language } from "../../model.ts";
import type { Intent } from "./intents.ts";
import type { Unit } from "./units.ts";

/** The words before the first preposition, or in Russian the first noun, behind "what is the". */
const HEAD: Record<Language, RegExp> = {
  en: /^(?:so |and |tell me |give me )?(?:what(?:['’]s| is| was)? )?(?:the |an? )?((?:[\p{L}-]+ ){0,2}[\p{L}-]+) (?:of|for|at|in|with) /iu,
  fr: /^(?:et )?(?:quel(?:le)? (?:est|était|serait) )?(?:la |le |les |l['’]|une? )?([\p{L}-]+(?: [\p{L}-]+)?) (?:de la |de l['’]|du |des |de |d['’]|avec )/iu,
  ru: /^(?:а )?(?:каков(?:а|о|ы)? )?((?:[\p{L}-]+(?:ая|ый|ий|ое|ые) )?[\p{L}-]+) /iu,
};

/** What else is asked shows in the answer by itself. */
const OPEN: ReadonlySet<Intent> = new Set(["what", "definition"]);

/** The head noun, where it is a word of the vocabulary: an answer must tell it. */
export function headNoun({
  text,
  language,
  intents,
  units,
}: {
  text: string;
  language: Language;
  intents: ReadonlySet<Intent>;
  units: readonly Unit[];
}): Unit | null {
  if (![...intents].every((intent) => OPEN.has(intent))) return null;
  const words = HEAD[language].exec(text.trim())?.[1]?.toLowerCase().split(" ") ?? [];
  // French sets adjectives behind the noun: prix annoncé.
  const noun = language === "fr" ? words[0] : words.at(-1);
  const head = units.find(
    ({ kind, label }) =>
      kind === "word" &&
      label
        .toLowerCase()
        .split(" ")
        .includes(noun ?? ""),
  );
  return head ?? null;
}
