/** HTML as plain text. */
import { parseHTML } from "linkedom";
import { tidied } from "./plain-text.ts";

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
