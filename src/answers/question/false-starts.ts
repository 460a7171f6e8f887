/** A question begun otherwise and put right: "how much … no, who buys it?". */

/** Only what follows such a word was meant; behind it stands more than one word. */
const FALSE_START =
  /^.*(?:\.{2,}|…|,|\s[—–-])\s*(?:no|sorry|i mean|or rather|non|pardon|je veux dire|нет|точнее|вернее)(?!\p{L})[,:]?\s+(?=\S+\s+\S)/iu;

/** The question that was meant. */
export function withoutFalseStart(text: string): string {
  return text.replace(FALSE_START, "");
}
