/** Plain text, tidied and cut. */

/** The first characters of a text; half a sign would show as rubbish. */
export function beginningOf(text: string, maxChars: number): string {
  return text.slice(0, maxChars).replace(/[\uD800-\uDBFF]$/, "");
}

/** One space between words, one end between lines; signs that nobody sees go. */
export function tidied(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t\v\f])[\p{Cc}\p{Cf}]/gu, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\n ]*/g, "\n")
    .trim();
}
