import type { Language } from "../model.ts";
import { en, type Strings } from "./en.ts";
import { fr } from "./fr.ts";
import { ru } from "./ru.ts";

const ALL: Record<Language, Strings> = { en, fr, ru };

/** Every text that people read, in one language. */
export function stringsIn(language: Language): Strings {
  return ALL[language];
}
