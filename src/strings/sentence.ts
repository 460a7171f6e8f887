/** Ends a sentence, unless an abbreviation at its end did: `… 24 нояб.` */
export function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
