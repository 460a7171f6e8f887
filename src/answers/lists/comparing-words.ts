/** Words with which two things or times are compared where no verb says so. */
import type { Language } from "../../model.ts";

/** Which is bigger, A or B: said with a word of comparison. */
const COMPARATIVE: Record<Language, RegExp> = {
  en: /\b(more|most|less|least|bigger|larger|higher|greater|smaller|lower|ahead of|longer|older|earlier|later|who is first)\b/i,
  fr: /(?<!\p{L})(le plus|la plus|plus|davantage|moins|lequel|laquelle|lesquels|lesquelles|devant)(?!\p{L})/iu,
  ru: /(?<!\p{L})(больше|меньше|более|менее|крупнее|выше|ниже|раньше|позже|кто из|что из)(?!\p{L})/iu,
};

/** Between alternatives: more in 2023 or in 2024, bigger than. */
const ALTERNATIVE: Record<Language, RegExp> = {
  en: /\b(or|than|versus|vs|against|between|compared)\b/i,
  fr: /(?<!\p{L})(ou|versus|vs|contre|entre|par rapport)(?!\p{L})|(?<!\p{L})(plus|moins|davantage)(?!\p{L}).*(?<!\p{L})qu(e(?!\p{L})|['’])/iu,
  ru: /(?<!\p{L})(или|чем|vs|против|между|сравнени(ю|и|е))(?!\p{L})/iu,
};
/** Words that ask to choose: which of them has more. */
const CHOOSING: Record<Language, RegExp> = {
  en: /\b(which|who|whose|what|where)\b/i,
  fr: /(?<!\p{L})(qui|quel(le)?s?|(le|la|les)quel(le)?s?|o[uù])(?!\p{L})/iu,
  ru: /(?<!\p{L})(кто|у кого|что|где|как(ой|ая|ое|ие|ом|ого)|чей|чь[яеи])(?!\p{L})/iu,
};

/**
 * Whether a question sets things side by side by more, less, earlier or later. "The most recent
 * deal with France and Germany" sets nothing side by side: no alternative stands in it, no choice
 * is asked for.
 */
export function hasComparative(text: string, language: Language): boolean {
  const isChoice = ALTERNATIVE[language].test(text) || CHOOSING[language].test(text);
  return isChoice && COMPARATIVE[language].test(text);
}

const TIMES: Record<Language, RegExp> = {
  en: /\b(earlier|later|older|newer|sooner|who is first)\b/i,
  fr: /(?<!\p{L})(plus (tôt|tard|ancien\p{L}*|récent\p{L}*)|avant|après)(?!\p{L})/iu,
  ru: /(?<!\p{L})(раньше|позже|старше|новее)(?!\p{L})/iu,
};

/** Whether what is more or less is time. */
export function comparesTimes(text: string, language: Language): boolean {
  return TIMES[language].test(text);
}

const JOINING: Record<Language, RegExp> = {
  en: /\b(or|and|versus|vs|than)\b/i,
  fr: /(?<!\p{L})(ou|et|que)(?!\p{L})/iu,
  ru: /(?<!\p{L})(или|и|чем)(?!\p{L})/iu,
};

/** Whether a word that may stand between two things compared is there. */
export function joinsSides(text: string, language: Language): boolean {
  return JOINING[language].test(text);
}

/** What stands alone between two names that are compared: vs, and, with, par rapport à, против. */
const JOINT: Record<Language, RegExp> = {
  en: /^\s*(\/|and|or|vs\.?|versus|with|to|against|compared (to|with))( the)?\s*$/i,
  fr: /^\s*(\/|et|ou|vs\.?|versus|contre|avec|à|face à|par rapport à)( l['’]| la| le| les| celui d[eu]| celle d[eu])?\s*$/iu,
  ru: /^\s*(\/|и|или|vs\.?|против|с|со|по сравнению с|в сравнении с)\s*$/iu,
};

/** Whether the text between two names only sets them side by side. */
export function isJoint(between: string, language: Language): boolean {
  return JOINT[language].test(between);
}

/** What stands alone between two names of which one is to be chosen. */
const EITHER: Record<Language, RegExp> = {
  en: /^\s*,? or( the)?\s*$/i,
  fr: /^\s*,? ou( l['’]| la| le| les)?\s*$/iu,
  ru: /^\s*,? или\s*$/iu,
};

/** Whether a question asks to choose, and the text between two names offers them: Japan or Europe. */
export function offersChoice(
  { text, between }: { text: string; between: string },
  language: Language,
): boolean {
  return CHOOSING[language].test(text) && EITHER[language].test(between);
}

const AGAINST: Record<Language, RegExp> = {
  en: /\b(vs|versus|against)\b/i,
  fr: /(?<!\p{L})(vs|versus|contre)(?!\p{L})/iu,
  ru: /(?<!\p{L})(vs|против)(?!\p{L})/iu,
};

/** Whether the words that name two times set one against the other. */
export function setsAgainst(times: string, language: Language): boolean {
  return AGAINST[language].test(times);
}
