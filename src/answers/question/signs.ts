/** Signs that stand for words: mining as % of GDP. */
import type { Language } from "../../model.ts";

/** With no number before it, it asks for one. */
const SHARE_ASKED = /(?<!\d\s?)%/g;

const SHARE_WORDS: Record<Language, string> = {
  en: "what percentage",
  fr: "quel pourcentage",
  ru: "какой процент",
};

/** The question with these signs in words. */
export function spelledOut(text: string, language: Language): string {
  return text.replace(SHARE_ASKED, ` ${SHARE_WORDS[language]} `);
}
