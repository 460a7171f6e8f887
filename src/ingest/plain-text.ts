/** HTML as plain text. */
import { parseHTML } from "linkedom";

const BLOCK_END = /<\/(?:p|div|li|h[1-6]|tr|blockquote|section|article)\s*>|<br\b[^>]*>/gi;

/** Tags go, entities become their signs, blocks end lines; a text without markup stays as it is. */
export function plainTextOf(html: string): string {
  if (!/[<&]/.test(html)) return tidied(html);
  const { document } = parseHTML(
    `<!doctype html><html><body>${html.replace(BLOCK_END, "$&\n")}</body></html>`,
  );
  for (const hidden of document.querySelectorAll("script, style, template")) hidden.remove();
  return tidied(document.body.textContent ?? "");
}

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
